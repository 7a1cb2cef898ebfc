// The shipment that was put together for goods and waits for them to leave, however they do: from the order, from a pasted list, from a
// file. Without it each of these would make a second shipment, and the cartons of the first could never be sent.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { trackingNumbersOf, writeNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type WaitingShipment = {
  id: Id
  number: string
  warehouseId: Id | null
  carrierId: Id | null
  /** All that it holds: thousandths by line of an order; what is of none stands under 0. */
  lines: ReadonlyMap<Id, number>
}

const isWaiting = `s.status IN ('draft', 'packed') AND s.kind = 'order' AND s.follows_id IS NULL AND s.is_history = 0
  AND s.archived = 0 AND s.deleted = 0`

/** Those that wait with any of these lines of an order, oldest first. */
export function waitingShipments(db: ReadDb, lineIds: readonly Id[]): WaitingShipment[] {
  const rows = db.all<Omit<WaitingShipment, 'lines'> & { held: string }>(
    `SELECT s.id, s.number, s.warehouse_id AS warehouseId, s.carrier_id AS carrierId,
       (SELECT json_group_array(json_array(coalesce(g.order_line_id, 0), g.qty_milli)) FROM shipment_lines g
        INDEXED BY shipment_lines_by_shipment WHERE g.shipment_id = s.id AND g.deleted = 0) AS held
     FROM (SELECT DISTINCT x.shipment_id AS id FROM json_each(?) j CROSS JOIN shipment_lines x
         INDEXED BY shipment_lines_by_order_line ON x.order_line_id = j.value AND x.order_line_id IS NOT NULL
         WHERE x.deleted = 0) d
     CROSS JOIN shipments s ON s.id = d.id WHERE ${isWaiting} ORDER BY s.id`,
    JSON.stringify(lineIds),
  )
  return rows.map(({ held, ...head }) => ({ ...head, lines: sumsOf(JSON.parse(held) as [Id, number][]) }))
}

/**
 * Those of them that leave with these lines: the one that holds just them; else, where `several` may leave in one go, all that wait,
 * if together they hold just them. Null where neither is so.
 */
export function thoseThatLeave(
  waiting: readonly WaitingShipment[],
  lines: ReadonlyMap<Id, number>,
  several: boolean,
): readonly WaitingShipment[] | null {
  const fitting = waiting.filter((one) => isSame(one.lines, lines))
  if (fitting.length === 1) return fitting
  const together = sumsOf(waiting.flatMap((one) => [...one.lines]))
  return several && waiting.length > 1 && isSame(together, lines) ? waiting : null
}

function sumsOf(held: readonly (readonly [Id, number])[]): Map<Id, number> {
  const sums = new Map<Id, number>()
  for (const [lineId, milli] of held) sums.set(lineId, (sums.get(lineId) ?? 0) + milli)
  return sums
}

function isSame(held: ReadonlyMap<Id, number>, lines: ReadonlyMap<Id, number>): boolean {
  return held.size === lines.size && [...lines].every(([lineId, milli]) => held.get(lineId) === milli)
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
