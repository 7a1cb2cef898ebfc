// The shipment that was put together for goods and waits for them to leave, however they do: from the order, from a pasted list, from a
// file. Without it each of these would make a second shipment, and the cartons of the first could never be sent.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { trackingNumbersOf, writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type WaitingShipment = { id: Id; warehouseId: Id | null; carrierId: Id | null }

const isWaiting = `s.status IN ('draft', 'packed') AND s.kind = 'order' AND s.follows_id IS NULL AND s.is_history = 0
  AND s.archived = 0 AND s.deleted = 0`

/** The one that holds exactly these lines of an order (thousandths) and nothing else; null where there is none, or several. */
export function waitingShipment(db: ReadDb, lines: ReadonlyMap<Id, number>): WaitingShipment | null {
  const rows = db.all<WaitingShipment & { held: string }>(
    `SELECT s.id, s.warehouse_id AS warehouseId, s.carrier_id AS carrierId,
       (SELECT json_group_array(json_array(coalesce(g.order_line_id, 0), g.qty_milli)) FROM shipment_lines g
        INDEXED BY shipment_lines_by_shipment WHERE g.shipment_id = s.id AND g.deleted = 0) AS held
     FROM (SELECT DISTINCT x.shipment_id AS id FROM json_each(?) j CROSS JOIN shipment_lines x
         INDEXED BY shipment_lines_by_order_line ON x.order_line_id = j.value AND x.order_line_id IS NOT NULL
         WHERE x.deleted = 0) d
     CROSS JOIN shipments s ON s.id = d.id WHERE ${isWaiting}`,
    JSON.stringify([...lines.keys()]),
  )
  const fitting = rows.filter(({ held }) => isSame(JSON.parse(held) as [Id, number][], lines))
  const [only] = fitting
  return only && fitting.length === 1 ? { id: only.id, warehouseId: only.warehouseId, carrierId: only.carrierId } : null
}

/** Numbers of shipments that wait with goods of an order, oldest first. */
export function waitingNumbers(db: ReadDb, orderId: Id): string[] {
  const rows = db.raw(
    `SELECT DISTINCT s.id, s.number FROM order_lines l INDEXED BY order_lines_by_order
     CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line
       ON x.order_line_id = l.id AND x.order_line_id IS NOT NULL AND x.deleted = 0
     CROSS JOIN shipments s ON s.id = x.shipment_id
     WHERE l.order_id = ? AND l.deleted = 0 AND ${isWaiting} ORDER BY s.id`,
    orderId,
  ) as [Id, string][]
  return rows.map(([, number]) => number)
}

function isSame(held: readonly (readonly [Id, number])[], lines: ReadonlyMap<Id, number>): boolean {
  const sums = new Map<Id, number>()
  for (const [lineId, milli] of held) sums.set(lineId, (sums.get(lineId) ?? 0) + milli)
  return sums.size === lines.size && [...lines].every(([lineId, milli]) => sums.get(lineId) === milli)
}

type Leaving = {
  on: Day
  warehouseId: Id | null
  carrierId: Id | null
  trackingNumber: string
  head?: Readonly<Record<string, Param | undefined>> | undefined
}

/** It leaves with what is known of it. Its service goes with another carrier. */
export function sendWaiting(tx: WriteTx, { id, carrierId }: WaitingShipment, leaving: Leaving): void {
  tx.update('shipments', id, {
    status: 'sent',
    sent_on: leaving.on,
    warehouse_id: leaving.warehouseId,
    carrier_id: leaving.carrierId,
    ...(leaving.carrierId === carrierId ? {} : { service_id: null }),
    ...leaving.head,
  })
  writeNumbers(tx, id, trackingNumbersOf(leaving.trackingNumber))
}
