// Purchase orders on the first day that something certain of them is due and not paid.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'
import type { Id } from '#shared/ids.ts'

type Row = { id: Id; number: string; supplier: string; supplierZh: string }

const select = `SELECT r.id, r.number, coalesce(s.name, '') AS supplier, coalesce(s.name_zh, '') AS supplierZh
  FROM purchase_orders r LEFT JOIN parties s ON s.id = r.supplier_id`

export const payableSource: CalendarSource = {
  kind: 'payableDue',
  from: 'purchase_orders r INDEXED BY purchase_orders_owed',
  day: 'r.owed_on',
  where: 'r.owed_on IS NOT NULL AND r.deleted = 0',
  entries: (db: ReadDb, ids): SourceEntry[] =>
    rowsOf<Row>(db, select, ids).map(({ id, number, supplier, supplierZh }) => ({
      id,
      title: number,
      detail: supplier,
      detailZh: supplierZh,
      // Once it is paid, the day goes away.
      state: stateOf(false),
      record: { kind: 'purchase', id },
    })),
}
