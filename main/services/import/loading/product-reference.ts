// The product that a row refers to: by the key of the program the file comes from, or by SKU. Which of the two is tried
// first depends on the column; a SKU `1` and a product with the key `1` may be two products.

import type { WriteTx } from '#main/db/database.ts'
import { findProductBySku, findProductsBySku } from '#main/services/catalog/product-queries.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { namesOf } from '#main/services/import/loading/names.ts'
import type { SourceKeys } from '#main/services/import/loading/source-keys.ts'
import type { Id } from '#shared/ids.ts'

/** For columns of keys (`Product ID`). */
export function findProductByKeyOrSku({ tx, keys }: LoadContext, reference: string): Id | null {
  return keys.find('product', reference) ?? findProductBySku(tx, reference)
}

type FoldedSkus = {
  byFold: Map<string, Id | 'several'>
  /** Made last: the row they were made for may yet be taken back. */
  fresh: string[]
}

/** More than any row can make. */
const mostFresh = 8

const folded = new WeakMap<SourceKeys, FoldedSkus>()

/**
 * A product by its SKU in whatever letter case, where one alone has it: programs that read a code without regard to case write
 * it both ways. Only for rows that refer to a product; two products of which one is `a1` and one `A1` are found letter by letter.
 */
export function findProductInAnyCase({ tx, keys }: LoadContext, reference: string): Id | null {
  const known = folded.get(keys) ?? readSkus(tx)
  folded.set(keys, known)
  const found = known.byFold.get(reference.toLowerCase())
  return typeof found === 'number' ? found : null
}

function readSkus(tx: WriteTx): FoldedSkus {
  const byFold: FoldedSkus['byFold'] = new Map()
  for (const [sku, id] of tx.raw('SELECT sku, id FROM live_products') as [string, Id][]) {
    const fold = sku.toLowerCase()
    byFold.set(fold, byFold.has(fold) ? 'several' : id)
  }
  return { byFold, fresh: [] }
}

/** After a row was taken back: what was made for it is not there any more. */
export function forgetSkus({ tx, keys }: LoadContext): void {
  const known = folded.get(keys)
  for (const fold of known?.fresh.splice(0) ?? []) {
    const id = known?.byFold.get(fold)
    if (typeof id === 'number' && !tx.get('SELECT 1 FROM products WHERE id = ?', id)) known?.byFold.delete(fold)
  }
}

function noteSku({ keys }: LoadContext, sku: string, id: Id): void {
  const known = folded.get(keys)
  if (!known) return
  const fold = sku.toLowerCase()
  known.byFold.set(fold, id)
  known.fresh.push(fold)
  if (known.fresh.length > mostFresh) known.fresh.shift()
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
  const id = context.tx.insert('products', { sku: skuFrom(reference), ...namesOf(name, undefined) })
  context.keys.note('product', reference, id)
  context.made.set('product', (context.made.get('product') ?? 0) + 1)
  noteSku(context, reference, id)
  return id
}

/** As long as a SKU may be when it is typed. */
const longestSku = 80

/** Files that name products by long descriptions get a SKU that can be told apart all the same: its beginning and a sum of it. */
function skuFrom(reference: string): string {
  if (reference.length <= longestSku) return reference
  let sum = 0x811c9dc5
  for (let at = 0; at < reference.length; at += 1) sum = Math.imul(sum ^ reference.charCodeAt(at), 0x01000193) >>> 0
  return `${reference.slice(0, longestSku - 9)} ${sum.toString(16).padStart(8, '0')}`
}
