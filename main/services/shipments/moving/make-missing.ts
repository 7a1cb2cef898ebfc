// Shipments for what left before there were any: dispatches of earlier books, and orders that a file called sent. Run twice, it
// finds nothing more to do.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { writeLightShipment } from '#main/services/shipments/moving/light-shipment.ts'
import { missingPastOrders, shipPastOrders } from '#main/services/shipments/moving/past-orders.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

const dispatchesSql = (what: string) => `SELECT ${what} FROM dispatches t CROSS JOIN sales_orders o ON o.id = t.order_id
  LEFT JOIN stock_documents d ON d.id = t.document_id
  WHERE t.shipment_id IS NULL AND t.status = 'posted' AND t.deleted = 0 AND o.document = 'order' AND o.deleted = 0`

export function countMissing(db: ReadDb): { dispatches: number; orders: number } {
  const row = db.get<{ count: number }>(dispatchesSql('count(*) AS count'))
  return { dispatches: row?.count ?? 0, orders: missingPastOrders(db).length }
}

type Dispatch = {
  id: Id
  orderId: Id
  on: Day | null
  warehouseId: Id | null
  carrierId: Id | null
  trackingNumber: string
}

export function makeMissing(tx: WriteTx): { made: number } {
  const dispatches = tx.all<Dispatch>(
    `${dispatchesSql(`t.id, t.order_id AS orderId, t.dispatched_on AS "on", d.warehouse_id AS warehouseId,
      t.carrier_id AS carrierId, t.tracking_number AS trackingNumber`)} ORDER BY t.dispatched_on, t.id`,
  )
  const made = dispatches.map(({ id, ...dispatch }) => {
    const lines = new Map(
      tx.raw('SELECT line_id, sum(qty_milli) FROM live_dispatch_lines WHERE dispatch_id = ? GROUP BY line_id', id) as [
        Id,
        number,
      ][],
    )
    const shipmentId = writeLightShipment(tx, { ...dispatch, lines })
    tx.update('dispatches', id, { shipment_id: shipmentId })
    return shipmentId
  })
  settleShipments(tx, made)
  return { made: made.length + shipPastOrders(tx, missingPastOrders(tx)) }
}
