// What there is to do.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { TasksTable } from '#main/db/tables.ts'
import { nextDue } from '#main/domain/tasks/next-due.ts'
import { workingCalendar } from '#main/services/book/working-calendar.ts'
import { type SelectedTask, seriesOf, taskRowsOf, taskSelect } from '#main/services/tasks/task-rows.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Page } from '#shared/schemas/paging.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import type { OpenTask, OpenTasksInput, Task, TaskItem, TaskRow } from '#shared/schemas/tasks.ts'

/** The task with all that belongs to it, or `tasks/not-found`; `today` says which day of its series would follow now. */
export function getTask(db: ReadDb, id: Id, today: Day): Task {
  const stored = db.get<TasksTable>('SELECT * FROM live_tasks WHERE id = ?', id)
  const row = taskRowsOf(db, db.all<SelectedTask>(`${taskSelect} WHERE r.id = ? AND r.deleted = 0`, id))[0]
  if (!stored || !row) throw new AppError('tasks/not-found')
  const series = seriesOf(stored)
  return {
    ...row,
    archived: stored.archived === 1,
    checklist: checklistOf(db, id),
    nextOn: series && nextDue(series, today, workingCalendar(db).isWorkingDay),
  }
}

function checklistOf(db: ReadDb, id: Id): TaskItem[] {
  const rows = db.all<Omit<TaskItem, 'isDone'> & { isDone: number }>(
    'SELECT id, text, is_done AS isDone FROM live_task_items WHERE task_id = ? ORDER BY position, id',
    id,
  )
  return rows.map((row) => ({ ...row, isDone: row.isDone === 1 }))
}

/** How many of the tasks that `tasksOf` lists are open. */
export function countOpenTasksOf(db: ReadDb, { kind, id }: RecordRef): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM tasks INDEXED BY tasks_by_record
     WHERE record_id = ? AND record_kind = ? AND status = 'open' AND deleted = 0 AND archived = 0`,
    id,
    kind,
  )
  return row?.n ?? 0
}

/** The tasks on a record, open ones first by day, then the last ones done; those in the archive are left out. */
export function tasksOf(db: ReadDb, { kind, id }: RecordRef): TaskRow[] {
  const rows = db.all<SelectedTask>(
    `${taskSelect} WHERE r.record_id = ? AND r.record_kind = ? AND r.deleted = 0 AND r.archived = 0
     ORDER BY r.status <> 'open', CASE r.status WHEN 'open' THEN coalesce(r.due_on, '9999') END,
       r.done_on DESC, r.id LIMIT 200`,
    id,
    kind,
  )
  return taskRowsOf(db, rows)
}

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

function openTask({ note, status, doneOn, repeat, ...row }: TaskRow, today: Day): OpenTask {
  return { ...row, isOverdue: row.dueOn !== null && row.dueOn < today }
}
