// Kept periods as they are read.
import { z } from 'zod'
import type { ReadDb } from '#main/db/database.ts'
import { gradeIn, newestRunFirst } from '#main/services/scores/held-grades.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { readJson } from '#shared/read-json.ts'
import type { KeptScore, ScoreRun, ScoreRunItem } from '#shared/schemas/score-records.ts'
import type { KeptFigures } from '#shared/schemas/scores.ts'

type RunRow = Omit<ScoreRun, 'grades' | 'suppliers' | 'changed'>

const runColumns = `SELECT r.id, r.made_on AS madeOn, r.from_on AS "from", r.to_on AS "to", r.as_of AS asOf, r.note,
  r.person_id AS personId, coalesce(p.name, '') AS person, coalesce(p.name_zh, '') AS personZh
  FROM score_runs r LEFT JOIN people p ON p.id = r.person_id`

/** The newest first. */
export function scoreRuns(db: ReadDb): ScoreRun[] {
  return db.all<RunRow>(`${runColumns} ORDER BY ${newestRunFirst}`).map((row) => ({ ...row, ...countsOf(db, row.id) }))
}

function countsOf(db: ReadDb, runId: Id): Pick<ScoreRun, 'grades' | 'suppliers' | 'changed'> {
  const rows = db.raw(
    `SELECT grade, count(*), sum(previous_grade <> '' AND grade <> '' AND previous_grade <> grade)
     FROM score_run_items INDEXED BY score_run_items_by_run WHERE run_id = ? GROUP BY grade`,
    runId,
  ) as [string, number, number][]
  return {
    grades: Object.fromEntries(rows.filter(([grade]) => gradeIn(grade) !== null)),
    suppliers: rows.reduce((sum, [, count]) => sum + count, 0),
    changed: rows.reduce((sum, [, , count]) => sum + count, 0),
  }
}

type ItemRow = Omit<KeptScore, 'grade' | 'previousGrade'> & { grade: string; previousGrade: string }

const itemColumns = `i.run_id AS runId, r.made_on AS madeOn, r.from_on AS "from", r.to_on AS "to", i.score,
  i.own_score AS ownScore, i.rank, i.grade, i.previous_grade AS previousGrade, i.cases, i.coverage`

/** One supplier's, the newest first, with the figures of each period. */
export function keptScores(db: ReadDb, supplierId: Id): KeptFigures[] {
  return db
    .all<ItemRow & { kept: string }>(
      `SELECT ${itemColumns}, i.figures AS kept FROM score_run_items i INDEXED BY score_run_items_by_party
       CROSS JOIN score_runs r ON r.id = i.run_id WHERE i.party_id = ? ORDER BY ${newestRunFirst}`,
      supplierId,
    )
    .map(({ kept, ...row }) => ({ ...itemOf(row), figures: figuresIn(kept) }))
}

const keptItem = z.object({
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
})

/** What another version wrote and this one does not understand is as good as nothing. */
function figuresIn(text: string): KeptFigures['figures'] {
  const read = keptItem.safeParse(readJson(text))
  return read.success ? read.data.figures : {}
}

/** One period with all its suppliers, by rank. */
export function scoreRun(db: ReadDb, id: Id): { run: ScoreRun; items: ScoreRunItem[] } {
  const run = db.get<RunRow>(`${runColumns} WHERE r.id = ?`, id)
  if (!run) throw new AppError('scores/run-not-found')
  const items = db.all<ItemRow & Omit<ScoreRunItem, keyof KeptScore>>(
    `SELECT ${itemColumns}, i.party_id AS supplierId, s.code, s.name, s.name_zh AS nameZh
     FROM score_run_items i INDEXED BY score_run_items_by_run CROSS JOIN score_runs r ON r.id = i.run_id
     CROSS JOIN parties s ON s.id = i.party_id WHERE i.run_id = ? ORDER BY i.rank IS NULL, i.rank, s.name, s.id`,
    id,
  )
  return { run: { ...run, ...countsOf(db, id) }, items: items.map(itemOf) }
}

function itemOf<Row extends ItemRow>(
  row: Row,
): Omit<Row, 'grade' | 'previousGrade'> & Pick<KeptScore, 'grade' | 'previousGrade'> {
  return { ...row, grade: gradeIn(row.grade), previousGrade: gradeIn(row.previousGrade) }
}
