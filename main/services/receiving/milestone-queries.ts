// Milestones of one purchase order, with how each stands against its plan.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { Milestone, MilestoneKind } from '#shared/schemas/milestones.ts'

type Row = Omit<Milestone, 'state' | 'daysLate' | 'kind'> & { kind: MilestoneKind }

/** In the order of the work. */
export function milestonesOf(db: ReadDb, orderId: Id): Milestone[] {
  const today = bookToday(db, db.now)
  return db
    .all<Row>(
      `SELECT m.id, m.order_id AS orderId, m.position, m.kind, m.title, m.planned_on AS plannedOn, m.actual_on AS actualOn, m.note,
         (SELECT count(*) FROM live_record_attachments a WHERE a.record_kind = 'milestone' AND a.record_id = m.id) AS attachments
       FROM live_milestones m WHERE m.order_id = ? ORDER BY m.position, m.id`,
      orderId,
    )
    .map((row) => ({ ...row, ...standingOf(row, today) }))
}

function standingOf(
  { plannedOn, actualOn }: { plannedOn: Day | null; actualOn: Day | null },
  today: Day,
): Pick<Milestone, 'state' | 'daysLate'> {
  if (plannedOn === null) return { state: actualOn === null ? 'unplanned' : 'done', daysLate: null }
  const daysLate = Math.max(0, daysBetween(plannedOn, actualOn ?? today))
  if (actualOn !== null) return { state: daysLate > 0 ? 'behind' : 'done', daysLate }
  return { state: daysLate > 0 ? 'late' : 'waiting', daysLate }
}
