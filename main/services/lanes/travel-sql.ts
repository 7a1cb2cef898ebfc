// Shipments that left, as groups of one outcome: the same as domain/lanes/shipment-outcome.ts says of each, in SQL.
import type { Param } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { ShipmentKind } from '#shared/schemas/shipment-words.ts'

export type TravelQuestion = {
  from: Day | null
  to: Day | null
  asOf: Day
  kind: ShipmentKind | null
  carrierId: number | null
}

const isDelivered = 'r.has_delivery_days = 1 AND r.delivered_on <= q.as_of'
const hasLeft = 'r.has_delivery_days = 0 AND r.left_on <= q.as_of'

/** The day on which it, or the first of its parcels, was. By the row of its own, so that only those of lost ones are read. */
const lostOn = `(SELECT iif(l.state IN ('lost', 'destroyed'), l.state_on, (SELECT min(substr(e.local_time, 1, 10))
    FROM shipment_events e INDEXED BY shipment_events_by_shipment
    WHERE e.shipment_id = l.id AND e.deleted = 0 AND e.state IN ('lost', 'destroyed')))
  FROM shipments l WHERE l.id = r.id)`
const isLost = `r.was_lost = 1 AND coalesce(${lostOn} <= q.as_of, 1)`

/** The index in `travelEnds`. */
export const endSql = `CASE WHEN ${isDelivered} THEN 1 WHEN ${isLost} THEN 2 WHEN ${hasLeft} THEN 3
  WHEN r.planned_on < q.as_of THEN 4 ELSE 0 END`

/** 1, 0, or NULL where it cannot be said. */
export const onTimeSql = `CASE WHEN ${isDelivered} THEN r.delivered_on <= r.planned_on WHEN ${isLost} THEN 0
  WHEN ${hasLeft} THEN r.left_on <= r.planned_on WHEN r.planned_on < q.as_of THEN 0 END`

const days = (from: string, to: string) => `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`

export const transitSql = `CASE WHEN ${isDelivered} AND r.delivered_on >= r.left_on THEN ${days('r.left_on', 'r.delivered_on')} END`

/** Delivered ones with a plan. */
export const delaySql = `CASE WHEN ${isDelivered} THEN max(0, ${days('r.planned_on', 'r.delivered_on')}) END`

/** The day that tells in which window of days and in which month a shipment lies. */
export const dayOfSql = 'coalesce(r.left_on, r.sent_on, r.delivered_on, r.planned_on)'

/** Rows under `r`, what is asked under `q`; what goes on behind it adds to the WHERE. */
export function travelsFrom(question: TravelQuestion): { sql: string; params: Param[] } {
  const narrowed = narrowedBy(question)
  return {
    sql: `FROM (SELECT ? AS as_of) q CROSS JOIN shipments r INDEXED BY shipments_measured
      WHERE r.status = 'sent' AND r.deleted = 0 AND coalesce(r.left_on, r.sent_on, '') <= q.as_of${narrowed.sql}`,
    params: [question.asOf, ...narrowed.params],
  }
}

/** Conditions on shipments `r`, to go on from a WHERE. */
export function narrowedBy({ from, to, kind, carrierId }: TravelQuestion): { sql: string; params: Param[] } {
  const conditions: [sql: string, param: Param | null][] = [
    [`${dayOfSql} >= ?`, from],
    [`${dayOfSql} <= ?`, to],
    ['r.kind = ?', kind],
    ['r.carrier_id = ?', carrierId],
  ]
  const asked = conditions.filter(([, param]) => param !== null)
  return { sql: asked.map(([sql]) => ` AND ${sql}`).join(''), params: asked.map(([, param]) => param) }
}
