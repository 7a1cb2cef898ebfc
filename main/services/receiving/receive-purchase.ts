// Goods of a purchase order that came in: counted against its lines, the accepted posted to stock at cost, the rejected kept
// apart, and what was bought for a sales order sent on in the same step if asked for. Either all of it stands or none.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PurchaseOrdersTable } from '#main/db/tables.ts'
import { unitCost } from '#main/domain/purchases/unit-cost.ts'
import { followOrders, writeDispatch } from '#main/services/dispatch/write-dispatch.ts'
import { followPurchases } from '#main/services/purchases/purchase-progress.ts'
import { livingPurchase, purchaseFor } from '#main/services/purchases/purchase-rows.ts'
import {
  type Came,
  cameByLine,
  outcomeOf,
  type ReceivingLine,
  receivingLines,
} from '#main/services/receiving/received-lines.ts'
import { writeLightShipment } from '#main/services/shipments/moving/light-shipment.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { chosenBatch } from '#main/services/stock/batch-choice.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { type CostFinder, costFinder } from '#main/services/stock/receipt-costs.ts'
import { type MovementCost, mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { ppmToPercent } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { LineOutcome, PostedReceipt, ReceivedPart, ReceivePurchaseInput } from '#shared/schemas/receiving.ts'
import type { PostedDocument, StockWarning } from '#shared/schemas/stock-documents.ts'

/** What was posted, with what the accepted goods came in at (null: not known of all of them). */
export type Received = PostedReceipt & { valueMinor: number | null }

/** With the shipment that the goods came in by, where there is one. */
export type Receiving = ReceivePurchaseInput & { shipmentId?: Id }

/**
 * `receiving/over` where more came than ordered and tolerated, unless the input says yes to it; `stock/…` where a rule of
 * posting refuses; `purchases/cannot-receive` where the order is not on its way.
 */
export function receivePurchase(tx: WriteTx, input: Receiving): Received {
  const order = purchaseFor(tx, 'receive', input.orderId)
  if (input.on < order.ordered_on) {
    throw new AppError('receiving/before-order', { day: input.on, orderedOn: order.ordered_on, field: 'on' })
  }
  const lines = receivingLines(tx, order.id)
  const came = cameByLine(lines, input.lines)
  if (came.every(({ qtyMilli }) => qtyMilli === 0)) throw new AppError('receiving/nothing', { field: 'lines' })
  const outcomes = came.map((one) => outcomeOf(one, order, input.letGoRest))
  if (!input.acceptOver) refuseBeyond(outcomes, came, order)
  const work: Work = { tx, input, order, lines, costOf: costFinder(tx, input.on), values: [] }
  const posted = [...groupsOf(work).values()].map((parts, at) => postGroup(work, { parts, isFirst: at === 0 }))
  for (const [at, { line }] of came.entries()) {
    const letGoMilli = toMilli(outcomes[at]?.letGo ?? 0)
    if (letGoMilli !== line.let_go_milli) tx.update('purchase_lines', line.id, { let_go_milli: letGoMilli })
  }
  followPurchases(tx, [order.id])
  return {
    receipts: posted.map(({ warnings: _, ...receipt }) => receipt),
    status: livingPurchase(tx, order.id).status,
    lines: asSettled(tx, outcomes),
    warnings: posted.flatMap(({ warnings }) => warnings),
    valueMinor: sumOf(work.values),
  }
}

/** What is still to come of each line as its order stands now: one that is whole within its tolerance waits for nothing. */
function asSettled(db: ReadDb, outcomes: readonly LineOutcome[]): LineOutcome[] {
  const sql = 'SELECT open_milli AS milli FROM purchase_lines WHERE id = ?'
  return outcomes.map((one) => ({ ...one, open: (db.get<{ milli: number }>(sql, one.lineId)?.milli ?? 0) / 1000 }))
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

function refuseBeyond(outcomes: readonly LineOutcome[], came: readonly Came[], order: PurchaseOrdersTable): void {
  const at = outcomes.findIndex(({ state }) => state === 'beyond')
  const beyond = came[at]
  if (!beyond) return
  const { line } = beyond
  throw new AppError('receiving/over', {
    field: 'acceptOver',
    line: line.position,
    product: line.sku,
    ordered: line.qty_milli / 1000,
    received: outcomes[at]?.received ?? 0,
    tolerance: ppmToPercent(order.over_ppm),
  })
}

type Work = {
  tx: WriteTx
  input: Receiving
  order: PurchaseOrdersTable
  lines: ReadonlyMap<Id, ReceivingLine>
  costOf: CostFinder
  /** What each accepted part came in at. */
  values: (number | null)[]
}

/** Goods that are sent on leave by a document of their own sales order, and so come in by one of their own. */
function groupsOf({ input, lines }: Work): Map<Id | null, ReceivedPart[]> {
  const parts = input.lines.filter(({ quantity }) => quantity > 0)
  const onTheirWay = (part: ReceivedPart) => input.sendOn && part.quantity > part.rejected
  return Map.groupBy(parts, (part) => (onTheirWay(part) ? (lines.get(part.lineId)?.sales_order_id ?? null) : null))
}

type PostedGroup = PostedReceipt['receipts'][number] & { warnings: StockWarning[] }

/** A part as stock sees it; what is no product, or came in by rejects that stay outside, is none. */
type Goods = { part: ReceivedPart; line: ReceivingLine; productId: Id; batchId: Id | null; qtyMilli: number }

type Group = { parts: readonly ReceivedPart[]; isFirst: boolean }

function postGroup(work: Work, { parts, isFirst }: Group): PostedGroup {
  const { tx, input, order } = work
  const movements = new Map<ReceivedPart, Id>()
  const accepted: Goods[] = []
  const document = comesToStock(work, parts) ? postGoods(work, { parts, isFirst, movements, accepted }) : null
  // What never becomes stock keeps the rules of days all the same.
  if (document === null) refuseDay(tx, input.on)
  const issue = input.sendOn ? sendOn(work, accepted) : null
  const id = tx.insert('purchase_receipts', {
    order_id: order.id,
    document_id: document?.id ?? null,
    issue_id: issue?.id ?? null,
    received_on: input.on,
    reference: input.reference,
    note: input.note,
    shipment_id: input.shipmentId ?? null,
  })
  for (const part of parts) {
    const isRejected = part.rejected > 0
    tx.insert('purchase_receipt_lines', {
      receipt_id: id,
      line_id: part.lineId,
      qty_milli: toMilli(part.quantity),
      rejected_milli: toMilli(part.rejected),
      defect: isRejected ? part.defect : '',
      remedy: isRejected ? part.remedy : '',
      movement_id: movements.get(part) ?? null,
      note: part.note,
    })
  }
  const warnings = [...(document?.warnings ?? []), ...(issue?.warnings ?? [])]
  return { id, document: named(document), issue: named(issue), warnings }
}

function named(posted: PostedDocument | null): { id: Id; number: string } | null {
  return posted === null ? null : { id: posted.id, number: posted.number }
}

function comesToStock({ input, lines }: Work, parts: readonly ReceivedPart[]): boolean {
  return parts.some(({ lineId, quantity, rejected }) => {
    const isStock = (lines.get(lineId)?.product_id ?? null) !== null
    return isStock && (quantity > rejected || (rejected > 0 && input.rejectsTo !== null))
  })
}

type Posting = Group & { movements: Map<ReceivedPart, Id>; accepted: Goods[] }

/** One receipt: the accepted at cost, and the rejected, which nobody pays for, where they are kept apart. */
function postGoods(work: Work, { parts, isFirst, movements, accepted }: Posting): PostedDocument {
  const { tx, input, order, lines } = work
  const warehouseId = input.warehouseId ?? order.warehouse_id ?? mainWarehouse
  openPlace(tx, warehouseId)
  const apart = input.rejectsTo === null ? null : placeApart(tx, input.rejectsTo)
  const { on, reference, note } = input
  // A number that was told is that of the first receipt; others get the next ones.
  const number = isFirst ? input.number : ''
  const head = { kind: 'receipt', number, on, reference, note, warehouseId, partyId: order.supplier_id } as const
  return postDocument(tx, head, (post) => {
    for (const part of parts) {
      const line = lines.get(part.lineId)
      const productId = line?.product_id ?? null
      if (!line || productId === null) continue
      const rejectedMilli = toMilli(part.rejected)
      const qtyMilli = toMilli(part.quantity) - rejectedMilli
      const isKept = rejectedMilli > 0 && apart !== null
      const batchId = qtyMilli > 0 || isKept ? chosenBatch(tx, productId, part.batch) : null
      if (qtyMilli > 0) {
        const cost = costOfPart(work, line, qtyMilli)
        work.values.push(cost.valueMinor)
        const goods = { productId, warehouseId, qtyMilli, batchId, binId: part.binId, note: part.note, cost }
        movements.set(part, post(goods).id)
        accepted.push({ part, line, productId, batchId, qtyMilli })
      }
      if (isKept) {
        const cost = { ...costOfPart(work, line, rejectedMilli), micros: 0, valueMinor: 0 }
        post({
          productId,
          warehouseId: apart,
          qtyMilli: rejectedMilli,
          batchId,
          note: part.note,
          reason: 'rejected',
          cost,
        })
      }
    }
  })
}

/** Rejected goods must not be offered for sale with the rest. */
function placeApart(tx: WriteTx, id: Id): Id {
  const place = openPlace(tx, id, 'rejectsTo')
  if (place.isSellable) throw new AppError('receiving/sellable-place', { field: 'rejectsTo', place: place.name })
  return place.id
}

/** By the order's own rate, where it has one, else the one told or the table's of the day; `stock/no-rate` where none is known. */
function costOfPart({ input, order, costOf }: Work, line: ReceivingLine, qtyMilli: number): MovementCost {
  const { currency } = order
  const told = unitCost(
    { priceMicros: line.price_micros, discountPpm: line.discount_ppm },
    {
      currency,
      vatIncluded: order.vat_included === 1,
      vatPpm: order.vat_ppm,
      vatRecoverable: order.vat_recoverable === 1,
    },
  )
  const cost = costOf({ unitCost: told, rate: input.rate || order.rate || '' }, qtyMilli)
  if (cost === null) throw new Error('a told cost that was not taken')
  const isOwnRate = input.rate === '' && order.rate !== null
  return isOwnRate ? { ...cost, rateOn: order.rate_on as Day } : cost
}

/** What was bought for a sales order leaves for its customer at once: from the factory to the port. */
function sendOn({ tx, input, order }: Work, accepted: readonly Goods[]): PostedDocument | null {
  const linked = accepted.filter(({ line }) => line.sales_order_id !== null)
  const [first] = linked
  if (!first) return null
  const warehouseId = input.warehouseId ?? order.warehouse_id ?? mainWarehouse
  const { on, reference } = input
  const forOrder = { orderId: first.line.sales_order_id, partyId: first.line.customer_id }
  const issue = postDocument(tx, { kind: 'issue', on, reference, warehouseId, ...forOrder }, (post) => {
    for (const { productId, batchId, qtyMilli, part } of linked) {
      post({ productId, warehouseId, qtyMilli: -qtyMilli, batchId, binId: part.binId })
    }
  })
  noteDirect(tx, { orderId: forOrder.orderId ?? 0, documentId: issue.id, warehouseId, on, reference, goods: linked })
  return issue
}

type Direct = { orderId: Id; documentId: Id; warehouseId: Id; on: Day; reference: string; goods: readonly Goods[] }

/** The order's lines know by a dispatch. Parts of kits are no lines of their own: the issue that names the order tells of them. */
function noteDirect(tx: WriteTx, { goods, warehouseId, ...head }: Direct): void {
  const isOfLine = ({ line, productId }: Goods) => line.sales_line_id !== null && line.sold_product_id === productId
  if (goods.every(isOfLine)) {
    const lines = new Map<Id, number>()
    for (const { line, qtyMilli } of goods) {
      const id = line.sales_line_id ?? 0
      lines.set(id, (lines.get(id) ?? 0) + qtyMilli)
    }
    const { orderId, on } = head
    const shipment = { orderId, on, warehouseId, carrierId: null, trackingNumber: '' }
    const shipmentId = writeLightShipment(tx, { ...shipment, lines })
    writeDispatch(tx, { ...head, carrierId: null, trackingNumber: '', note: '', lines, shipmentId })
    settleShipments(tx, [shipmentId])
  }
  followOrders(tx, [head.orderId])
}
