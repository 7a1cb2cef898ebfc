// Rows of sales orders as commands and queries need them.
import type { ReadDb } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { mayDo, type OrderState } from '#main/domain/orders/order-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderDocumentKind, OrderStatus, OrderVerb } from '#shared/schemas/orders.ts'

/** The order, or `orders/not-found`. */
export function livingOrder(db: ReadDb, id: Id): SalesOrdersTable {
  const row = db.get<SalesOrdersTable>('SELECT * FROM live_sales_orders WHERE id = ?', id)
  if (!row) throw new AppError('orders/not-found')
  return row
}

/** Whether anything of it was sent and not taken back. */
export function hasSent(db: ReadDb, orderId: Id): boolean {
  const sql = `SELECT 1 FROM order_lines INDEXED BY order_lines_by_order
    WHERE order_id = ? AND shipped_milli > 0 AND deleted = 0 LIMIT 1`
  return db.get(sql, orderId) !== undefined
}

/** More was paid for it than went back. */
export function isPaid(db: ReadDb, orderId: Id): boolean {
  const sql = `SELECT 1 FROM payment_shares INDEXED BY payment_shares_by_sale WHERE sales_order_id = ?
    GROUP BY sales_order_id HAVING sum(order_minor) <> 0`
  return db.get(sql, orderId) !== undefined
}

export function stateOf(db: ReadDb, row: SalesOrdersTable): OrderState {
  return {
    document: row.document as OrderDocumentKind,
    status: row.status as OrderStatus,
    isHistory: row.is_history === 1,
    hasSent: hasSent(db, row.id),
  }
}

/** The order if its state allows the verb, else `orders/cannot-…`. */
export function orderFor(db: ReadDb, verb: Exclude<OrderVerb, 'dispatch' | 'credit'>, id: Id): SalesOrdersTable {
  const row = livingOrder(db, id)
  const state = stateOf(db, row)
  if (mayDo(verb, state)) return row
  const { number } = row
  if (verb === 'cancel' && state.hasSent) throw new AppError('orders/cancel-sent', { number })
  throw new AppError(`orders/cannot-${verb}`, { number, status: state.status })
}
