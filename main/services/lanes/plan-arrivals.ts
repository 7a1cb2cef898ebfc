// A planned day for shipments that leave without one: from own measured days of the lane, else as the service tells it. What a
// person, an order or its legs said of the day stays.
import type { WriteTx } from '#main/db/database.ts'
import { expectedArrival } from '#main/services/lanes/expected-arrival.ts'
import { laneDays } from '#main/services/lanes/measured-days.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { LaneQuestion } from '#shared/schemas/lanes.ts'

type Unplanned = LaneQuestion & { id: Id; leftOn: Day; plannedOn: Day | null; plannedBy: string }

/** Called once they are sent; lanes that many of them share are asked once. Where nothing is known, there is no plan. */
export function planArrivals(tx: WriteTx, ids: readonly Id[]): void {
  const shipments = tx.all<Unplanned>(
    `SELECT s.id, s.carrier_id AS carrierId, s.service_id AS serviceId, s.mode, s.from_country AS fromCountry,
       s.ship_to_country AS toCountry, s.sent_on AS leftOn, s.planned_on AS plannedOn, s.planned_by AS plannedBy
     FROM json_each(?) j CROSS JOIN shipments s ON s.id = j.value
     WHERE s.status = 'sent' AND s.deleted = 0 AND s.is_history = 0 AND s.has_delivery_days = 1 AND s.sent_on IS NOT NULL
       AND (s.planned_on IS NULL OR s.planned_by IN ('measured', 'service'))`,
    JSON.stringify(ids),
  )
  if (shipments.length === 0) return
  const lanes = laneDays(tx)
  for (const { id, plannedOn, plannedBy, ...question } of shipments) {
    const expected = expectedArrival(tx, question, lanes)
    if (expected.on === null || (expected.by === plannedOn && expected.source === plannedBy)) continue
    tx.update('shipments', id, { planned_on: expected.by, planned_by: expected.source })
  }
}
