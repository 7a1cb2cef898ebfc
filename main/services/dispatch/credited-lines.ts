// Lines of an order as they are credited: what was credited of each before, and what may be.
import type { ReadDb } from '#main/db/database.ts'
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import { settledStatuses } from '#main/domain/orders/order-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

/** With the sums of issued credits, above zero; `amountMinor` is what of them took back no quantity. */
export type CreditedLine = OrderLinesTable & {
  sku: string
  creditedMilli: number
  creditedMinor: number
  amountMinor: number
  creditedTaxMinor: number
  creditedBaseMinor: number
}

/** Credits that count. */
const issued = "r.deleted = 0 AND r.status NOT IN ('draft', 'cancelled')"

const sumOf = (what: string) => `coalesce((SELECT -sum(${what}) FROM order_lines c INDEXED BY order_lines_credits
  CROSS JOIN sales_orders r ON r.id = c.order_id WHERE c.credits_line_id = l.id AND c.deleted = 0 AND ${issued}), 0)`

/** A line of a credit without a product takes back an amount alone, unless what it credits has none either. */
const isAmount = '(c.product_id IS NULL AND l.product_id IS NOT NULL)'

export function creditedLines(db: ReadDb, orderId: Id): CreditedLine[] {
  return db.all<CreditedLine>(
    `SELECT l.*, coalesce(p.sku, '') AS sku, ${sumOf(`iif(${isAmount}, 0, c.qty_milli)`)} AS creditedMilli,
       ${sumOf('c.total_minor')} AS creditedMinor, ${sumOf(`iif(${isAmount}, c.total_minor, 0)`)} AS amountMinor,
       ${sumOf('c.tax_minor')} AS creditedTaxMinor, ${sumOf('coalesce(c.base_minor, 0)')} AS creditedBaseMinor
     FROM live_order_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
}

/** What the customer was to get of a line. */
export function wholeMilli({ qty_milli, cancelled_milli }: OrderLinesTable): number {
  return qty_milli - cancelled_milli
}

type Order = Pick<SalesOrdersTable, 'status' | 'is_history'>

/** What was sent and has not come back; an order of the past, or one said to be sent, was sent whole. */
export function returnableMilli(order: Order, line: OrderLinesTable): number {
  const isSent = order.is_history === 1 || settledStatuses.includes(order.status as OrderStatus)
  const sent = line.shipped_milli === 0 && isSent ? wholeMilli(line) : line.shipped_milli
  return Math.max(0, sent - line.returned_milli)
}

/** The order that a credit takes back from; `credits/not-creditable` where nothing was sold by it. */
export function orderToCredit(db: ReadDb, id: Id): SalesOrdersTable {
  const row = db.get<SalesOrdersTable>('SELECT * FROM live_sales_orders WHERE id = ?', id)
  if (!row) throw new AppError('orders/not-found', { field: 'orderId' })
  const isSold = row.document === 'order' && row.status !== 'draft' && row.status !== 'cancelled'
  if (!isSold)
    throw new AppError('credits/not-creditable', { number: row.number, status: row.status, field: 'orderId' })
  return row
}

/** Freight of an order and its tax, with what was credited of both, above zero. */
export function creditedFreight(db: ReadDb, orderId: Id): { minor: number; taxMinor: number } {
  const row = db.get<{ minor: number; taxMinor: number }>(
    `SELECT coalesce(-sum(r.freight_minor), 0) AS minor, coalesce(-sum(r.freight_tax_minor), 0) AS taxMinor
     FROM sales_orders r INDEXED BY sales_orders_credits WHERE r.credits_id = ? AND ${issued}`,
    orderId,
  )
  return row ?? { minor: 0, taxMinor: 0 }
}
