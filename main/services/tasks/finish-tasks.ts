// Doing tasks, and taking that back. A repeating one that is done is followed by the next of its series.
import type { WriteTx } from '#main/db/database.ts'
import type { TasksTable } from '#main/db/tables.ts'
import { type IsWorkingDay, nextDue } from '#main/domain/tasks/next-due.ts'
import { countAttachmentsOf } from '#main/services/attachments/attachment-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { workingCalendar } from '#main/services/book/working-calendar.ts'
import { hasNotes } from '#main/services/notes/note-queries.ts'
import { livingTask } from '#main/services/tasks/task-commands.ts'
import { copyItems } from '#main/services/tasks/task-items.ts'
import { seriesOf } from '#main/services/tasks/task-rows.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type FollowingTask = { id: Id; dueOn: Day }

/** Marks tasks done today; answers those that follow them: none a task that was cancelled. One that is done stays as it is. */
export function finishTasks(tx: WriteTx, ids: readonly Id[]): FollowingTask[] {
  const today = bookToday(tx, tx.now)
  const isWorkingDay = workingCalendar(tx).isWorkingDay
  return ids.flatMap((id) => {
    const task = livingTask(tx, id)
    if (task.status === 'done') return []
    tx.update('tasks', id, { status: 'done', done_on: today })
    if (task.status === 'cancelled') return []
    return followedBy(tx, task, { today, isWorkingDay }) ?? []
  })
}

/** Opens tasks again. What followed one is taken back if nobody has touched it; else it stays, and is not made twice. */
export function reopenTasks(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    livingTask(tx, id)
    tx.update('tasks', id, { status: 'open', done_on: null })
    const following = followerOf(tx, id)
    if (following !== null && isUntouched(tx, following)) tx.update('tasks', following, { deleted: 1 })
  }
}

type Now = { today: Day; isWorkingDay: IsWorkingDay }

function followedBy(tx: WriteTx, task: TasksTable, { today, isWorkingDay }: Now): FollowingTask | null {
  const series = seriesOf(task)
  if (series === null || followerOf(tx, task.id) !== null) return null
  const dueOn = nextDue(series, today, isWorkingDay)
  if (dueOn === null) return null
  const { title, note, record_kind, record_id, person_id, repeat_unit, repeat_every, repeat_until, series_on } = task
  const same = { title, note, record_kind, record_id, person_id, repeat_unit, repeat_every, repeat_until, series_on }
  const id = tx.insert('tasks', { ...same, due_on: dueOn, aims_on: dueOn, follows_id: task.id })
  copyItems(tx, task.id, id)
  return { id, dueOn }
}

function followerOf(tx: WriteTx, id: Id): Id | null {
  const row = tx.get<{ id: Id }>('SELECT id FROM live_tasks WHERE follows_id = ? ORDER BY id LIMIT 1', id)
  return row?.id ?? null
}

/** Whether a task is as the series made it: nothing changed in it or its checklist, and nothing hangs on it. */
function isUntouched(tx: WriteTx, id: Id): boolean {
  const changed = `SELECT 1 FROM changes WHERE table_name = 'tasks' AND row_id = ?`
  const itemChanged = `SELECT 1 FROM task_items i JOIN changes c ON c.table_name = 'task_items' AND c.row_id = i.id
    WHERE i.task_id = ?`
  const hanging = `SELECT 1 FROM tasks INDEXED BY tasks_by_record WHERE record_id = ? AND record_kind = 'task' AND deleted = 0`
  if ([changed, itemChanged, hanging].some((sql) => tx.get(`${sql} LIMIT 1`, id))) return false
  const task = { kind: 'task' as const, id }
  return !hasNotes(tx, task) && countAttachmentsOf(tx, task) === 0
}
