// Tasks as rows: the one select that lists, panels and Home read, and what becomes of its rows.
import type { ReadDb } from '#main/db/database.ts'
import type { TasksTable } from '#main/db/tables.ts'
import type { Series } from '#main/domain/tasks/next-due.ts'
import { recordKey, recordRefOf, recordTitles } from '#main/services/records/record-titles.ts'
import type { Day } from '#shared/dates.ts'
import type { Repeat, RepeatUnit, TaskRow } from '#shared/schemas/tasks.ts'

const itemsOf = 'task_items i WHERE i.task_id = r.id AND i.deleted = 0'

/** Ends before its WHERE, or the name of an index; tasks are `r`. */
export const taskSelect = `SELECT r.id, r.title, r.note, r.status, r.due_on AS dueOn, r.done_on AS doneOn,
  r.person_id AS personId, coalesce((SELECT name FROM people WHERE id = r.person_id), '') AS personName,
  coalesce((SELECT name_zh FROM people WHERE id = r.person_id), '') AS personNameZh, r.record_kind AS recordKind, r.record_id AS recordId,
  r.repeat_unit AS repeatUnit, r.repeat_every AS repeatEvery, r.repeat_until AS repeatUntil,
  r.series_on AS seriesOn,
  (SELECT count(*) FROM ${itemsOf}) AS items, (SELECT count(*) FROM ${itemsOf} AND i.is_done = 1) AS itemsDone
  FROM tasks r`

export type SelectedTask = Omit<TaskRow, 'record' | 'repeat'> &
  RepeatColumns & { recordKind: string; recordId: number | null }

type RepeatColumns = { repeatUnit: RepeatUnit | ''; repeatEvery: number; repeatUntil: Day | null; seriesOn: Day | null }

/** The rows of `taskSelect` with the titles of their records, in the same order. */
export function taskRowsOf(db: ReadDb, rows: readonly SelectedTask[]): TaskRow[] {
  const refs = rows.map((row) => recordRefOf(row.recordKind, row.recordId))
  const titles = recordTitles(
    db,
    refs.filter((ref) => ref !== null),
  )
  return rows.map(({ recordKind, recordId, repeatUnit, repeatEvery, repeatUntil, seriesOn, ...row }, index) => {
    const ref = refs[index]
    return {
      ...row,
      record: ref ? (titles.get(recordKey(ref)) ?? null) : null,
      repeat: repeatOf({ repeatUnit, repeatEvery, repeatUntil, seriesOn }),
    }
  })
}

/** The stored columns as the rule of the series; null where the task does not repeat. */
function repeatOf({ repeatUnit, repeatEvery, repeatUntil, seriesOn }: RepeatColumns): Repeat | null {
  const isMonthEnd = repeatUnit === 'month' && seriesOn?.slice(8) === '31'
  return repeatUnit === '' ? null : { unit: repeatUnit, every: repeatEvery, until: repeatUntil, isMonthEnd }
}

type StoredSeries = Pick<
  TasksTable,
  'repeat_unit' | 'repeat_every' | 'repeat_until' | 'series_on' | 'aims_on' | 'due_on'
>

/** The series that a stored task belongs to; null where it does not repeat. */
export function seriesOf({ repeat_unit, repeat_every, repeat_until, series_on, aims_on, due_on }: StoredSeries) {
  const seriesOn = (series_on ?? due_on) as Day | null
  if (repeat_unit === '' || seriesOn === null) return null
  return {
    unit: repeat_unit as RepeatUnit,
    every: repeat_every,
    until: repeat_until as Day | null,
    seriesOn,
    aimsOn: (aims_on ?? due_on ?? seriesOn) as Day,
  } satisfies Series
}
