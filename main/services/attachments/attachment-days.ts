// Files on the day they expire, as long as their record lives.
import { isOnLiving } from '#main/services/attachments/attachment-alerts.ts'
import { type CalendarSource, rowsOf, stateOf } from '#main/services/calendar/calendar-source.ts'
import { recordRefOf } from '#main/services/records/record-titles.ts'

type Row = { id: number; name: string; recordKind: string; recordId: number }

export const fileExpirySource: CalendarSource = {
  kind: 'fileExpiry',
  from: 'record_attachments r INDEXED BY record_attachments_by_expiry',
  day: 'r.expires_on',
  where: `r.expires_on IS NOT NULL AND r.deleted = 0 AND ${isOnLiving}`,
  entries: (db, ids) =>
    rowsOf<Row>(
      db,
      'SELECT r.id, r.name, r.record_kind AS recordKind, r.record_id AS recordId FROM record_attachments r',
      ids,
    ).flatMap(({ id, name, recordKind, recordId }) => {
      const record = recordRefOf(recordKind, recordId)
      return record ? [{ id, title: name, concerns: record, state: stateOf(false), record }] : []
    }),
}
