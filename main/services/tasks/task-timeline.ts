// Tasks on the timeline of their record: made, done, cancelled, open again.
import {
  changedTo,
  contentsByRow,
  hungOnRecord,
  idsOf,
  type TimelineSource,
} from '#main/services/timeline/timeline-source.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { TaskStatus } from '#shared/schemas/tasks.ts'

export const taskTimeline: TimelineSource = {
  kind: 'task',
  events: hungOnRecord({
    table: 'tasks',
    index: 'tasks_by_record',
    made: 'made',
    madeWhere: 'r.deleted = 0',
    changed: changedTo('status'),
  }),
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; title: string; dueOn: Day | null }>(
      'SELECT id, title, due_on AS dueOn FROM tasks WHERE id IN (SELECT value FROM json_each(?))',
      idsOf(events),
    )
    return contentsByRow(events, rows, (row, event) => ({
      kind: 'task',
      what: event.what as 'made' | TaskStatus,
      ...row,
    }))
  },
}
