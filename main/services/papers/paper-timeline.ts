// Papers on the timeline of the document they were made from: issued, sent, void.
import {
  changedTo,
  contentsByRow,
  hungOnRecord,
  idsOf,
  type TimelineSource,
} from '#main/services/timeline/timeline-source.ts'
import type { Id } from '#shared/ids.ts'

export const paperTimeline: TimelineSource = {
  kind: 'paper',
  events: hungOnRecord({
    table: 'papers',
    index: 'papers_by_record',
    made: 'issued',
    changed: changedTo('status'),
  }),
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; number: string; paperKind: string; sentTo: string }>(
      `SELECT id, number, kind AS paperKind, sent_to AS sentTo FROM papers
       WHERE id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, (row, event) => ({
      kind: 'paper',
      what: event.what as 'issued' | 'sent' | 'void',
      ...row,
    }))
  },
}
