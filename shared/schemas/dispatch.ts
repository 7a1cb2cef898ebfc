// Goods that leave for an order, and what comes back of it: dispatches, and credits with the goods that they take back.
// Quantities are in the product's unit; money is decimal text in the order's currency.
import { z } from 'zod'
import { dayField, idField, lineField, noteField, quantityField } from '#shared/schemas/fields.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import type { StockPreview, StockWarning } from '#shared/schemas/stock-documents.ts'

const idOrNull = idField.nullable().default(null)
const positive = quantityField.gt(0)

const sentLine = z.object({
  lineId: idField,
  quantity: positive,
  /** Which batch goes; null: those that expire first. A line may stand here several times, once for each batch. */
  batchId: idOrNull,
  /** Which pieces go of a product with serial numbers: as many as the quantity says. */
  serials: z.array(idField).max(2000).default([]),
  binId: idOrNull,
})

const sending = {
  on: dayField,
  /** Null: where the order says; goods that the channel sends leave from the channel's place, others from the main one. */
  warehouseId: idOrNull,
  /** Null: the order's own. */
  carrierId: idOrNull,
  reference: lineField(),
  note: noteField,
}

/** What leaves for one order at one time; no lines: all that is still to be sent. */
export const dispatchInput = z.object({
  orderId: idField,
  ...sending,
  trackingNumber: lineField(),
  lines: z.array(sentLine).max(2000).default([]),
})
export type DispatchInput = z.output<typeof dispatchInput>
export type DispatchDraft = z.input<typeof dispatchInput>
export type SentLine = DispatchInput['lines'][number]

/** All that is still to be sent of many orders. Each is sent whole or not at all; one that cannot be sent stops no other. */
export const dispatchManyInput = z
  .object({
    ...sending,
    orderIds: z.array(idField).max(100_000).default([]),
    /** The same as a list tells it. */
    target: recordTarget.nullable().default(null),
    /** Numbers of the carrier, by the order's id. */
    trackingNumbers: z.record(z.string(), lineField()).default({}),
  })
  .refine(({ orderIds, target }) => orderIds.length > 0 || target !== null, { message: 'required', path: ['orderIds'] })
export type DispatchManyInput = z.output<typeof dispatchManyInput>
export type DispatchManyDraft = z.input<typeof dispatchManyInput>

export const reverseDispatchInput = z.object({ dispatchId: idField, note: lineField() })
export const ofSalesOrderInput = z.object({ orderId: idField })

/** What was posted: the dispatch, and the stock issue by which its goods left; null where nothing of it is kept in stock. */
export type PostedDispatch = {
  orderId: number
  dispatchId: number
  documentId: number | null
  documentNumber: string
  status: OrderStatus
  warnings: StockWarning[]
}

/** What became of one order of many. */
export type DispatchOutcome =
  | ({ ok: true; number: string } & Omit<PostedDispatch, 'warnings'>)
  | {
      ok: false
      orderId: number
      number: string
      code: string
      details: Readonly<Record<string, unknown>>
    }

export type DispatchedMany = { orders: DispatchOutcome[]; sent: number; failed: number; warnings: StockWarning[] }

export type DispatchPreview = StockPreview & { status: OrderStatus }

/** A line as its goods are sent: what there is to send, and what lies where it leaves from. */
export type ToDispatchLine = {
  lineId: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  kind: string
  tracking: 'none' | 'batch' | 'serial'
  ordered: number
  cancelled: number
  sent: number
  open: number
  dueOn: string | null
  /** On hand in the place; of a kit, how many its parts make. Null where it is not kept in stock. */
  onHand: number | null
}

export type ToDispatch = {
  orderId: number
  number: string
  status: OrderStatus
  customerId: number | null
  customer: string
  customerZh: string
  fulfilledBy: 'seller' | 'channel'
  /** Where the goods leave from unless somebody says otherwise. */
  warehouseId: number
  carrierId: number | null
  carrier: string
  carrierZh: string
  packingNote: string
  lines: ToDispatchLine[]
}

export type DispatchLine = {
  id: number
  lineId: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  quantity: number
}

export type Dispatch = {
  id: number
  orderId: number
  /** Null: nobody wrote down when. */
  on: string | null
  status: 'posted' | 'reversed'
  /** Of a credit: goods that came back by it. */
  isReturn: boolean
  documentId: number | null
  documentNumber: string
  warehouseId: number | null
  warehouse: string
  carrierId: number | null
  carrier: string
  carrierZh: string
  trackingNumber: string
  reference: string
  note: string
  /** What the goods cost, in base currency, above zero; null where it is not known, or nothing left stock. */
  cost: string | null
  baseCurrency: string
  lines: DispatchLine[]
}
