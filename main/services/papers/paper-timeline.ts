// Papers on the timeline of the document they were made from, and of whom they were written to: issued, sent, void.
import { makerSql } from '#main/services/history/row-makers.ts'
import {
  changedTo,
  contentsByRow,
  type EventsSql,
  hungOnRecord,
  idsOf,
  type TimelineSource,
} from '#main/services/timeline/timeline-source.ts'
import type { Id } from '#shared/ids.ts'

const ofRecord = hungOnRecord({
  table: 'papers',
  index: 'papers_by_record',
  made: 'issued',
  changed: changedTo('status'),
})

/** Whatever was written to a party, from whichever of its documents. */
function ofParty(id: Id): EventsSql {
  const rows = 'papers r INDEXED BY papers_by_party'
  return {
    sql: `SELECT ${makerSql('r.id')}, 'issued', r.id FROM ${rows} WHERE r.party_id = ? UNION ALL
      SELECT c.operation_id, ${changedTo('status')}, r.id FROM ${rows} CROSS JOIN changes c INDEXED BY changes_by_row
        ON c.table_name = 'papers' AND c.row_id = r.id WHERE r.party_id = ?`,
    params: [id, id],
  }
}

export const paperTimeline: TimelineSource = {
  kind: 'paper',
  events: (record) => (record.kind === 'party' ? ofParty(record.id) : ofRecord(record)),
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
