// What selling costs beside the goods: costs of an order, and dated charges of a channel or a product. Amounts are decimal text
// in the currency that is named; above 0 what it cost, below 0 what came back of it.
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'

export const salesCostKinds = [
  'freight',
  'first_leg',
  'platform_fee',
  'payment_fee',
  'commission',
  'fulfilment',
  'storage',
  'advertising',
  'fair',
  'packing',
  'duty',
  'tax',
  'other',
] as const
export type SalesCostKind = (typeof salesCostKinds)[number]

const amount = decimalField.refine((text) => /[1-9]/.test(text), 'not_zero')

export const salesCostInput = z
  .object({
    /** The order it belongs to; null: a dated charge of the channel, the product or both. */
    orderId: idField.nullable().default(null),
    /** A channel's code; of an order it is the order's. */
    channel: lineField(60),
    productId: idField.nullable().default(null),
    kind: z.enum(salesCostKinds),
    on: dayField,
    amount,
    currency: currencyField,
    /** Base currency for 1 of its own; empty takes the table's of the day. None known: it is kept, and told. */
    rate: z.union([z.literal(''), decimalField]).default(''),
    /** Expected only: left out as soon as a real cost of its kind is there. */
    isEstimate: z.boolean().default(false),
    partyId: idField.nullable().default(null),
    reference: lineField(),
    note: noteField,
  })
  .refine(({ orderId, channel, productId }) => orderId !== null || productId !== null || channel !== '', {
    message: 'required',
    path: ['channel'],
  })
export type SalesCostInput = z.output<typeof salesCostInput>
export type SalesCostDraft = z.input<typeof salesCostInput>

export type SalesCostRow = {
  id: number
  on: string
  kind: SalesCostKind
  orderId: number | null
  orderNumber: string
  channel: string
  productId: number | null
  sku: string
  product: string
  productZh: string
  partyId: number | null
  party: string
  partyZh: string
  amount: string
  currency: string
  rate: string | null
  rateOn: string | null
  /** Null while no rate is known. */
  baseAmount: string | null
  isEstimate: boolean
  /** The settlement that told it. */
  settlementId: number | null
  reference: string
  note: string
}

export type SalesCost = SalesCostRow & { baseCurrency: string; archived: boolean }

export const costsOfOrderInput = z.object({ orderId: idField })

/** What is expected of an order until something real is entered; each 0 or null is not expected at all. */
const share = z.number().min(0).max(100).default(0)
export const expectedCostsField = z.object({
  /** Percent of what the customer pays, goods and freight. */
  commissionPercent: share,
  paymentPercent: share,
  /** Base currency an order. */
  freightPerOrder: decimalField.default('0'),
  packingPerOrder: decimalField.default('0'),
  /** Base currency a kilogram of gross weight. */
  freightPerKg: decimalField.default('0'),
  firstLegPerKg: decimalField.default('0'),
  /** Percent of the goods' cost. */
  firstLegPercent: share,
})
export type ExpectedCosts = z.output<typeof expectedCostsField>
