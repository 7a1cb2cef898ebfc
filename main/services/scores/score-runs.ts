// Periods that are kept: the board as it stands, with the settings it was made by. The grades of the newest one hold.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { Board } from '#main/services/scores/board.ts'
import { heldGrades } from '#main/services/scores/held-grades.ts'
import { rankedSuppliers } from '#main/services/scores/ranked-suppliers.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { KeepPeriodInput, PeriodProposal } from '#shared/schemas/score-records.ts'
import { figureNames } from '#shared/schemas/scores.ts'

/** Keeps the scores of a window. `scores/nothing-to-keep` where no supplier could be scored. */
export function keepPeriod(tx: WriteTx, { from, to, asOf, note }: KeepPeriodInput): { id: Id; changed: number } {
  const today = bookToday(tx, tx.now)
  if (to > today) throw new AppError('scores/period-not-over', { to, field: 'to' })
  const { question, board } = rankedSuppliers(tx, { from, to, asOf: asOf ?? today })
  const rows = board.rows.filter(
    ({ supplierId, kind, score }) => supplierId !== null && kind !== 'own' && score !== null,
  )
  if (rows.length === 0) throw new AppError('scores/nothing-to-keep')
  const { criteria, grades, scoring, graceDays, underTolerance } = question
  const id = tx.insert('score_runs', {
    made_on: today,
    from_on: from,
    to_on: to,
    as_of: question.asOf,
    parameters: JSON.stringify({ criteria, grades, scoring, graceDays, underTolerance }),
    note,
    person_id: tx.personId,
  })
  // What held before: of periods that ended earlier, so that an older one kept later does not look back on the future.
  const before = heldGrades(tx, addDays(to, 1))
  let changed = 0
  for (const row of rows) {
    const previous = before.get(row.supplierId ?? 0)?.grade ?? null
    if (previous !== null && row.grade !== null && previous !== row.grade) changed += 1
    tx.insert('score_run_items', itemOf(id, row, previous))
  }
  return { id, changed }
}

function itemOf(runId: Id, row: Board['rows'][number], previous: string | null) {
  const figures = Object.fromEntries(figureNames.map((name) => [name, row[name]]))
  return {
    run_id: runId,
    party_id: row.supplierId,
    score: row.score,
    own_score: row.ownScore,
    rank: row.rank,
    grade: row.grade ?? '',
    previous_grade: previous ?? '',
    cases: row.cases,
    coverage: row.coverage,
    figures: JSON.stringify({ figures, reasons: row.reasons, n: row.n, criteria: row.criteria }),
  }
}

/** Up to the end of the last complete month, looking back as many months as scoring is set to. */
export function periodToKeep(db: ReadDb): PeriodProposal {
  const today = bookToday(db, db.now)
  const { windowMonths } = supplySetting(db, 'scoring')
  const to = addDays(firstOfMonth(today, 0), -1)
  const from = firstOfMonth(addDays(to, 1), -windowMonths)
  const last = db.get<{ day: Day | null }>('SELECT max(to_on) AS day FROM score_runs INDEXED BY score_runs_by_period')
  const lastKept = last?.day ?? null
  return { from, to, isKept: lastKept !== null && lastKept >= to, lastKept }
}

function firstOfMonth(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const found = dayFromParts(Math.floor(at / 12), (at % 12) + 1, 1)
  if (found === null) throw new RangeError(`no month ${months} from ${day}`)
  return found
}
