// What the first look at a new book says of its orders, and whether there is anything in it at all.
import type { ReadDb } from '#main/db/database.ts'
import { settledStatuses } from '#main/domain/orders/order-status.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { LateOrder, Today } from '#shared/schemas/today.ts'

const shown = 5

export function todayOf(db: ReadDb, today: Day): Today {
  return {
    today,
    hasRecords: hasRecords(db),
    lateOrders: lateOrders(db, today),
  }
}

/** False for a book without any record yet. */
export function hasRecords(db: ReadDb): boolean {
  const tables = ['live_products', 'live_parties', 'live_sales_orders']
  return tables.some((table) => db.get(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined)
}

/** How many rows match in all, beside each row of a page: one pass instead of two. */
const countOfAll = 'count(*) OVER () AS ofAll'
type OfAll = { ofAll: number }

type LateRow = Omit<LateOrder, 'daysLate' | 'total'> & OfAll & { totalMinor: number }

/** Past the day the customer asked for, and the goods have not left; the longest overdue first. */
function lateOrders(db: ReadDb, today: Day): Today['lateOrders'] {
  const settled = settledStatuses.map((status) => `'${status}'`).join(', ')
  const rows = db.all<LateRow>(
    `SELECT o.id, o.number, coalesce(c.name, '') AS customer, o.required_on AS requiredOn, o.status, o.currency,
       o.total_minor AS totalMinor, ${countOfAll}
     FROM live_sales_orders o LEFT JOIN parties c ON c.id = o.customer_id
     WHERE o.archived = 0 AND o.required_on < ? AND o.shipped_on IS NULL AND o.status NOT IN (${settled})
     ORDER BY o.required_on, o.id LIMIT ${shown}`,
    today,
  )
  return {
    count: rows[0]?.ofAll ?? 0,
    rows: rows.map(({ totalMinor, ofAll, ...row }) => ({
      ...row,
      daysLate: daysBetween(row.requiredOn as Day, today),
      total: minorToDecimal(totalMinor, row.currency),
    })),
  }
}
