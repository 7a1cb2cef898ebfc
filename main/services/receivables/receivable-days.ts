// Sales orders on the first day that something certain of them is due and not paid.
import { type CalendarSource, rowsOf, stateOf } from '#main/services/calendar/calendar-source.ts'

type Row = { id: number; number: string; customer: string; customerZh: string }

export const receivableSource: CalendarSource = {
  kind: 'receivableDue',
  from: 'sales_orders r INDEXED BY sales_orders_owed',
  day: 'r.owed_on',
  where: "r.owed_on IS NOT NULL AND r.deleted = 0 AND r.collected_by = 'seller'",
  entries: (db, ids) =>
    rowsOf<Row>(
      db,
      `SELECT r.id, r.number, coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh
       FROM sales_orders r LEFT JOIN parties c ON c.id = r.customer_id`,
      ids,
    ).map(({ id, number, customer, customerZh }) => ({
      id,
      title: number,
      ...{ detail: customer, detailZh: customerZh },
      state: stateOf(false),
      record: { kind: 'order', id },
    })),
}
