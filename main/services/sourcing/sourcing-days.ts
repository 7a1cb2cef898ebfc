// Requests for quotation on the day by which answers are wanted.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'

type Row = { id: number; number: string; title: string; status: string }

export const answersDueSource: CalendarSource = {
  kind: 'answersDue',
  from: 'quote_requests r INDEXED BY quote_requests_by_answer_day',
  day: 'r.answer_by',
  where: "r.answer_by IS NOT NULL AND r.status IN ('sent', 'closed') AND r.deleted = 0 AND r.archived = 0",
  entries: (db: ReadDb, ids): SourceEntry[] =>
    rowsOf<Row>(db, 'SELECT r.id, r.number, r.title, r.status FROM quote_requests r', ids).map(
      ({ id, number, title, status }) => ({
        id,
        title: number,
        detail: title,
        detailZh: title,
        state: stateOf(status === 'closed'),
        record: { kind: 'request', id },
      }),
    ),
}
