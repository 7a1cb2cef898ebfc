// What a grade forbids, allowed after all until a day, with a reason.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { refuseNoSupplier } from '#main/services/scores/scored-supplier.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ExceptionInput, GradeException } from '#shared/schemas/score-records.ts'

/** The one that lasts longest first. */
export function exceptionsOf(db: ReadDb, supplierId: Id): GradeException[] {
  return db.all(
    `SELECT e.id, e.reason, e.given_on AS givenOn, e.until_on AS untilOn, e.person_id AS personId,
       coalesce(p.name, '') AS person, coalesce(p.name_zh, '') AS personZh
     FROM grade_exceptions e INDEXED BY grade_exceptions_by_party LEFT JOIN people p ON p.id = e.person_id
     WHERE e.party_id = ? AND e.deleted = 0 ORDER BY e.until_on DESC, e.id DESC`,
    supplierId,
  )
}

export function addException(tx: WriteTx, { supplierId, reason, givenOn, untilOn }: ExceptionInput): Id {
  refuseNoSupplier(tx, supplierId)
  if (untilOn < bookToday(tx, tx.now)) throw new AppError('scores/exception-over', { untilOn, field: 'untilOn' })
  return tx.insert('grade_exceptions', {
    party_id: supplierId,
    reason,
    given_on: givenOn,
    until_on: untilOn,
    person_id: tx.personId,
  })
}

/** Ends it before its day: from today on it no longer holds. One that has not begun, or began today, is taken away. */
export function endException(tx: WriteTx, id: Id): void {
  const row = tx.get<{ givenOn: Day; untilOn: Day }>(
    'SELECT given_on AS givenOn, until_on AS untilOn FROM live_grade_exceptions WHERE id = ?',
    id,
  )
  if (!row) throw new AppError('scores/exception-not-found')
  const today = bookToday(tx, tx.now)
  if (row.givenOn >= today) tx.update('grade_exceptions', id, { deleted: 1 })
  else if (row.untilOn >= today) tx.update('grade_exceptions', id, { until_on: addDays(today, -1) })
}
