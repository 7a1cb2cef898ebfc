// What may speak against confirming an order.
import type { WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { creditVerdict } from '#main/services/receivables/credit.ts'
import { blocksConfirm } from '#main/services/sales/order-flags.ts'
import { AppError } from '#shared/errors.ts'
import type { CreditVerdict } from '#shared/schemas/receivables.ts'

/**
 * `orders/no-lines` where there is nothing to confirm; `orders/flagged` where the seller wants flags looked at first;
 * `orders/credit-stopped` where the customer may owe no more and, unless it is confirmed `despite` that, `orders/credit-warned`,
 * `orders/overdue-warned` or `orders/credit-unknown`.
 */
export function refuseUnlessSound(tx: WriteTx, order: SalesOrdersTable, despite: boolean): void {
  const { id, number, line_count } = order
  if (line_count === 0) throw new AppError('orders/no-lines', { number, field: 'lines' })
  if (blocksConfirm(tx, id).length > 0) throw new AppError('orders/flagged', { number })
  refuseBeyondCredit(tx, order, despite)
}

/** What a channel collects, the customer does not owe; the past is over. */
function refuseBeyondCredit(tx: WriteTx, order: SalesOrdersTable, despite: boolean): void {
  const { id, number, customer_id: customerId, currency, gross_minor: grossMinor } = order
  if (customerId === null || order.collected_by === 'channel' || order.is_history === 1) return
  const {
    verdict,
    open,
    overdue,
    limit,
    currency: of,
    reasons,
  } = creditVerdict(tx, customerId, { id, currency, grossMinor })
  if (verdict === 'ok' || (verdict === 'warn' && despite)) return
  const name = tx.get<{ name: string }>('SELECT name FROM parties WHERE id = ?', customerId)?.name ?? ''
  throw new AppError(codeOf(verdict, reasons), {
    ...{ number, customer: name, open, overdue, limit: limit ?? '', currency: of },
  })
}

function codeOf(verdict: CreditVerdict['verdict'], reasons: CreditVerdict['reasons']): string {
  if (verdict === 'stop') return 'orders/credit-stopped'
  if (reasons.includes('over_limit')) return 'orders/credit-warned'
  return reasons.includes('overdue') ? 'orders/overdue-warned' : 'orders/credit-unknown'
}
