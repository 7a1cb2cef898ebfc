// Purchase orders on the day that their next goods are promised for, and on the first day that something certain of them is due
// and not paid.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'

type Row = { id: number; number: string; supplier: string; supplierZh: string }

const select = `SELECT r.id, r.number, coalesce(s.name, '') AS supplier, coalesce(s.name_zh, '') AS supplierZh
  FROM purchase_orders r LEFT JOIN parties s ON s.id = r.supplier_id`

/** Only what still stands out has such a day: once it came, or was paid, the day goes away. */
function entries(db: ReadDb, ids: readonly number[]): SourceEntry[] {
  return rowsOf<Row>(db, select, ids).map(({ id, number, supplier, supplierZh }) => ({
    id,
    title: number,
    detail: supplier,
    detailZh: supplierZh,
    state: stateOf(false),
    record: { kind: 'purchase', id },
  }))
}

export const purchaseDueSource: CalendarSource = {
  kind: 'purchaseDue',
  from: 'purchase_orders r INDEXED BY purchase_orders_by_next_day',
  day: 'r.next_on',
  where: 'r.next_on IS NOT NULL AND r.deleted = 0 AND r.archived = 0',
  entries,
}

export const payableSource: CalendarSource = {
  kind: 'payableDue',
  from: 'purchase_orders r INDEXED BY purchase_orders_owed',
  day: 'r.owed_on',
  where: 'r.owed_on IS NOT NULL AND r.deleted = 0',
  entries,
}
