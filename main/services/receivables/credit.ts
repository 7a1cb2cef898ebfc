// What a customer may still owe: open and overdue amounts against the limit, and what one more order does to that.
import type { ReadDb } from '#main/db/database.ts'
import { creditOutcome } from '#main/domain/receivables/credit-outcome.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { openAdvances } from '#main/services/payments/open-advances.ts'
import { livingSale } from '#main/services/payments/payment-shares.ts'
import { added, currencyRow, openSums } from '#main/services/receivables/ageing.ts'
import { worthOn } from '#main/services/receivables/base-worth.ts'
import { customerRating } from '#main/services/receivables/customer-rating.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal, minorText, minorToDecimal } from '#shared/money.ts'
import type { CreditCheckInput, CreditVerdict, CustomerCredit } from '#shared/schemas/receivables.ts'

/** An order that is about to count: what it comes to, less what was paid of it before. */
export type AskedOrder = { id: Id | null; currency: string; grossMinor: number }

type Terms = { limitMinor: number | null; currency: string; action: 'warn' | 'stop' }

/**
 * Whether one more order is within what the customer may owe. Money on account counts for the customer; so do credits. What
 * channels collect is none of it. An amount without a rate into the limit's currency is told as a reason, never left out.
 */
export function creditVerdict(db: ReadDb, customerId: Id, order: AskedOrder | null): CreditVerdict {
  const { limitMinor, currency, action } = creditTerms(db, customerId)
  const today = bookToday(db, db.now)
  const { overdueDays } = salesSetting(db, 'credit')
  const items = openOf(db, customerId).filter(({ id }) => id !== order?.id)
  const inLimit = worthOn(db, today, currency)
  const paidMinor = order?.id === undefined || order.id === null ? 0 : paidOf(db, order.id)
  const own = order === null ? [] : [{ currency: order.currency, openMinor: order.grossMinor - paidMinor, dueOn: null }]
  const advances = openAdvances(db, customerId).map(({ currency: of, minor }) => ({
    ...{ currency: of, openMinor: -minor, dueOn: null },
  }))
  const outcome = creditOutcome(
    { items: [...items, ...own, ...advances], limitMinor, action, today, overdueDays },
    inLimit,
  )
  return {
    verdict: outcome.verdict,
    reasons: outcome.reasons,
    open: minorToDecimal(outcome.openMinor, currency),
    overdue: minorToDecimal(outcome.overdueMinor, currency),
    limit: minorText(limitMinor, currency),
    currency,
    oldestDueOn: outcome.oldestOn,
  }
}

/** The customer's own terms, else the book's; `parties/not-found`. A limit of null is none. */
function creditTerms(db: ReadDb, customerId: Id): Terms {
  const row = db.get<{ limitMinor: number | null; creditCurrency: string; currency: string; action: string }>(
    `SELECT credit_limit_minor AS limitMinor, credit_currency AS creditCurrency, currency, credit_action AS action
     FROM live_parties WHERE id = ?`,
    customerId,
  )
  if (!row) throw new AppError('parties/not-found')
  const action = row.action === 'stop' || row.action === 'warn' ? row.action : salesSetting(db, 'credit').action
  return { limitMinor: row.limitMinor, currency: row.creditCurrency || row.currency || baseCurrency(db), action }
}

type OpenOrder = { id: Id; currency: string; openMinor: number; dueOn: Day | null }

function openOf(db: ReadDb, customerId: Id): OpenOrder[] {
  return db.all<OpenOrder>(
    `SELECT id, currency, open_minor AS openMinor, due_on AS dueOn FROM sales_orders INDEXED BY sales_orders_unpaid
     WHERE open_minor <> 0 AND collected_by = 'seller' AND customer_id = ?`,
    customerId,
  )
}

function paidOf(db: ReadDb, orderId: Id): number {
  return db.get<{ paid: number }>('SELECT paid_minor AS paid FROM sales_orders WHERE id = ?', orderId)?.paid ?? 0
}

/** All that a customer's page tells of it. */
export function customerCredit(db: ReadDb, customerId: Id): CustomerCredit {
  const asOf = bookToday(db, db.now)
  const base = baseCurrency(db)
  const inBase = worthOn(db, asOf)
  const sums = openSums(db, { asOf, customerId, channel: '', currency: '' })
  const { currency, action } = creditTerms(db, customerId)
  const inLimit = worthOn(db, asOf, currency)
  const unappliedMinor = sums.reduce((sum, one) => sum + (inLimit(one.unappliedMinor, one.currency) ?? 0), 0)
  return {
    customerId,
    verdict: creditVerdict(db, customerId, null),
    action,
    unapplied: minorToDecimal(unappliedMinor, currency),
    ageing: sums.map((one) => currencyRow(added([one]), inBase, base)),
    rating: customerRating(db, customerId),
  }
}

/** The verdict with an order that is not counted yet; without one, as things stand. */
export function checkCredit(db: ReadDb, { customerId, orderId, asked }: CreditCheckInput): CreditVerdict {
  if (asked !== null) {
    const { currency, amount } = asked
    return creditVerdict(db, customerId, { id: orderId, currency, grossMinor: minorFromDecimal(amount, currency) })
  }
  if (orderId === null) return creditVerdict(db, customerId, null)
  const { id, currency, gross_minor: grossMinor } = livingSale(db, orderId)
  return creditVerdict(db, customerId, { id, currency, grossMinor })
}
