// What moves with shipments: goods that leave, arrive and come back, what is decided of those that nobody took, and lists of
// numbers that carriers gave. Quantities are in the product's unit.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { dayField, decimalField, idField, lineField, noteField, quantityField } from '#shared/schemas/fields.ts'
import { creditReasons } from '#shared/schemas/orders.ts'
import { receivedPart } from '#shared/schemas/receiving.ts'
import type { StockPreview, StockWarning } from '#shared/schemas/stock-documents.ts'
import { returnConditions } from '#shared/schemas/stock-documents.ts'

const idOrNull = idField.nullable().default(null)
const positive = quantityField.gt(0)

/** Which goods a shipment that follows another one takes along: those of the first, or new ones from stock. */
const resentGoods = ['same', 'new'] as const
export type ResentGoods = (typeof resentGoods)[number]

export const dispatchShipmentInput = z.object({
  id: idField,
  on: dayField,
  /** Null: the shipment's own, else where each order says. */
  warehouseId: idOrNull,
  /** Null: the shipment's own. */
  carrierId: idOrNull,
  reference: lineField(),
  note: noteField,
  /** For a shipment whose parcels have no number yet. Several are parted by commas. */
  trackingNumber: lineField(),
  /** Only of one that sends another anew; null: new goods where the first was lost, damaged or destroyed. */
  goods: z.enum(resentGoods).nullable().default(null),
  /** Batches, pieces and bins of its lines; a line may stand here several times. What is left out goes by itself, whole. */
  lines: z
    .array(
      z.object({
        lineId: idField,
        quantity: positive,
        batchId: idOrNull,
        serials: z.array(idField).max(2000).default([]),
        binId: idOrNull,
      }),
    )
    .max(5000)
    .default([]),
})
export type DispatchShipmentInput = z.output<typeof dispatchShipmentInput>
export type DispatchShipmentDraft = z.input<typeof dispatchShipmentInput>

/** What a step did to stock: documents that it posted, and what is to be known of it. */
export type MovedShipment = {
  id: number
  number: string
  documents: { id: number; number: string }[]
  warnings: StockWarning[]
}

export type ShipmentMovePreview = StockPreview & { documents: number }

export const reverseShipmentInput = z.object({ id: idField, note: lineField() })

