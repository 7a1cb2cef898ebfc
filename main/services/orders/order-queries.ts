// An order with its lines and the names it refers to.
import type { ReadDb } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type LineRow, lineFromRow, orderFromRow } from '#main/services/orders/order-columns.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { Order } from '#shared/schemas/orders.ts'

/** The order, or `orders/not-found`. */
export function getOrder(db: ReadDb, id: Id): Order {
  const row = db.get<SalesOrdersTable>('SELECT * FROM live_sales_orders WHERE id = ?', id)
  if (!row) throw new AppError('orders/not-found')
  const base = baseCurrency(db)
  return {
    ...orderFromRow(row),
    customer: party(db, row.customer_id),
    carrier: party(db, row.carrier_id),
    baseCurrency: base,
    baseTotal: minorText(row.base_total_minor, base),
    lines: orderLines(db, id).map((line) => lineFromRow(line, row.currency, base)),
  }
}

function orderLines(db: ReadDb, orderId: Id): LineRow[] {
  return db.all<LineRow>(
    `SELECT l.*, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit
     FROM live_order_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
}

function party(db: ReadDb, id: Id | null): Order['customer'] {
  const sql = 'SELECT id, name, name_zh AS nameZh FROM parties WHERE id = ?'
  return id === null ? null : (db.get<{ id: Id; name: string; nameZh: string }>(sql, id) ?? null)
}
