// A shipment leaves: one dispatch for each order inside, a departure for a transfer; what a supplier or a customer sends moves
// no stock of ours yet. All of it in one step, and never twice.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { orderIfThere } from '#main/services/dispatch/sendable-order.ts'
import { planArrivals } from '#main/services/lanes/plan-arrivals.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { issueInside, partsOf, transferInside } from '#main/services/shipments/moving/goods-inside.ts'
import { trackingNumbersOf, writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import {
  dispatchesInside,
  documentsInside,
  type InsideLine,
  linesInside,
  numbersInside,
} from '#main/services/shipments/moving/lines-inside.ts'
import { resentGoodsOf } from '#main/services/shipments/moving/resent-goods.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { previewOf } from '#main/services/stock/preview-posting.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import type { DispatchShipmentInput, MovedShipment, ShipmentMovePreview } from '#shared/schemas/shipment-moves.ts'
import type { StockWarning } from '#shared/schemas/stock-documents.ts'

/**
 * `shipments/already-sent` for one that left; `shipments/nothing-inside` where a shipment of orders or a transfer holds nothing;
 * what `orders.dispatch` and `stock.transfer` refuse, with the order or the line that it is about.
 */
export function dispatchShipment(tx: WriteTx, input: DispatchShipmentInput): MovedShipment {
  const shipment = shipmentFor(tx, 'dispatch', input.id)
  refuseDay(tx, input.on)
  const carrierId = input.carrierId ?? shipment.carrier_id
  const warehouseId = input.warehouseId ?? shipment.warehouse_id
  writeNumbers(tx, shipment.id, trackingNumbersOf(input.trackingNumber))
  const sending: Sending = { tx, input, shipment, lines: linesInside(tx, shipment.id), warehouseId, carrierId }
  refuseMore(sending)
  const moved = leave(sending)
  tx.update('shipments', shipment.id, {
    status: 'sent',
    sent_on: input.on,
    warehouse_id: warehouseId,
    carrier_id: carrierId,
    ...(carrierId === shipment.carrier_id ? {} : { service_id: null }),
  })
  planArrivals(tx, [shipment.id])
  // What it costs is of the day it left.
  postShipmentCosts(tx, [shipment.id])
  settleShipments(tx, [shipment.id])
  followShipments(tx, [shipment.id])
  return { id: shipment.id, number: shipment.number, ...moved }
}

/** What it would do to stock; writes nothing that stays, and throws what the dispatch itself would. */
export function previewShipment(tx: WriteTx, input: DispatchShipmentInput): ShipmentMovePreview {
  let documents = 0
  const preview = previewOf(tx, () => {
    const moved = dispatchShipment(tx, input)
    documents = moved.documents.length
    return moved
  })
  return { ...preview, documents }
}

export type Sending = {
  tx: WriteTx
  input: DispatchShipmentInput
  shipment: ShipmentsTable
  lines: readonly InsideLine[]
  warehouseId: Id | null
  carrierId: Id | null
}

type Moved = Pick<MovedShipment, 'documents' | 'warnings'>
const still: Moved = { documents: [], warnings: [] }

function leave(sending: Sending): Moved {
  const { tx, shipment, lines } = sending
  // A transfer that was on its way before it got a shipment has left already.
  if (dispatchesInside(tx, shipment.id).length > 0 || documentsInside(tx, shipment.id).length > 0) return still
  if (shipment.kind !== 'order' && shipment.kind !== 'transfer') return still
  if (lines.length === 0) throw new AppError('shipments/nothing-inside', { number: shipment.number })
  return shipment.kind === 'transfer' ? transferInside(sending) : leaveForOrders(sending)
}

function leaveForOrders(sending: Sending): Moved {
  const { tx, shipment, lines, input } = sending
  const goods = input.goods ?? resentGoodsOf(tx, shipment)
  if (shipment.follows_id !== null && !waitsForAll(tx, shipment, lines)) {
    return goods === 'same' ? still : issueInside(sending, lines)
  }
  const documents: MovedShipment['documents'] = []
  const warnings: StockWarning[] = []
  for (const [orderId, own] of Map.groupBy(lines, (line) => line.orderId)) {
    const posted = orderId === null ? issueInside(sending, own) : sendOrder(sending, orderId, own)
    documents.push(...posted.documents)
    warnings.push(...posted.warnings)
  }
  return { documents, warnings }
}

/**
 * The order waits for these goods: they came back, or never left. What it has open beside them is another matter: it waits for
 * that too, and gets it by another shipment.
 */
export function waitsForAll(db: ReadDb, { follows_id }: ShipmentsTable, lines: readonly InsideLine[]): boolean {
  if (lines.some((line) => line.orderLineId !== null && line.openMilli < line.qtyMilli)) return false
  const lineIds = JSON.stringify(lines.flatMap(({ orderLineId }) => orderLineId ?? []))
  return db.get(sentBeforeSql, follows_id, lineIds) === undefined
}

/** A dispatch that stands, by the shipments that had these goods before. */
const sentBeforeSql = `WITH RECURSIVE before(id) AS (SELECT CAST(? AS INTEGER) UNION
    SELECT s.follows_id FROM before b CROSS JOIN shipments s ON s.id = b.id WHERE s.follows_id IS NOT NULL)
  SELECT 1 FROM before b CROSS JOIN dispatches t INDEXED BY dispatches_by_shipment
    ON t.shipment_id = b.id AND t.shipment_id IS NOT NULL
  CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_dispatch ON g.dispatch_id = t.id
  WHERE t.status = 'posted' AND t.deleted = 0 AND g.deleted = 0 AND g.line_id IN (SELECT value FROM json_each(?)) LIMIT 1`

function sendOrder({ tx, input, shipment, warehouseId, carrierId }: Sending, orderId: Id, own: InsideLine[]): Moved {
  // An order that was sent under our eyes tells so better than the state that it has by it.
  if (!orderIfThere(tx, orderId)) throw new AppError('orders/not-found')
  const sent = dispatchOrder(tx, {
    ...dispatchInput.parse({
      ...{ orderId, on: input.on, warehouseId, carrierId, note: input.note },
      reference: input.reference || shipment.number,
      trackingNumber: numbersInside(tx, shipment.id),
      lines: own.flatMap((line) => {
        const lineId = line.orderLineId
        return lineId === null ? [] : partsOf(input, line).map((part) => ({ ...part, lineId }))
      }),
    }),
    shipmentId: shipment.id,
  })
  const documents = sent.documentId === null ? [] : [{ id: sent.documentId, number: sent.documentNumber }]
  return { documents, warnings: sent.warnings }
}

/** `shipments/more-than-line` where batches were told of more than a line holds. */
function refuseMore({ input, lines }: Sending): void {
  for (const [lineId, told] of Map.groupBy(input.lines, (line) => line.lineId)) {
    const line = lines.find(({ id }) => id === lineId)
    if (!line) throw new AppError('shipments/row-not-found', { field: 'lines' })
    const asked = told.reduce((sum, { quantity }) => sum + toMilli(quantity), 0)
    if (asked > line.qtyMilli) {
      const details = { line: line.position, product: line.sku || line.description }
      throw new AppError('shipments/more-than-line', {
        ...{ field: 'lines', ...details, asked: asked / 1000, open: line.qtyMilli / 1000 },
      })
    }
  }
}
