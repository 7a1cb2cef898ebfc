// Where a new paper begins: what the address names, and what was ticked in the list of products.
import { productPapers } from '#renderer/lib/paper-links.ts'
import { type PaperKind, type PaperWish, paperKindFacts } from '#shared/schemas/papers.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export type WishedProducts = Pick<PaperWish, 'products' | 'productQuery'>

/** The record where a paper of this kind is made from such a one; products go on papers of products by other ways. */
export function recordFor(kind: PaperKind, record: RecordRef | null): RecordRef | null {
  return record && paperKindFacts[kind].records.includes(record.kind) ? record : null
}

/** The others on a picking list; other papers are made from one record alone. */
export function alsoFor(kind: PaperKind, records: readonly RecordRef[]): RecordRef[] {
  return kind === 'picking_list' ? records.filter((record) => recordFor(kind, record) !== null) : []
}

/** The product that the address names, else those that were ticked, else the whole list (no labels of that). */
export function wishedProducts(kind: PaperKind, record: RecordRef | null, chosen: readonly number[]): WishedProducts {
  if (!productPapers.includes(kind)) return { products: [], productQuery: null }
  const ids = record?.kind === 'product' ? [record.id] : chosen
  if (ids.length > 0) return { products: ids.map((productId) => ({ productId, copies: 1 })), productQuery: null }
  return { products: [], productQuery: kind === 'price_list' ? wholeList : null }
}

const wholeList: PaperWish['productQuery'] = {
  search: '',
  filters: [],
  sort: [],
  archived: false,
  offset: 0,
  limit: 100,
}

/** The wish with another number of copies of one product; none takes it out. */
export function withCopies(wish: PaperWish, productId: number, copies: number): PaperWish {
  const products = wish.products
    .map((one) => (one.productId === productId ? { ...one, copies: Math.min(1000, copies) } : one))
    .filter((one) => one.copies > 0)
  return { ...wish, products }
}
