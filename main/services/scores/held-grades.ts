// The grade that holds: that of the newest period kept in which the supplier got one.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type Grade, gradeNames } from '#shared/schemas/score-settings.ts'

export type HeldGrade = { grade: Grade; runId: Id; itemId: Id; to: Day; previous: Grade | null; score: number | null }

type Row = { partyId: Id; grade: string; runId: Id; itemId: Id; to: Day; previous: string; score: number | null }

const columns = `SELECT i.party_id AS partyId, i.grade, i.run_id AS runId, i.id AS itemId, r.to_on AS "to",
  i.previous_grade AS previous, i.score FROM score_run_items i`

/** The newest by the period's last day, then by the day it was kept. */
export const newestRunFirst = 'r.to_on DESC, r.made_on DESC, r.id DESC'

export function heldGrade(db: ReadDb, supplierId: Id): HeldGrade | null {
  const row = db.get<Row>(
    `${columns} INDEXED BY score_run_items_by_party CROSS JOIN score_runs r ON r.id = i.run_id
     WHERE i.party_id = ? AND i.grade <> '' ORDER BY ${newestRunFirst} LIMIT 1`,
    supplierId,
  )
  return row ? held(row) : null
}

/** Of every supplier that has one; with `before`, of periods that ended before that day. */
export function heldGrades(db: ReadDb, before: Day | null = null): Map<Id, HeldGrade> {
  const rows = db.all<Row>(
    `${columns} CROSS JOIN score_runs r ON r.id = i.run_id
     WHERE i.grade <> ''${before === null ? '' : ' AND r.to_on < ?'} ORDER BY ${newestRunFirst}`,
    ...(before === null ? [] : [before]),
  )
  const grades = new Map<Id, HeldGrade>()
  for (const row of rows) {
    const found = grades.has(row.partyId) ? null : held(row)
    if (found) grades.set(row.partyId, found)
  }
  return grades
}

function held({ grade, previous, ...row }: Row): HeldGrade | null {
  const own = gradeIn(grade)
  return (
    own && {
      grade: own,
      previous: gradeIn(previous),
      runId: row.runId,
      itemId: row.itemId,
      to: row.to,
      score: row.score,
    }
  )
}

/** A grade as a kept period holds it; null for none, and for one of a later version that this one does not know. */
export function gradeIn(text: string): Grade | null {
  return gradeNames.find((grade) => grade === text) ?? null
}
