// Goods of purchase orders as they come in: received, rejected, let go, sent on, taken back. Quantities are in the product's unit.
import { z } from 'zod'
import { dayField, decimalField, idField, lineField, noteField, quantityField } from '#shared/schemas/fields.ts'
import type { PostedDocument, StockPreview, StockWarning } from '#shared/schemas/stock-documents.ts'
import { batchChoice } from '#shared/schemas/stock-postings.ts'

/** What happens to goods that were rejected: they are sent anew, or nobody pays for them. */
export const remedies = ['replace', 'credit'] as const
export type Remedy = (typeof remedies)[number]

export const receivedPart = z
  .object({
    lineId: idField,
    /** All that came, the rejected among it. A line may stand here several times: once for each batch or piece. */
    quantity: quantityField.min(0),
    rejected: quantityField.min(0).default(0),
    /** One of the book's list of defects (supply setting `defects`); needed where something was rejected. */
    defect: lineField(60),
    remedy: z.union([z.literal(''), z.enum(remedies)]).default(''),
    batch: batchChoice,
    binId: idField.nullable().default(null),
    note: lineField(),
  })
  .refine(({ quantity, rejected }) => rejected <= quantity, { message: 'rejected_over', path: ['rejected'] })
  .refine(({ rejected, remedy }) => rejected === 0 || remedy !== '', { message: 'required', path: ['remedy'] })
  .refine(({ rejected, defect }) => rejected === 0 || defect !== '', { message: 'required', path: ['defect'] })

/** What came in of one order on one day. */
export const receivePurchaseInput = z.object({
  orderId: idField,
  on: dayField,
  /** Of the stock receipt; left empty, the next of this copy. */
  number: lineField(60),
  reference: lineField(),
  note: noteField,
  /** Null: where the order says, else the main warehouse. */
  warehouseId: idField.nullable().default(null),
  /** A place whose stock is not for sale, for what was rejected; null: it stays outside of stock. */
  rejectsTo: idField.nullable().default(null),
  /** Base currency for 1 of the order's; empty takes the order's own, else that of the day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  /** More than ordered and tolerated is refused unless this says yes. */
  acceptOver: z.boolean().default(false),
  /** What did not come with these lines is no longer waited for. */
  letGoRest: z.boolean().default(false),
  /** Lines bought for a sales order leave for its customer in the same step (factory to port). */
  sendOn: z.boolean().default(false),
  lines: z.array(receivedPart).min(1, 'required').max(2000),
})
export type ReceivePurchaseInput = z.output<typeof receivePurchaseInput>
export type ReceivePurchaseDraft = z.input<typeof receivePurchaseInput>
export type ReceivedPart = ReceivePurchaseInput['lines'][number]

/** How a line stands against what was ordered, these goods counted in. */
export type LineOutcome = {
  lineId: number
  /** `short` is less than ordered and tolerated, `over` more than ordered, `beyond` more than tolerated as well. */
  state: 'complete' | 'short' | 'over' | 'beyond'
  received: number
  rejected: number
  /** Still to come once this is posted. */
  open: number
  letGo: number
}

export type PostedReceipt = {
  /** One, or one for each sales order that goods were sent on for. */
  receipts: {
    id: number
    document: Omit<PostedDocument, 'warnings'> | null
    issue: Omit<PostedDocument, 'warnings'> | null
  }[]
  status: string
  lines: LineOutcome[]
  warnings: StockWarning[]
}

export type ReceiptPreview = StockPreview & {
  lines: LineOutcome[]
  status: string
  /** What the accepted goods come in at, in base currency; null while no cost or rate is known. */
  value: string | null
}

export const reverseReceiptInput = z.object({ receiptId: idField, note: lineField() })

/** Goods of a receipt that go back to the supplier; they leave stock at what they cost. */
export const sendBackInput = z.object({
  receiptId: idField,
  on: dayField,
  reference: lineField(),
  note: noteField,
  lines: z
    .array(z.object({ receiptLineId: idField, quantity: quantityField.gt(0), note: lineField() }))
    .min(1, 'required')
    .max(2000),
})
export type SendBackInput = z.output<typeof sendBackInput>

export type PurchaseReceiptLine = {
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
  accepted: number
  rejected: number
  defect: string
  remedy: '' | Remedy
  /** The movement that the accepted came in by; null where nothing became stock. */
  movementId: number | null
  batch: string
  /** Of the accepted, what has gone back to the supplier since. */
  sentBack: number
  /** What of it could still go back. */
  canGoBack: number
  note: string
}

export type PurchaseReceipt = {
  id: number
  orderId: number
  /** Null: nobody wrote down when. */
  on: string | null
  status: 'posted' | 'reversed'
  documentId: number | null
  documentNumber: string
  warehouse: string
  issueId: number | null
  issueNumber: string
  salesOrderId: number | null
  salesOrderNumber: string
  reference: string
  note: string
  lines: PurchaseReceiptLine[]
}

/** What the form of a receipt begins with. */
export type ToReceive = {
  orderId: number
  number: string
  status: string
  supplierId: number | null
  supplier: string
  supplierZh: string
  warehouseId: number
  currency: string
  /** Null: it must be said, unless one of the day is known (`dayRate`). */
  rate: string | null
  baseCurrency: string
  underPercent: number
  overPercent: number
  defects: DefectWord[]
  lines: {
    lineId: number
    position: number
    productId: number | null
    sku: string
    name: string
    nameZh: string
    description: string
    supplierCode: string
    unit: string
    tracking: 'none' | 'batch' | 'serial'
    ordered: number
    received: number
    rejected: number
    letGo: number
    open: number
    /** The most that may come in without a word: ordered and tolerated, less what is there. */
    most: number
    dueOn: string | null
    salesOrderId: number | null
    salesOrderNumber: string
  }[]
}

/** A defect of the list: a key of the shipped ones has its words in both languages, others have a title of the seller's own. */
export type DefectWord = { key: string; title: string }

/** What has no page of its own: where its order is. */
export const orderOfInput = z.object({ kind: z.enum(['milestone', 'inspection', 'claim']), id: idField })
export type OrderOfInput = z.output<typeof orderOfInput>

export const ofOrderInput = z.object({ orderId: idField })
