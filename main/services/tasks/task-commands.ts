// What people do with tasks.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { TasksTable } from '#main/db/tables.ts'
import { seriesDay } from '#main/domain/tasks/next-due.ts'
import { refuseMissingRecord } from '#main/services/records/record-titles.ts'
import { keepItems } from '#main/services/tasks/task-items.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Repeat, TaskInput } from '#shared/schemas/tasks.ts'

export function addTask(tx: WriteTx, task: TaskInput): Id {
  if (task.record) refuseMissingRecord(tx, task.record)
  refuseMissingPerson(tx, task.personId)
  const series = task.repeat && task.dueOn ? begun(task.dueOn, task.repeat) : {}
  const id = tx.insert('tasks', { ...taskColumns(task), ...series })
  keepItems(tx, id, task.items)
  return id
}

/** Changes a task to what the form holds. Another day or another rule begins the series anew. */
export function editTask(tx: WriteTx, id: Id, task: TaskInput): void {
  const before = livingTask(tx, id)
  const { record } = task
  const isSameRecord = record?.kind === before.record_kind && record.id === before.record_id
  // What it hangs on may be gone by now; only something new must be there.
  if (record && !isSameRecord) refuseMissingRecord(tx, record)
  if (task.personId !== before.person_id) refuseMissingPerson(tx, task.personId)
  tx.update('tasks', id, { ...taskColumns(task), ...seriesColumns(task, before) })
  keepItems(tx, id, task.items)
}

/** Puts tasks on another day. The days of their series stay: those that follow come when they would have come. */
export function postponeTasks(tx: WriteTx, ids: readonly Id[], dueOn: Day | null): void {
  for (const id of ids) {
    const before = livingTask(tx, id)
    if (dueOn === null && before.repeat_unit !== '')
      throw new AppError('tasks/series-needs-day', { title: before.title })
    tx.update('tasks', id, { due_on: dueOn })
  }
}

export function assignTasks(tx: WriteTx, ids: readonly Id[], personId: Id | null): void {
  refuseMissingPerson(tx, personId)
  changeAll(tx, ids, () => ({ person_id: personId }))
}

/** What will not be done. Of a series nothing follows any more. */
export function cancelTasks(tx: WriteTx, ids: readonly Id[]): void {
  changeAll(tx, ids, () => ({ status: 'cancelled', done_on: null }))
}

export function setTasksArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  changeAll(tx, ids, () => ({ archived: archived ? 1 : 0 }))
}

/** Takes tasks away for good; the history keeps them. */
export function removeTasks(tx: WriteTx, ids: readonly Id[]): void {
  changeAll(tx, ids, () => ({ deleted: 1 }))
}

/** All of the tasks or none: one that is not there stops the whole. */
function changeAll(tx: WriteTx, ids: readonly Id[], changes: (task: TasksTable) => Record<string, Param>): void {
  for (const id of ids) tx.update('tasks', id, changes(livingTask(tx, id)))
}

/** The task's row, or `tasks/not-found`. */
export function livingTask(tx: WriteTx, id: Id): TasksTable {
  const row = tx.get<TasksTable>('SELECT * FROM live_tasks WHERE id = ?', id)
  if (!row) throw new AppError('tasks/not-found')
  return row
}

function taskColumns({ title, note, record, dueOn, personId, repeat }: TaskInput) {
  return {
    title,
    note,
    record_kind: record?.kind ?? '',
    record_id: record?.id ?? null,
    due_on: dueOn,
    person_id: personId,
    repeat_unit: repeat?.unit ?? '',
    repeat_every: repeat?.every ?? 1,
    repeat_until: repeat?.until ?? null,
  }
}

function seriesColumns({ dueOn, repeat }: TaskInput, before: TasksTable) {
  if (repeat === null || dueOn === null) return { series_on: null, aims_on: null }
  const isSameRule = before.repeat_unit === repeat.unit && before.repeat_every === repeat.every
  // On any other day the question of the month's end does not come up.
  const isAsked = repeat.unit === 'month' && seriesDay(dueOn, { ...repeat, isMonthEnd: true }) !== dueOn
  const isSameEnd = !isAsked || repeat.isMonthEnd === (before.series_on?.slice(8) === '31')
  return before.due_on === dueOn && isSameRule && isSameEnd ? {} : begun(dueOn, repeat)
}

function begun(dueOn: Day, repeat: Repeat) {
  return { series_on: seriesDay(dueOn, repeat), aims_on: dueOn }
}

function refuseMissingPerson(tx: WriteTx, personId: Id | null): void {
  if (personId !== null && !tx.get('SELECT 1 FROM live_people WHERE id = ?', personId))
    throw new AppError('people/not-found', { field: 'personId' })
}
