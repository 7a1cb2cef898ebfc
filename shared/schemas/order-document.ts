// A sales order as a document: everything that its papers say, with the names and customs facts of that moment. A kept
// version is one of these, so that an old order can be printed as it was.
import type { WrittenOrder } from '#shared/schemas/orders.ts'

export type DocumentAddress = { street: string; city: string; region: string; postalCode: string; country: string }

export type DocumentParty = {
  id: number
  code: string
  name: string
  nameZh: string
  /** Empty where nobody said in which language this party is written to. */
  language: '' | 'en' | 'zh-CN'
  country: string
  taxNumber: string
  email: string
  phone: string
  /** The first contact's name; empty where there is none. */
  contact: string
  /** Where bills go: the billing address, else the main one; null where there is none. */
  address: DocumentAddress | null
}

export type DocumentProduct = {
  id: number
  sku: string
  nameEn: string
  nameZh: string
  unit: string
  hsCode: string
  originCountry: string
  customsNameEn: string
  customsNameZh: string
  declarationEn: string
  declarationZh: string
  /** Of one unit; null where it is not known. */
  netWeightGrams: number | null
  grossWeightGrams: number | null
  barcode: string
}

export type OrderDocument = {
  order: WrittenOrder
  customer: DocumentParty | null
  /** The products of the lines, by id. */
  products: Record<string, DocumentProduct>
}
