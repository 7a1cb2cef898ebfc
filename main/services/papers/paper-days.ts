// Papers on the day they were issued.
import { type CalendarSource, rowsOf, stateOf } from '#main/services/calendar/calendar-source.ts'

type Row = { id: number; number: string; party: string; partyZh: string; status: string }

export const paperSource: CalendarSource = {
  kind: 'paper',
  from: 'papers r INDEXED BY papers_list_by_day',
  day: 'r.issued_on',
  where: 'r.deleted = 0 AND r.archived = 0',
  entries: (db, ids) =>
    rowsOf<Row>(
      db,
      `SELECT r.id, r.number, r.status, coalesce(p.name, '') AS party, coalesce(p.name_zh, '') AS partyZh
       FROM papers r LEFT JOIN parties p ON p.id = r.party_id`,
      ids,
    ).map(({ id, number, party, partyZh, status }) => ({
      id,
      title: number,
      detail: party,
      detailZh: partyZh,
      state: stateOf(true, status === 'void'),
      record: { kind: 'paper', id },
    })),
}
