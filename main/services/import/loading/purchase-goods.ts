// What a purchase line of a file is of: a product by its key, its SKU or its name; or goods that are described only.
import { isCharge } from '#main/domain/import/charge-words.ts'
import { type LoadContext, problem, type Refused, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import {
  findProductByKeyOrSku,
  findProductBySkuOrKey,
  findProductInAnyCase,
  findProducts,
  forgetSkus,
  makeProduct,
} from '#main/services/import/loading/product-reference.ts'
import type { Id } from '#shared/ids.ts'

export type PurchaseGoods = { productId: Id | null; description: string }

export type GoodsFinder = {
  prepare(rows: readonly TypedRow[]): void
  find(row: TypedRow): PurchaseGoods | Refused
  forget(): void
}

type Column = 'product' | 'productSku' | 'productName'
const columns: readonly Column[] = ['product', 'productSku', 'productName']

export function goodsFinder(context: LoadContext): GoodsFinder {
  const known: Record<Column, Map<string, Id>> = { product: new Map(), productSku: new Map(), productName: new Map() }
  let byName: ReadonlyMap<string, Id | null> | null = null
  const namedOnly = (name: string): Id | null => {
    byName ??= productsByName(context)
    return byName.get(name) ?? null
  }
  const lookUp = (column: Column, reference: string): Id | null => {
    const find = column === 'product' ? findProductByKeyOrSku : findProductBySkuOrKey
    const found = find(context, reference) ?? findProductInAnyCase(context, reference)
    return found ?? (column === 'productName' ? namedOnly(reference) : null)
  }
  return {
    prepare(rows) {
      for (const column of ['product', 'productSku'] as const) {
        const asked = new Set(rows.flatMap((row) => textOf(row, column) ?? []))
        const fresh = [...asked].filter((reference) => !known[column].has(reference))
        const found = findProducts(context, fresh, column === 'product' ? 'key' : 'sku')
        for (const [reference, id] of found) known[column].set(reference, id)
      }
    },
    find(row) {
      const column = columns.find((field) => textOf(row, field) !== undefined)
      const reference = column && textOf(row, column)
      if (!column || !reference) return problem('product', '', 'required')
      const name = textOf(row, 'productName')
      const there = known[column].get(reference) ?? lookUp(column, reference)
      if (there === null && isCharge(reference, name)) return { productId: null, description: name ?? reference }
      const id = there ?? makeProduct(context, reference, name)
      if (id !== null) known[column].set(reference, id)
      if (id !== null) return { productId: id, description: '' }
      // Goods that nobody numbered need be no product of the book: their description says what was bought.
      return column === 'productName'
        ? { productId: null, description: reference }
        : problem(column, reference, 'known-product')
    },
    forget() {
      for (const column of columns) known[column].clear()
      forgetSkus(context)
    },
  }
}

/** Living products by either name; null for a name that several have. */
function productsByName({ tx }: LoadContext): Map<string, Id | null> {
  const byName = new Map<string, Id | null>()
  const rows = tx.raw('SELECT id, name_en, name_zh FROM live_products ORDER BY id') as [Id, string, string][]
  for (const [id, ...names] of rows) {
    for (const name of new Set(names)) {
      if (name !== '') byName.set(name, byName.has(name) ? null : id)
    }
  }
  return byName
}
