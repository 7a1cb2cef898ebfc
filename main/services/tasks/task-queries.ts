// What there is to do.
import type { Param, ReadDb } from '#main/db/database.ts'
import { type SelectedTask, taskRowsOf, taskSelect } from '#main/services/tasks/task-rows.ts'
import type { Page } from '#shared/schemas/paging.ts'
import type { OpenTask, OpenTasksInput, TaskRow } from '#shared/schemas/tasks.ts'

// The condition of the partial index, word for word.
const isOpen = "r.status = 'open' AND r.deleted = 0"

/**
 * Open tasks of one person or of all, the longest overdue first; with `until` those due by that day, else all, the ones
 * without a day last. `total` counts all of them, however few are asked for.
 */
export function openTasks(db: ReadDb, { today, until, personId, limit }: OpenTasksInput): Page<OpenTask> {
  const own = personId === undefined ? '' : ' AND r.person_id = ?'
  const ofPerson: Param[] = personId === undefined ? [] : [personId]
  const dated = openWhere(`r.due_on <= ?${own}`)
  const datedParams = [until ?? '9999-12-31', ...ofPerson]
  const undated = openWhere(`r.due_on IS NULL${own}`)
  const rows = db.all<SelectedTask>(`${taskSelect} ${dated} ORDER BY r.due_on, r.id LIMIT ?`, ...datedParams, limit)
  const rest = limit - rows.length
  if (until === null && rest > 0)
    rows.push(...db.all<SelectedTask>(`${taskSelect} ${undated} ORDER BY r.id LIMIT ?`, ...ofPerson, rest))
  const total = count(db, dated, datedParams) + (until === null ? count(db, undated, ofPerson) : 0)
  return { rows: taskRowsOf(db, rows).map((row) => openTask(row, today)), total }
}

function openWhere(condition: string): string {
  return `INDEXED BY tasks_open_by_day WHERE ${isOpen} AND r.archived = 0 AND ${condition}`
}

function count(db: ReadDb, where: string, params: Param[]): number {
  return (db.raw(`SELECT count(*) FROM tasks r ${where}`, ...params)[0]?.[0] as number | undefined) ?? 0
}

function openTask({ note, status, doneOn, repeat, ...row }: TaskRow, today: string): OpenTask {
  return { ...row, isOverdue: row.dueOn !== null && row.dueOn < today }
}
