// What moves stock, as the commands are given it: one schema each. Quantities are in the product's unit; a cost that is left
// out is not known, which is not 0.
import { z } from 'zod'
import {
  currencyField,
  dayField,
  decimalField,
  idField,
  lineField,
  noteField,
  quantityField,
  requiredLine,
} from '#shared/schemas/fields.ts'
import { adjustmentReasons, returnConditions } from '#shared/schemas/stock-documents.ts'

const positive = quantityField.gt(0)
const linesOf = <Line extends z.ZodType>(line: Line) => z.array(line).min(1, 'required').max(2000)

/** What any document says of itself. */
const head = {
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  on: dayField,
  reference: lineField(),
  note: noteField,
}

/** A batch (or serial number) that is there, or a new one that is made while receiving. */
export const batchChoice = z
  .union([
    z.object({ id: idField }),
    z.object({
      code: requiredLine(100),
      madeOn: dayField.nullable().default(null),
      expiresOn: dayField.nullable().default(null),
    }),
  ])
  .nullable()
  .default(null)
export type BatchChoice = z.output<typeof batchChoice>

/** What one unit cost, in its currency; null where nobody knows, which is not 0. */
const unitCost = {
  unitCost: z
    .object({ amount: decimalField.refine((text) => !text.startsWith('-'), 'negative'), currency: currencyField })
    .nullable()
    .default(null),
  /** Base currency for 1 of the cost's; empty takes the rate table's rate of the day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
}

const binField = idField.nullable().default(null)
const batchField = idField.nullable().default(null)

const receiveLine = z.object({
  productId: idField,
  quantity: positive,
  ...unitCost,
  batch: batchChoice,
  binId: binField,
  note: lineField(),
})

/** Goods received: from a supplier, or found in no other way. */
export const receiveInput = z.object({
  ...head,
  warehouseId: idField,
  partyId: idField.nullable().default(null),
  lines: linesOf(receiveLine),
})

const issueLine = z.object({
  productId: idField,
  quantity: positive,
  /** A product with batches says which go (`stock.proposeBatches`). */
  batchId: batchField,
  binId: binField,
  note: lineField(),
})

/** Goods that leave: to a customer, for an order or without one. */
export const issueInput = z.object({
  ...head,
  warehouseId: idField,
  partyId: idField.nullable().default(null),
  /** What is issued for an order is no longer reserved by it. */
  orderId: idField.nullable().default(null),
  lines: linesOf(issueLine),
})

const transferLine = z.object({
  productId: idField,
  quantity: positive,
  batchId: batchField,
  binId: binField,
  /** Where it arrives; only for a transfer in one step. */
  toBinId: binField,
  note: lineField(),
})

/** Goods that leave one place for another: in transit until they arrive, or there the same day. */
export const transferInput = z.object({
  ...head,
  warehouseId: idField,
  toWarehouseId: idField,
  /** Departure and arrival in one step, on the one day. */
  isDirect: z.boolean().default(false),
  lines: linesOf(transferLine),
})

const arrivalLine = z.object({
  /** The movement into transit whose goods arrive (`StockDocument.transit`). */
  movementId: idField,
  quantity: positive,
  binId: binField,
})

/** What arrived of a transfer; no lines: everything still on its way. What is missing stays in transit until it is settled. */
export const arriveInput = z.object({
  documentId: idField,
  on: dayField,
  lines: z.array(arrivalLine).max(2000).default([]),
})

/** What will never arrive goes out of transit with a reason; no lines: everything still on its way. */
export const settleTransitInput = z.object({
  documentId: idField,
  on: dayField,
  reason: z.enum(['lost', 'damaged', 'other']),
  note: lineField(),
  lines: z
    .array(z.object({ movementId: idField, quantity: positive }))
    .max(2000)
    .default([]),
})

const adjustLine = z.object({
  productId: idField,
  /** More (found) or less (lost), never 0. */
  quantity: quantityField.refine((value) => value !== 0, 'zero'),
  /** Only for more: what one unit is worth; left out, it enters without a known cost. */
  ...unitCost,
  batch: batchChoice,
  binId: binField,
  note: lineField(),
})

export const adjustInput = z.object({
  ...head,
  warehouseId: idField,
  reason: z.enum(adjustmentReasons),
  lines: linesOf(adjustLine),
})

const customerReturnLine = z.object({
  productId: idField,
  quantity: positive,
  /** The issue whose goods come back: they enter at the cost at which they left. */
  originId: idField.nullable().default(null),
  condition: z.enum(returnConditions).default('stock'),
  batch: batchChoice,
  binId: binField,
  note: lineField(),
})

/** Of a document that was posted: no more than this is ever changed. */
export const editDocumentInput = z.object({ id: idField, reference: lineField(), note: noteField })
export type EditDocumentInput = z.output<typeof editDocumentInput>

/** Goods that come back from a customer: to stock, to second quality, or to be thrown away. */
export const customerReturnInput = z.object({
  ...head,
  warehouseId: idField,
  /** Where second quality goes: a place whose stock is not for sale. Needed where a line is second quality. */
  secondWarehouseId: idField.nullable().default(null),
  partyId: idField.nullable().default(null),
  orderId: idField.nullable().default(null),
  lines: linesOf(customerReturnLine),
})

const supplierReturnLine = z.object({
  productId: idField,
  quantity: positive,
  /** The receipt that is sent back: it leaves at what it cost. */
  originId: idField.nullable().default(null),
  batchId: batchField,
  binId: binField,
  note: lineField(),
})

export const supplierReturnInput = z.object({
  ...head,
  warehouseId: idField,
  partyId: idField.nullable().default(null),
  lines: linesOf(supplierReturnLine),
})

/** A kit put together from its parts, or taken apart into them. */
export const assembleInput = z.object({
  ...head,
  warehouseId: idField,
  kitId: idField,
  quantity: positive,
  isTakingApart: z.boolean().default(false),
  batch: batchChoice,
  binId: binField,
  /** What goes in or comes out in all; empty: what the kit says it is made of. Parts with batches must be said. */
  parts: z
    .array(z.object({ productId: idField, quantity: positive, batch: batchChoice, binId: binField }))
    .max(500)
    .default([]),
})

/** Takes back a whole document, or some movements of one, by counter-movements. */
export const reverseStockInput = z.union([
  z.object({ documentId: idField, note: lineField() }),
  z.object({ movementIds: z.array(idField).min(1).max(2000), note: lineField() }),
])

/** Any posting, for a look at what it would change (`stock.preview`). */
export const stockPosting = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receive'), input: receiveInput }),
  z.object({ kind: z.literal('issue'), input: issueInput }),
  z.object({ kind: z.literal('transfer'), input: transferInput }),
  z.object({ kind: z.literal('arrive'), input: arriveInput }),
  z.object({ kind: z.literal('settleTransit'), input: settleTransitInput }),
  z.object({ kind: z.literal('adjust'), input: adjustInput }),
  z.object({ kind: z.literal('returnFromCustomer'), input: customerReturnInput }),
  z.object({ kind: z.literal('returnToSupplier'), input: supplierReturnInput }),
  z.object({ kind: z.literal('assemble'), input: assembleInput }),
  z.object({ kind: z.literal('reverse'), input: reverseStockInput }),
])

export type ReceiveInput = z.output<typeof receiveInput>
export type IssueInput = z.output<typeof issueInput>
export type TransferInput = z.output<typeof transferInput>
export type ArriveInput = z.output<typeof arriveInput>
export type SettleTransitInput = z.output<typeof settleTransitInput>
export type AdjustInput = z.output<typeof adjustInput>
export type CustomerReturnInput = z.output<typeof customerReturnInput>
export type SupplierReturnInput = z.output<typeof supplierReturnInput>
export type AssembleInput = z.output<typeof assembleInput>
export type ReverseStockInput = z.output<typeof reverseStockInput>
export type StockPosting = z.output<typeof stockPosting>
export type StockPostingDraft = z.input<typeof stockPosting>
