// What of the lines of orders is still to be put into a shipment: what is open less what other shipments that have not left (or
// have not come in) hold of it.
import type { ReadDb } from '#main/db/database.ts'
import { cameOfReceipt } from '#main/services/receiving/received-lines.ts'
import type { Id } from '#shared/ids.ts'

/** In thousandths: still to be sent or to come, and what others hold of that. What is left is never below zero. */
export type FreeOfLine = { openMilli: number; heldMilli: number; freeMilli: number }

/** SQL over a line `l` of an order `o`, in thousandths. A line of a draft is open as a whole; of one that is over, nothing is. */
export const openOfOrder = `CASE WHEN o.is_history = 1 OR o.document <> 'order' THEN 0
  WHEN o.status = 'draft' THEN max(0, l.qty_milli - l.cancelled_milli) ELSE l.open_milli END`
const openOfPurchase = `CASE WHEN o.is_history = 1 THEN 0
  WHEN o.status = 'draft' THEN max(0, l.qty_milli - l.let_go_milli) ELSE l.open_milli END`

/** Goods of a shipment that has left count as sent by their dispatch. */
const heldOfOrder = `SELECT coalesce(sum(x.qty_milli), 0)
  FROM shipment_lines x INDEXED BY shipment_lines_by_order_line CROSS JOIN shipments s ON s.id = x.shipment_id
  WHERE x.order_line_id = l.id AND x.deleted = 0 AND s.deleted = 0 AND s.kind = 'order' AND s.is_history = 0
    AND s.status IN ('draft', 'packed') AND s.id <> CAST(? AS INTEGER)`
/** Goods of a supplier are on their way in a shipment until a receipt names it, the rest until it comes or is let go of. */
const heldOfPurchase = `SELECT coalesce(sum(max(0, h.milli - coalesce((
    SELECT sum(${cameOfReceipt}) FROM purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line
    CROSS JOIN purchase_receipts t ON t.id = g.receipt_id
    WHERE g.line_id = l.id AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted' AND t.shipment_id = h.id), 0))), 0)
  FROM (SELECT s.id, sum(x.qty_milli) AS milli
    FROM shipment_lines x INDEXED BY shipment_lines_by_purchase_line CROSS JOIN shipments s ON s.id = x.shipment_id
    WHERE x.purchase_line_id = l.id AND x.deleted = 0 AND s.deleted = 0 AND s.kind = 'purchase' AND s.is_history = 0
      AND s.status <> 'cancelled' AND s.id <> CAST(? AS INTEGER) GROUP BY s.id) h`

export type Side = 'order' | 'purchase'

const sides: Record<Side, { lines: string; orders: string; open: string; held: string }> = {
  order: { lines: 'live_order_lines', orders: 'sales_orders', open: openOfOrder, held: heldOfOrder },
  purchase: { lines: 'live_purchase_lines', orders: 'purchase_orders', open: openOfPurchase, held: heldOfPurchase },
}

/** SQL over a line `l` of an order `o`, in thousandths; of what is held, one parameter names the shipment that does not count. */
export function openAndHeld(side: Side): { open: string; held: string } {
  return sides[side]
}

/** By line; one that is not there is left out. `exceptId`: what that shipment holds itself counts as free. */
export function freeOfLines(
  db: ReadDb,
  side: Side,
  lineIds: readonly Id[],
  exceptId: Id | null = null,
): Map<Id, FreeOfLine> {
  if (lineIds.length === 0) return new Map()
  const { lines, orders, open, held } = sides[side]
  const rows = db.raw(
    `SELECT l.id, ${open}, (${held}) FROM json_each(?) j CROSS JOIN ${lines} l ON l.id = j.value
     JOIN ${orders} o ON o.id = l.order_id`,
    ...[exceptId ?? 0, JSON.stringify(lineIds)],
  ) as [Id, number, number][]
  return new Map(
    rows.map(([id, openMilli, heldMilli]) => [
      id,
      { openMilli, heldMilli, freeMilli: Math.max(0, openMilli - heldMilli) },
    ]),
  )
}
