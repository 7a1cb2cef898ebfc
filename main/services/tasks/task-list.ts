// The list of tasks: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { type SelectedTask, taskRowsOf, taskSelect } from '#main/services/tasks/task-rows.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { TaskRow } from '#shared/schemas/tasks.ts'

const items = 'task_items i WHERE i.task_id = r.id AND i.deleted = 0'

export const taskList: ListSpec = {
  table: 'live_tasks',
  joins: { person: 'LEFT JOIN people person ON person.id = r.person_id' },
  columns: {
    title: { sql: 'r.title', type: 'text' },
    status: { sql: 'r.status', type: 'choice' },
    // What is open by its day, what has no day behind it, then the rest by when it was done: the order of the day's work.
    turn: { sql: "(CASE r.status WHEN 'open' THEN coalesce(r.due_on, '9999-98') ELSE '9999-99' END)", type: 'code' },
    dueOn: { sql: 'r.due_on', type: 'day' },
    doneOn: { sql: 'r.done_on', type: 'day' },
    personId: { sql: 'r.person_id', type: 'number' },
    person: { sql: 'person.name', also: 'person.name_zh', type: 'text', joins: ['person'] },
    recordKind: { sql: 'r.record_kind', type: 'choice' },
    repeat: { sql: 'r.repeat_unit', type: 'choice' },
    itemsDone: { sql: `(SELECT count(*) FROM ${items} AND i.is_done = 1)`, type: 'number' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['title', 'note', 'person'],
  defaultSort: [
    { column: 'turn', direction: 'asc' },
    { column: 'doneOn', direction: 'desc' },
  ],
}

/** A page of tasks. */
export function listTasks(db: ReadDb, input: ListInput): Page<TaskRow> {
  const { ids, total } = listPage(db, taskList, input)
  return { rows: taskRows(db, ids), total }
}

/** Tasks as grid rows, in the order of `ids`. */
export function taskRows(db: ReadDb, ids: readonly number[]): TaskRow[] {
  return taskRowsOf(db, rowsInOrder<SelectedTask>(db, taskSelect, ids))
}
