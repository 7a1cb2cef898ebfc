// Money that suppliers wait for: due within some days, or overdue. What only a plan says is no alert.
import { type AlertFinding, type AlertRule, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { orderBalances } from '#main/services/payments/order-dues.ts'
import { type OpenDue, openDues } from '#main/services/payments/payables.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'

export const payablesDue: AlertRule = {
  id: 'payments/due',
  screen: 'purchases',
  records: ['purchase'],
  defaultDays: () => 7,
  step: { action: 'pay', place: 'page' },
  find: (db, { today, days, record }) => {
    const until = addDays(today, days)
    const owed = db.raw(
      `SELECT r.id FROM purchase_orders r ${record ? '' : 'INDEXED BY purchase_orders_owed'}
       WHERE r.owed_on IS NOT NULL AND r.owed_on <= ?${record ? ' AND r.id = ?' : ''}`,
      ...[until, ...(record ? [record.id] : [])],
    ) as [Id][]
    const balances = orderBalances(
      db,
      owed.map(([id]) => id),
    )
    return sourceOf(openDues(balances).flatMap((due) => findingOf(due, today, until)))
  },
}

function findingOf(
  { order, kind, dueOn, isEstimate, receiptId, openMinor }: OpenDue,
  today: Day,
  until: Day,
): AlertFinding[] {
  if (dueOn === null || isEstimate || kind === 'expected' || dueOn > until) return []
  const amount = minorToDecimal(openMinor, order.currency)
  return [
    {
      record: { kind: 'purchase', id: order.id },
      detail: `${kind} ${receiptId ?? ''}`.trim(),
      // Another day or another amount is another matter.
      cause: `${dueOn} ${amount}`,
      dayOn: dueOn,
      severity: dueOn < today ? 'urgent' : 'warning',
      facts: { amount, currency: order.currency, day: dueOn, kind },
    },
  ]
}
