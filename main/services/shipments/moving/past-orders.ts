// Shipments of orders that a file calls sent, without anything having left our stock: the past of carriers and lanes. They say when
// it left, when it should arrive and when it did, as far as the file tells.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import { writeLightShipment } from '#main/services/shipments/moving/light-shipment.ts'
import { noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type PastOrder = {
  id: Id
  carrierId: Id | null
  warehouseId: Id | null
  shippedOn: Day | null
  requiredOn: Day | null
  deliveredOn: Day | null
}

/** That it left is told by its day, or by its state where somebody carried it. */
const hasLeft = `(o.shipped_on IS NOT NULL
  OR (o.status IN ('shipped', 'delivered', 'closed') AND (o.carrier_id IS NOT NULL OR o.delivered_on IS NOT NULL)))`
const isSold = "o.deleted = 0 AND o.document = 'order' AND o.status NOT IN ('draft', 'cancelled')"

const columns = `o.id, o.carrier_id AS carrierId, o.warehouse_id AS warehouseId, o.shipped_on AS shippedOn,
  o.required_on AS requiredOn, o.delivered_on AS deliveredOn`

const withoutShipment = `EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_by_order
    WHERE l.order_id = o.id AND l.deleted = 0 AND l.qty_milli > l.cancelled_milli)
  AND NOT EXISTS (SELECT 1 FROM dispatches t INDEXED BY dispatches_by_order
    WHERE t.order_id = o.id AND t.deleted = 0 AND t.status = 'posted')
  AND NOT EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_by_order
    CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id AND g.deleted = 0
    CROSS JOIN shipments s ON s.id = g.shipment_id AND s.deleted = 0 AND s.status <> 'cancelled'
    WHERE l.order_id = o.id)`

/** Orders that have left and have no shipment; of some, or of all. */
export function missingPastOrders(db: ReadDb, ids: readonly Id[] | 'all' = 'all'): PastOrder[] {
  const where = `${isSold} AND ${hasLeft} AND ${withoutShipment}`
  if (ids === 'all') return db.all<PastOrder>(`SELECT ${columns} FROM sales_orders o WHERE ${where} ORDER BY o.id`)
  return db.all<PastOrder>(
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value WHERE ${where} ORDER BY o.id`,
    JSON.stringify(ids),
  )
}

/** Gives how many were made. */
export function shipPastOrders(tx: WriteTx, orders: readonly PastOrder[]): number {
  const wanted = wantedLines(
    tx,
    orders.map(({ id }) => id),
  )
  const made = orders.map((order) => {
    const { id: orderId, shippedOn: on, carrierId, warehouseId } = order
    const parts = { orderId, on, carrierId, warehouseId, trackingNumber: '' }
    const shipmentId = writeLightShipment(tx, {
      ...parts,
      lines: wanted.get(orderId) ?? new Map(),
      head: pastHead(order),
    })
    noteDelivery(tx, shipmentId, order.deliveredOn)
    return shipmentId
  })
  settleShipments(tx, made)
  return made.length
}

/** What was promised holds even where it left after that day: it is late by it. */
export function pastHead({ requiredOn, deliveredOn }: Pick<PastOrder, 'requiredOn' | 'deliveredOn'>) {
  return {
    is_history: 1,
    planned_on: requiredOn,
    planned_by: requiredOn === null ? '' : 'order',
    has_delivery_days: deliveredOn === null ? 0 : 1,
  }
}

export function noteDelivery(tx: WriteTx, shipmentId: Id, deliveredOn: Day | null): void {
  if (deliveredOn !== null) noteOwnEvent(tx, shipmentId, { state: 'delivered', on: deliveredOn })
}

type WantedLine = [orderId: Id, lineId: Id, milli: number, isGoods: number]

/** All that was wanted of the goods of each order; a charge beside goods is none. */
function wantedLines(db: ReadDb, orderIds: readonly Id[]): Map<Id, Map<Id, number>> {
  const lines = db.raw(
    `SELECT l.order_id, l.id, l.qty_milli - l.cancelled_milli, l.product_id IS NOT NULL OR l.external_sku <> '' AS is_goods
     FROM json_each(?) j CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = j.value
     WHERE l.deleted = 0 AND l.qty_milli > l.cancelled_milli ORDER BY l.order_id, is_goods DESC, l.position, l.id`,
    JSON.stringify(orderIds),
  ) as WantedLine[]
  const wanted = new Map<Id, Map<Id, number>>()
  const haveGoods = new Set<Id>()
  for (const [orderId, lineId, milli, isGoods] of lines) {
    if (isGoods === 1) haveGoods.add(orderId)
    else if (haveGoods.has(orderId)) continue
    const ofOrder = wanted.get(orderId) ?? new Map()
    wanted.set(orderId, ofOrder.set(lineId, milli))
  }
  return wanted
}

/** A file read again may tell another day or carrier: the shipment of such an order says what its order does. */
export function followPastOrders(tx: WriteTx, ids: readonly Id[]): void {
  const rows = tx.all<PastOrder & { shipmentId: Id; wasDelivered: Day | null }>(
    `SELECT ${columns}, min(s.id) AS shipmentId, s.delivered_on AS wasDelivered
     FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
     CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id AND l.deleted = 0
     CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id AND g.deleted = 0
     CROSS JOIN shipments s ON s.id = g.shipment_id AND s.deleted = 0 AND s.is_history = 1 AND s.kind = 'order'
       AND s.order_count = 1
     GROUP BY o.id HAVING count(DISTINCT s.id) = 1`,
    JSON.stringify(ids),
  )
  const moved = rows.filter((row) => {
    const { shipmentId, shippedOn, carrierId, deliveredOn, wasDelivered } = row
    const isTold = shippedOn !== null || deliveredOn !== null
    const days = isTold ? { sent_on: shippedOn ?? undefined, ...pastHead(row) } : {}
    const head = applyColumns(tx, 'shipments', shipmentId, { ...days, carrier_id: carrierId ?? undefined })
    if (wasDelivered === null) noteDelivery(tx, shipmentId, deliveredOn)
    return head === 'changed' || (wasDelivered === null && deliveredOn !== null)
  })
  settleShipments(
    tx,
    moved.map(({ shipmentId }) => shipmentId),
  )
}
