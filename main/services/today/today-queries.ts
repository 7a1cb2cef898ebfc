// What the first look at a new book says of its orders, and whether there is anything in it at all.
import type { ReadDb } from '#main/db/database.ts'
import { listAlerts } from '#main/services/alerts/alert-queries.ts'
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

type LateRow = Omit<LateOrder, 'daysLate' | 'total'> & { totalMinor: number }

/** What the rule of late orders finds, and of the longest overdue who waits for what. */
function lateOrders(db: ReadDb, today: Day): Today['lateOrders'] {
  const late = { rule: 'orders/late', state: 'waiting' } as const
  const { rows: alerts, total: count } = listAlerts(db, { ...late, today, offset: 0, limit: shown })
  const rows = db.all<LateRow>(
    `SELECT o.id, o.number, coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh, o.required_on AS requiredOn, o.status, o.currency,
       o.total_minor AS totalMinor
     FROM json_each(?) j JOIN sales_orders o ON o.id = j.value LEFT JOIN parties c ON c.id = o.customer_id ORDER BY j.key`,
    JSON.stringify(alerts.flatMap(({ record }) => (record ? [record.id] : []))),
  )
  return {
    count,
    rows: rows.map(({ totalMinor, ...row }) => ({
      ...row,
      daysLate: daysBetween(row.requiredOn as Day, today),
      total: minorToDecimal(totalMinor, row.currency),
    })),
  }
}
