// Payouts that were read from a file some days ago and are still not recorded as a payment.
import { type AlertFinding, type AlertRule, rowsBy, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'

type Waiting = { id: Id; day: Day; totalMinor: number; currency: string }

/** One that comes to nothing or below zero brings no payment, and is not waited for. */
export const settlementsWaiting: AlertRule = {
  id: 'settlements/waiting',
  screen: 'receivables',
  records: ['settlement'],
  defaultDays: () => 3,
  step: { action: 'record', place: 'page' },
  find: (db, question) => {
    const { by, own, ownParams } = rowsBy('settlements_waiting', question)
    const waiting = db.all<Waiting>(
      `SELECT r.id, coalesce(r.deposited_on, r.ends_on) AS day, r.total_minor AS totalMinor, r.currency FROM settlements r ${by}
       WHERE r.payment_id IS NULL AND r.deleted = 0 AND r.archived = 0 AND r.total_minor > 0
         AND coalesce(r.deposited_on, r.ends_on) <= ?${own}`,
      addDays(question.today, -question.days),
      ...ownParams,
    )
    return sourceOf(waiting.map(findingOf))
  },
}

function findingOf({ id, day, totalMinor, currency }: Waiting): AlertFinding {
  const amount = minorToDecimal(totalMinor, currency)
  return {
    record: { kind: 'settlement', id },
    // A file that says another total, or another day, is another matter.
    ...{ detail: '', cause: `${day} ${amount}`, dayOn: null, severity: 'warning' },
    facts: { amount, currency, day },
  }
}
