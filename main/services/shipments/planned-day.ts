// The day on which a shipment should arrive, and who says so: a person or the promise of its order first, then its legs, then
// what was measured or told.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PlannedBy } from '#shared/schemas/shipments.ts'

type Plan = { planned_on: string | null; planned_by: PlannedBy }

/** A day that the form only gives back is not typed. */
export function plannedDay(
  plannedOn: Day | null,
  before: { planned_on: string | null; planned_by: string } | null,
): Plan {
  if (plannedOn === null) return { planned_on: null, planned_by: '' }
  const isGivenBack = before !== null && before.planned_by !== '' && plannedOn === before.planned_on
  return { planned_on: plannedOn, planned_by: isGivenBack ? (before.planned_by as PlannedBy) : 'typed' }
}

/**
 * Where nobody typed or promised a day, the last leg's planned arrival says it; one that came from legs goes with them. The day on
 * which it really came in is no plan: held against itself, everything would be on time; and so would everything be that is held
 * against the forwarder's plan and not against what the customer was told.
 */
export function planByLegs(tx: WriteTx, id: Id): void {
  const row = tx.get<Plan>('SELECT planned_on, planned_by FROM shipments WHERE id = ?', id)
  if (!row || row.planned_by === 'typed' || row.planned_by === 'order') return
  const on = arrivalByLegs(tx, id)
  if (on === null && row.planned_by !== 'legs') return
  if (on === row.planned_on && row.planned_by === 'legs') return
  tx.update('shipments', id, { planned_on: on, planned_by: on === null ? '' : 'legs' })
}

function arrivalByLegs(db: ReadDb, id: Id): Day | null {
  const sql = `SELECT planned_arrival_on AS "on" FROM live_shipment_legs WHERE shipment_id = ?
    ORDER BY position DESC, id DESC LIMIT 1`
  return db.get<{ on: Day | null }>(sql, id)?.on ?? null
}

/** What leaves on a day cannot be planned to be there before it. */
export function refusePlanBeforeStart(plannedOn: Day | null, startOn: string | null): void {
  if (plannedOn !== null && startOn !== null && plannedOn < startOn)
    throw new AppError('shipments/planned-before-sent', { sentOn: startOn, field: 'plannedOn' })
}
