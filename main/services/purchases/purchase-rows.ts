// Rows of purchase orders as commands and queries need them.
import type { ReadDb } from '#main/db/database.ts'
import type { PurchaseOrdersTable } from '#main/db/tables.ts'
import { mayDo, type PurchaseState } from '#main/domain/purchases/purchase-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PurchaseStatus, PurchaseVerb } from '#shared/schemas/purchases.ts'

/** The order, or `purchases/not-found`. */
export function livingPurchase(db: ReadDb, id: Id): PurchaseOrdersTable {
  const row = db.get<PurchaseOrdersTable>('SELECT * FROM live_purchase_orders WHERE id = ?', id)
  if (!row) throw new AppError('purchases/not-found')
  return row
}

/** Whether a receipt of the order stands. */
export function hasStandingReceipt(db: ReadDb, orderId: Id): boolean {
  const sql = `SELECT 1 FROM purchase_receipts INDEXED BY purchase_receipts_by_order
    WHERE order_id = ? AND status = 'posted' AND deleted = 0 LIMIT 1`
  return db.get(sql, orderId) !== undefined
}

/** More was paid for it than came back. */
export function isPaidFor(db: ReadDb, orderId: Id): boolean {
  const sql = `SELECT 1 FROM payment_shares INDEXED BY payment_shares_by_purchase WHERE purchase_order_id = ?
    GROUP BY purchase_order_id HAVING sum(order_minor) <> 0`
  return db.get(sql, orderId) !== undefined
}

export function stateOf(db: ReadDb, row: PurchaseOrdersTable): PurchaseState {
  return {
    status: row.status as PurchaseStatus,
    isHistory: row.is_history === 1,
    hasReceipts: hasStandingReceipt(db, row.id),
  }
}

/** The order if its state allows the verb, else `purchases/cannot-…`. */
export function purchaseFor(db: ReadDb, verb: PurchaseVerb, id: Id): PurchaseOrdersTable {
  const row = livingPurchase(db, id)
  const state = stateOf(db, row)
  if (mayDo(verb, state)) return row
  const { number } = row
  if (row.is_history === 1) throw new AppError('purchases/history', { number })
  if (verb === 'cancel' && state.hasReceipts) throw new AppError('purchases/cancel-received', { number })
  throw new AppError(`purchases/cannot-${verb}`, { number, status: state.status })
}
