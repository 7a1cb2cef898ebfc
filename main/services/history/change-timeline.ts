// Changes of the record itself and of what belongs to it, on its timeline.
import { recordChanges } from '#main/services/history/record-changes.ts'
import { changeOperationsSql } from '#main/services/history/record-history.ts'
import type { TimelineSource } from '#main/services/timeline/timeline-source.ts'

export const changeTimeline: TimelineSource = {
  kind: 'change',
  events(record) {
    const { sql, params } = changeOperationsSql(record)
    return { sql: `SELECT operation_id, 'changed', 0 FROM (${sql})`, params }
  },
  contents(db, record, events) {
    const changed = recordChanges(
      db,
      record,
      events.map((event) => event.operationId),
    )
    return events.map(({ operationId, operation }) => {
      const { kind, changes, titles } = changed.get(operationId) ?? { kind: 'changed', changes: [], titles: [] }
      return { kind: 'change', what: kind, name: operation, changes, titles, version: null }
    })
  },
}
