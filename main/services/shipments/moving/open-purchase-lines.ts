// Lines of purchase orders inside a shipment: what it holds of each, and what of that is still to come in. What was received of
// it, by this shipment or by hand, is not offered again.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { cameOfReceipt } from '#main/services/receiving/received-lines.ts'
import type { Id } from '#shared/ids.ts'

export type OpenPurchaseLine = { lineId: Id; orderId: Id; qtyMilli: number; openMilli: number }

/** Over a line `s` of a shipment: what of its order's line came in by this shipment. */
export const cameByShipment = `coalesce((SELECT sum(${cameOfReceipt})
    FROM purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line
    CROSS JOIN purchase_receipts t ON t.id = g.receipt_id
    WHERE g.line_id = s.purchase_line_id AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'
      AND t.shipment_id = s.shipment_id), 0)`

/** In the order of the shipment's lines. */
export function openPurchaseLines(db: ReadDb, shipmentId: Id): OpenPurchaseLine[] {
  return db.all<OpenPurchaseLine>(
    `SELECT s.purchase_line_id AS lineId, l.order_id AS orderId, sum(s.qty_milli) AS qtyMilli,
       max(0, min(l.open_milli, sum(s.qty_milli) - ${cameByShipment})) AS openMilli
     FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
     CROSS JOIN purchase_lines l ON l.id = s.purchase_line_id
     WHERE s.shipment_id = ? AND s.deleted = 0 GROUP BY s.purchase_line_id ORDER BY min(s.position), min(s.id)`,
    shipmentId,
  )
}

/** Currencies of these lines' orders that have no rate of their own; the base currency needs none. */
export function currenciesWithoutRate(db: ReadDb, lines: readonly OpenPurchaseLine[]): string[] {
  const ids = lines.filter(({ openMilli }) => openMilli > 0).map(({ orderId }) => orderId)
  const rows = db.raw(
    `SELECT DISTINCT currency FROM purchase_orders WHERE id IN (SELECT value FROM json_each(?)) AND rate IS NULL
       AND currency <> ? ORDER BY currency`,
    JSON.stringify(ids),
    baseCurrency(db),
  ) as [string][]
  return rows.map(([currency]) => currency)
}

/** Whether a part of a shipment's goods is here, and of the rest its orders still wait. */
export function hasOpenRest(db: ReadDb, shipmentId: Id): boolean {
  const lines = openPurchaseLines(db, shipmentId)
  return (
    lines.some(({ openMilli }) => openMilli > 0) && cameInside(db, shipmentId).some(({ cameMilli }) => cameMilli > 0)
  )
}

/** What came in by a shipment, by its line; of several of one line of an order, to the first ones first. */
export function cameInside(db: ReadDb, shipmentId: Id): { id: Id; qtyMilli: number; cameMilli: number }[] {
  const rows = db.all<{ id: Id; lineId: Id; qtyMilli: number; came: number }>(
    `SELECT s.id, s.purchase_line_id AS lineId, s.qty_milli AS qtyMilli, ${cameByShipment} AS came
     FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
     WHERE s.shipment_id = ? AND s.deleted = 0 AND s.purchase_line_id IS NOT NULL ORDER BY s.position, s.id`,
    shipmentId,
  )
  const left = new Map(rows.map(({ lineId, came }) => [lineId, came]))
  return rows.map(({ id, lineId, qtyMilli }) => {
    const cameMilli = Math.min(qtyMilli, left.get(lineId) ?? 0)
    left.set(lineId, (left.get(lineId) ?? 0) - cameMilli)
    return { id, qtyMilli, cameMilli }
  })
}
