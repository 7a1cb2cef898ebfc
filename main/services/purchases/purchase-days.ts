// Purchase orders on the day that their next goods are promised for.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'

type Row = { id: number; number: string; supplier: string; supplierZh: string }

const select = `SELECT r.id, r.number, coalesce(s.name, '') AS supplier, coalesce(s.name_zh, '') AS supplierZh
  FROM purchase_orders r LEFT JOIN parties s ON s.id = r.supplier_id`

export const purchaseDueSource: CalendarSource = {
  kind: 'purchaseDue',
  from: 'purchase_orders r INDEXED BY purchase_orders_by_next_day',
  day: 'r.next_on',
  where: 'r.next_on IS NOT NULL AND r.deleted = 0 AND r.archived = 0',
  entries: (db: ReadDb, ids): SourceEntry[] =>
    rowsOf<Row>(db, select, ids).map(({ id, number, supplier, supplierZh }) => ({
      id,
      title: number,
      detail: supplier,
      detailZh: supplierZh,
      // Only what is still to come has such a day.
      state: stateOf(false, false),
      record: { kind: 'purchase', id },
    })),
}
