// Changes of grade on the timeline of their supplier: when a period was kept with another grade than before.
import { makerSql } from '#main/services/history/row-makers.ts'
import { contentsByRow, idsOf, type TimelineSource } from '#main/services/timeline/timeline-source.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type Row = { id: Id; grade: string; previous: string; score: number | null; from: Day; to: Day }

export const gradeTimeline: TimelineSource = {
  kind: 'grade',
  events: ({ kind, id }) =>
    kind === 'party'
      ? {
          sql: `SELECT ${makerSql('r.id')}, 'graded', r.id FROM score_run_items r INDEXED BY score_run_items_by_party
            WHERE r.party_id = ? AND r.grade <> '' AND r.grade <> r.previous_grade`,
          params: [id],
        }
      : null,
  contents(db, _record, events) {
    const rows = db.all<Row>(
      `SELECT i.id, i.grade, i.previous_grade AS previous, i.score, r.from_on AS "from", r.to_on AS "to"
       FROM score_run_items i JOIN score_runs r ON r.id = i.run_id WHERE i.id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ id: _id, ...row }) => ({ kind: 'grade', ...row }))
  },
}
