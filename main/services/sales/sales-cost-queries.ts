// One cost of selling, and those of an order.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { salesCostRows } from '#main/services/sales/sales-cost-list.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { SalesCost, SalesCostRow } from '#shared/schemas/sales-costs.ts'

/** The cost, archived or not, or `sales/cost-not-found`. */
export function getSalesCost(db: ReadDb, id: Id): SalesCost {
  const kept = db.get<{ archived: number }>('SELECT archived FROM live_sales_costs WHERE id = ?', id)
  const [row] = salesCostRows(db, [id])
  if (!kept || !row) throw new AppError('sales/cost-not-found')
  return { ...row, baseCurrency: baseCurrency(db), archived: kept.archived === 1 }
}

/** What an order cost beside its goods, oldest first; archived ones count no more and are left out. */
export function costsOfOrder(db: ReadDb, orderId: Id): SalesCostRow[] {
  const ids = db.raw(
    `SELECT id FROM sales_costs INDEXED BY sales_costs_by_order
     WHERE order_id = ? AND order_id IS NOT NULL AND deleted = 0 AND archived = 0 ORDER BY incurred_on, id`,
    orderId,
  )
  return salesCostRows(
    db,
    ids.map(([id]) => id as Id),
  )
}
