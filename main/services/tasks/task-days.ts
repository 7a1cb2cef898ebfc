// Tasks on their days.
import { type CalendarSource, rowsOf, stateOf } from '#main/services/calendar/calendar-source.ts'
import { recordRefOf } from '#main/services/records/record-titles.ts'
import type { TaskStatus } from '#shared/schemas/tasks.ts'

type Row = { id: number; title: string; status: TaskStatus; recordKind: string; recordId: number | null }

export const taskSource: CalendarSource = {
  kind: 'task',
  from: 'tasks r INDEXED BY tasks_list_by_day',
  day: 'r.due_on',
  where: "r.deleted = 0 AND r.archived = 0 AND r.status <> 'cancelled'",
  entries: (db, ids) =>
    rowsOf<Row>(
      db,
      'SELECT r.id, r.title, r.status, r.record_kind AS recordKind, r.record_id AS recordId FROM tasks r',
      ids,
    ).map(({ id, title, status, recordKind, recordId }) => ({
      id,
      title,
      concerns: recordRefOf(recordKind, recordId),
      state: stateOf(status === 'done'),
      record: { kind: 'task', id },
    })),
}
