// What may speak against confirming an order.
import type { WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { blocksConfirm } from '#main/services/sales/order-flags.ts'
import { AppError } from '#shared/errors.ts'

/** `orders/no-lines` where there is nothing to confirm; `orders/flagged` where the seller wants flags looked at first. */
export function refuseUnlessSound(tx: WriteTx, { id, number, line_count }: SalesOrdersTable, _despite: boolean): void {
  if (line_count === 0) throw new AppError('orders/no-lines', { number, field: 'lines' })
  if (blocksConfirm(tx, id).length > 0) throw new AppError('orders/flagged', { number })
}
