// A purchase order as a document: everything that its papers say, with the names of that moment. A kept version is one of these,
// so that an old order can be printed as it was.
import type { DocumentParty, DocumentProduct } from '#shared/schemas/order-document.ts'
import type { Purchase } from '#shared/schemas/purchases.ts'

export type PurchaseDocument = {
  order: Omit<Purchase, 'verbs'>
  supplier: DocumentParty | null
  /** The products of the lines, by id. */
  products: Record<string, DocumentProduct>
}