export const arriveShipmentInput = z.object({
  id: idField,
  on: dayField,
  reference: lineField(),
  note: noteField,
  /** Of a purchase or a return: where it comes in; null: the shipment's own, else where the order says. */
  warehouseId: idOrNull,
  /** Of a transfer: what was counted; none: all that is on its way. */
  transit: z
    .array(z.object({ movementId: idField, quantity: positive, binId: idOrNull }))
    .max(2000)
    .default([]),
  /** Of a transfer: what did not come is not waited for; null: it stays on its way. */
  missing: z.enum(['lost', 'damaged', 'other']).nullable().default(null),
  /** Of a purchase: by line of its orders; none: all that the shipment holds and that is open. */
  lines: z.array(receivedPart).max(2000).default([]),
  rejectsTo: idOrNull,
  /** Base currency for 1 of the orders', for those that have none; the table's of the day where it is left out. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  acceptOver: z.boolean().default(false),
  letGoRest: z.boolean().default(false),
})
export type ArriveShipmentInput = z.output<typeof arriveShipmentInput>
export type ArriveShipmentDraft = z.input<typeof arriveShipmentInput>

/** What did not arrive of a transfer, settled later. */
export const settleMissingInput = z.object({
  id: idField,
  on: dayField,
  reason: z.enum(['lost', 'damaged', 'other']),
  note: lineField(),
  lines: z
    .array(z.object({ movementId: idField, quantity: positive }))
    .max(2000)
    .default([]),
})
export type SettleMissingInput = z.output<typeof settleMissingInput>

/** Goods that are back: as if they had never left (their orders wait for them again), or taken back by a credit. */
export const takeReturnInput = z.object({
  /** The shipment that brings them, or the one that came back as it had gone. */
  id: idField,
  on: dayField,
  as: z.enum(['reopen', 'credit']),
  /** Of a credit. */
  reason: z.enum(creditReasons).exclude(['']).default('return'),
  note: lineField(),
  secondWarehouseId: idOrNull,
  /** Of a credit, by line of the order; none: all that the shipment holds, back into stock. */
  lines: z
    .array(
      z.object({
        orderLineId: idField,
        quantity: positive,
        condition: z.enum(returnConditions).default('stock'),
        batchId: idOrNull,
        binId: idOrNull,
      }),
    )
    .max(2000)
    .default([]),
})
export type TakeReturnInput = z.output<typeof takeReturnInput>
export type TakeReturnDraft = z.input<typeof takeReturnInput>

export const decideShipmentInput = z.object({
  id: idField,
  decision: z.enum(['resend', 'return', 'abandon']),
  on: dayField,
  note: lineField(500),
})
export type DecideShipmentInput = z.output<typeof decideShipmentInput>

/** Until when it has to be said what is done with one that nobody took; null: it is not asked for, whatever is heard. */
export const decideByInput = z.object({ id: idField, by: dayField.nullable() })

export type DecidedShipment = { id: number; followedById: number | null; followedByNumber: string }

export const ofShipmentInput = z.object({ id: idField })

/** `warehouseId`: of which place to tell what lies there; null: of the one that each line would leave from. */
export const toSendInput = z.object({ id: idField, warehouseId: idField.nullable().default(null) })

/** Something that moved by a shipment. */
export type ShipmentMove = {
  what: 'dispatch' | 'credit' | 'receipt' | 'transfer' | 'issue'
  on: string | null
  isTakenBack: boolean
  /** Of a receipt the purchase order; null where it is of none. */
  orderId: number | null
  orderNumber: string
  documentId: number | null
  documentNumber: string
}

export type ShipmentMoves = {
  moves: ShipmentMove[]
  /** Of a transfer: something has not arrived. */
  isOnItsWay: boolean
  /** Of a purchase: a part came in, and its orders still wait for the rest. */
  hasRest: boolean
  decideBy: string | null
  isDecided: boolean
  /** Somebody said that no decision is asked for. */
  isAskedNoMore: boolean
}

/** A line as its goods leave: what it holds, what its order still waits for, what lies where it leaves from. */
export type LineToSend = {
  lineId: number
  orderId: number | null
  orderNumber: string
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  quantity: number
  /** Of its order's line; null where it is of none. */
  open: number | null
  /** Where it would leave from; null where it is not kept in stock or no place is known. */
  onHand: number | null
}

export type ToSend = {
  id: number
  number: string
  kind: 'order' | 'transfer' | 'purchase' | 'return' | 'other'
  warehouseId: number | null
  warehouse: string
  carrierId: number | null
  carrier: string
  carrierZh: string
  hasNumbers: boolean
  /** Its news say so: the first day on which somebody else had it; null where nothing was heard of it. */
  movingSince: Day | null
  /** It sends another one anew: whether new goods leave stock unless somebody says otherwise. */
  goods: ResentGoods | null
  lines: LineToSend[]
}

export type ToArrive = {
  id: number
  number: string
  kind: ToSend['kind']
  warehouseId: number | null
  /** Arrived already: nothing more comes by it. */
  hasArrived: boolean
  transit: {
    movementId: number
    productId: number
    sku: string
    name: string
    nameZh: string
    unit: string
    batch: string
    sent: number
    open: number
  }[]
  /** Lines of purchase orders: what the shipment holds of them, and what of that is still open there. */
  purchases: {
    lineId: number
    orderId: number
    orderNumber: string
    productId: number | null
    sku: string
    name: string
    nameZh: string
    description: string
    unit: string
    tracking: 'none' | 'batch' | 'serial'
    quantity: number
    open: number
  }[]
  defects: { key: string; title: string }[]
  /** The currency of its purchase orders that have no rate; null where none or several are without. */
  rateOf: { currency: string; baseCurrency: string } | null
  /** Lines of sales orders whose goods come back: what can still come back of them. */
  returns: {
    orderLineId: number
    orderId: number
    orderNumber: string
    productId: number | null
    sku: string
    name: string
    nameZh: string
    description: string
    unit: string
    quantity: number
    open: number
  }[]
  /** The dispatches could be taken back whole, so that the orders wait for their goods again. */
  canReopen: boolean
}

/** A list as a carrier or a warehouse sends it: orders with their numbers. */
export const sentListInput = z.object({
  text: z.string().max(2_000_000),
  /** For rows that tell no day. */
  on: dayField,
  /** For rows that name none; null: the order's own. */
  carrierId: idOrNull,
  warehouseId: idOrNull,
  /** How days with figures alone are read; empty: it is asked where it is unclear. */
  dayOrder: z.enum(['', 'ymd', 'dmy', 'mdy']).default(''),
})
export type SentListInput = z.output<typeof sentListInput>
export type SentListDraft = z.input<typeof sentListInput>

export type SentListState =
  | 'ready'
  | 'numbers'
  | 'unknown'
  | 'ambiguous'
  | 'sent'
  | 'waiting'
  | 'short'
  | 'day'
  | 'unread'

export type SentListRow = {
  /** Where it stands in the text, from 1. */
  line: number
  text: string
  state: SentListState
  orderId: number | null
  /** Of a line that names a shipment. */
  shipmentId: number | null
  /** Of the order or of the shipment. */
  orderNumber: string
  customer: string
  customerZh: string
  trackingNumbers: string[]
  carrierId: number | null
  carrier: string
  on: string | null
  /** Why it cannot be sent, as the refusal says. */
  code: string
  details: Readonly<Record<string, unknown>>
}

export type SentListPreview = { rows: SentListRow[]; ready: number; needsDayOrder: boolean }
