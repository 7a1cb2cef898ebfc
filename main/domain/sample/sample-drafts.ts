// What a sample company consists of before it has ids: records point at one another by their own codes.
import type { Day } from '#shared/dates.ts'
import type { CategoryInput, ProductDraft } from '#shared/schemas/catalog.ts'
import type { OrderDraft } from '#shared/schemas/orders.ts'
import type { PartyDraft } from '#shared/schemas/parties.ts'

export type SampleCategory = CategoryInput & { key: string }

export type SampleProduct = {
  sku: string
  categoryKey: string
  supplierCode: string | null
  parentSku: string | null
  parts: readonly { sku: string; quantity: number }[]
  draft: ProductDraft
  /** Pieces on hand; null where stock was never counted. */
  onHand: number | null
}

export type SampleRate = { from: string; to: string; on: Day; rate: string }

export type SampleOrderLine = { sku: string; quantity: number; unitPrice: string; discountPercent: number }

export type SampleOrder = {
  customerCode: string
  carrierCode: string
  draft: Omit<OrderDraft, 'customerId' | 'carrierId' | 'lines'>
  lines: readonly SampleOrderLine[]
}

export type SampleCompany = {
  categories: readonly SampleCategory[]
  parties: readonly PartyDraft[]
  products: readonly SampleProduct[]
  rates: readonly SampleRate[]
  orders: readonly SampleOrder[]
  /** The day on which stock was counted. */
  stockOn: Day
}
