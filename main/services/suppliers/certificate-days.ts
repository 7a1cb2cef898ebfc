// Certificates of suppliers on the last day that they hold.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'

type Row = { id: number; title: string; supplier: string; supplierZh: string }

const select = `SELECT r.id, r.title, s.name AS supplier, s.name_zh AS supplierZh
  FROM certificates r JOIN parties s ON s.id = r.party_id`

export const certificateExpirySource: CalendarSource = {
  kind: 'certificateExpiry',
  from: 'certificates r INDEXED BY certificates_by_expiry',
  day: 'r.expires_on',
  where: 'r.expires_on IS NOT NULL AND r.deleted = 0 AND r.archived = 0',
  entries: (db: ReadDb, ids): SourceEntry[] =>
    rowsOf<Row>(db, select, ids).map(({ id, title, supplier, supplierZh }) => ({
      id,
      title,
      detail: supplier,
      detailZh: supplierZh,
      state: stateOf(false),
      record: { kind: 'certificate', id },
    })),
}
