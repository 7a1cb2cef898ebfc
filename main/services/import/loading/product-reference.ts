// The product that a row refers to: by the key of the program the file comes from, or by SKU. Which of the two is tried
// first depends on the column; a SKU `1` and a product with the key `1` may be two products.

import { findProductBySku, findProductsBySku } from '#main/services/catalog/product-queries.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { namesOf } from '#main/services/import/loading/names.ts'
import type { Id } from '#shared/ids.ts'

/** For columns of keys (`Product ID`). */
export function findProductByKeyOrSku({ tx, keys }: LoadContext, reference: string): Id | null {
  return keys.find('product', reference) ?? findProductBySku(tx, reference)
}

/** For columns of SKUs. */
export function findProductBySkuOrKey({ tx, keys }: LoadContext, reference: string): Id | null {
  return findProductBySku(tx, reference) ?? keys.find('product', reference)
}

export type ProductColumn = 'key' | 'sku'

/** Many references of one column at once. */
export function findProducts(
  { tx, keys }: LoadContext,
  references: readonly string[],
  column: ProductColumn,
): Map<string, Id> {
  const bySku = (names: readonly string[]) => findProductsBySku(tx, names)
  const byKey = (names: readonly string[]) => {
    keys.findAhead('product', names)
    return new Map(names.flatMap((name) => pair(name, keys.find('product', name))))
  }
  const [first, second] = column === 'key' ? [byKey, bySku] : [bySku, byKey]
  const found = first(references)
  const rest = references.filter((reference) => !found.has(reference))
  return rest.length === 0 ? found : new Map([...found, ...second(rest)])
}

function pair(name: string, id: Id | null): [string, Id][] {
  return id === null ? [] : [[name, id]]
}

/** Makes the product that a row refers to, when the import may; null when it may not. */
export function makeProduct(context: LoadContext, reference: string, name?: string): Id | null {
  if (!context.makeMissing) return null
  const id = context.tx.insert('products', { sku: reference, ...namesOf(name, undefined) })
  context.keys.note('product', reference, id)
  context.made.set('product', (context.made.get('product') ?? 0) + 1)
  return id
}
