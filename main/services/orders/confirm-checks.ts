// What may speak against confirming an order.
import type { WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { AppError } from '#shared/errors.ts'

/** `orders/no-lines` where there is nothing to confirm. */
export function refuseUnlessSound(_tx: WriteTx, { number, line_count }: SalesOrdersTable, _despite: boolean): void {
  if (line_count === 0) throw new AppError('orders/no-lines', { number, field: 'lines' })
}
