// Orders that are sales, added up by month and by customer in one pass: grouping them in SQL would sort them twice.
import type { ReadDb } from '#main/db/database.ts'
import { monthsBetween } from '#main/domain/sales/months-between.ts'
import type { AbcWindow } from '#main/services/insights/sold-lines.ts'
import type { Id } from '#shared/ids.ts'

export type MonthSum = { month: string; minor: number; orderCount: number }
export type CustomerSum = { customerId: Id; minor: number; orderCount: number }
export type SoldOrders = {
  minor: number
  orderCount: number
  firstDay: string | null
  lastDay: string | null
  /** Ascending. A month without an order earned nothing; left out, a chart would hide that. */
  months: MonthSum[]
  customers: CustomerSum[]
}

/** Which orders are sales in a window. An order's total is the sum of its lines, so the lines need not be read. */
export function whichSold({ from, to }: AbcWindow): { where: string; params: string[] } {
  const days = `${from ? ' AND o.ordered_on >= ?' : ''}${to ? ' AND o.ordered_on <= ?' : ''}`
  const params = [...(from ? [from] : []), ...(to ? [to] : [])]
  return { where: `o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled') AND o.line_count > 0${days}`, params }
}

/** Amounts in base currency; an order without one counts as an order and adds nothing. A credit is no order and takes away. */
export function soldOrders(db: ReadDb, window: AbcWindow): SoldOrders {
  const { where, params } = whichSold(window)
  const rows = db.raw(
    `SELECT o.ordered_on, o.customer_id, o.base_total_minor, o.document = 'order' FROM sales_orders o NOT INDEXED WHERE ${where}`,
    ...params,
  ) as [string, Id | null, number | null, 0 | 1][]
  const months = new Map<string, MonthSum>()
  const customers = new Map<Id, CustomerSum>()
  const days = { first: '9999', last: '' }
  for (const [day, customerId, minor, count] of rows) {
    if (day < days.first) days.first = day
    if (day > days.last) days.last = day
    add(months, day.slice(0, 7), { minor, count }, (month) => ({ month, minor: 0, orderCount: 0 }))
    if (customerId !== null) {
      add(customers, customerId, { minor, count }, (id) => ({ customerId: id, minor: 0, orderCount: 0 }))
    }
  }
  return {
    minor: rows.reduce((sum, [, , minor]) => sum + (minor ?? 0), 0),
    orderCount: rows.reduce((sum, [, , , count]) => sum + count, 0),
    firstDay: rows.length > 0 ? days.first : null,
    lastDay: rows.length > 0 ? days.last : null,
    months: withoutGaps(months),
    customers: [...customers.values()],
  }
}

type Sum = { minor: number; orderCount: number }

function add<Key, Entry extends Sum>(
  sums: Map<Key, Entry>,
  key: Key,
  { minor, count }: { minor: number | null; count: 0 | 1 },
  start: (key: Key) => Entry,
) {
  let sum = sums.get(key)
  if (!sum) {
    sum = start(key)
    sums.set(key, sum)
  }
  sum.minor += minor ?? 0
  sum.orderCount += count
}

function withoutGaps(months: ReadonlyMap<string, MonthSum>): MonthSum[] {
  const known = [...months.keys()].sort()
  return monthsBetween(known[0] ?? '', known.at(-1) ?? '').map(
    (month) => months.get(month) ?? { month, minor: 0, orderCount: 0 },
  )
}
