// Orders on the days that count: when the customer wants the goods, and when they left.
import type { ReadDb } from '#main/db/database.ts'
import { settledStatuses } from '#main/domain/orders/order-status.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

type Row = {
  id: number
  number: string
  customer: string
  customerZh: string
  status: OrderStatus
  shippedOn: string | null
}

const select = `SELECT r.id, r.number, r.status, r.shipped_on AS shippedOn, coalesce(c.name, '') AS customer,
  coalesce(c.name_zh, '') AS customerZh
  FROM sales_orders r LEFT JOIN parties c ON c.id = r.customer_id`

function orderEntries(db: ReadDb, ids: readonly number[]): SourceEntry[] {
  return rowsOf<Row>(db, select, ids).map(({ id, number, customer, customerZh, status, shippedOn }) => ({
    id,
    title: number,
    detail: customer,
    detailZh: customerZh,
    state: stateOf(shippedOn !== null || settledStatuses.includes(status), status === 'cancelled'),
    record: { kind: 'order', id },
  }))
}

export const orderDueSource: CalendarSource = {
  kind: 'orderDue',
  from: 'sales_orders r INDEXED BY sales_orders_by_required',
  day: 'r.required_on',
  where: "r.required_on IS NOT NULL AND r.deleted = 0 AND r.archived = 0 AND r.status <> 'cancelled'",
  entries: orderEntries,
}

export const orderShippedSource: CalendarSource = {
  kind: 'orderShipped',
  from: 'sales_orders r INDEXED BY sales_orders_by_shipped',
  day: 'r.shipped_on',
  where: 'r.shipped_on IS NOT NULL AND r.deleted = 0 AND r.archived = 0',
  entries: orderEntries,
}
