// What one sales order or credit comes to for its customer: dues, payments with what they gained by exchange, and what else of
// the customer's money there is to settle it with.
import type { ReadDb } from '#main/db/database.ts'
import { saleDues } from '#main/domain/receivables/sale-dues.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { openAdvances } from '#main/services/payments/open-advances.ts'
import { gainsOf } from '#main/services/payments/payment-gains.ts'
import { listPayments } from '#main/services/payments/payment-queries.ts'
import { livingSale } from '#main/services/payments/payment-shares.ts'
import { saleBalances } from '#main/services/payments/sale-dues.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import { type PaymentState, paymentsInput, type SaleDues } from '#shared/schemas/payments.ts'

export function duesOfSale(db: ReadDb, orderId: Id): SaleDues {
  const row = livingSale(db, orderId)
  const [balance] = saleBalances(db, [orderId])
  if (!balance) throw new Error('an order without a balance')
  const { number, document, customerId, currency, paidMinor } = balance
  const money = (minor: number) => minorToDecimal(minor, currency)
  const isHistory = row.is_history === 1
  return {
    ...{ orderId, number, document, customerId, currency, isHistory },
    payable: money(isHistory ? row.gross_minor : balance.askedMinor),
    paid: money(paidMinor),
    open: money(isHistory ? 0 : balance.askedMinor - paidMinor),
    paymentState: row.payment_state as PaymentState,
    collectedBy: row.collected_by as SaleDues['collectedBy'],
    dues: isHistory ? [] : duesAsText(saleDues(balance), money),
    payments: listPayments(db, paymentsInput.parse({ saleId: orderId, limit: 500 })).rows,
    ...gains(db, balance),
    ...othersOf(db, { orderId, customerId, currency }),
  }
}

function duesAsText({ dues }: ReturnType<typeof saleDues>, money: (minor: number) => string): SaleDues['dues'] {
  return dues.map(({ amountMinor, paidMinor, ...due }) => ({
    ...due,
    amount: money(amountMinor),
    paid: money(paidMinor),
    open: money(amountMinor - paidMinor),
  }))
}

function gains(db: ReadDb, balance: Parameters<typeof gainsOf>[1][number]) {
  const base = baseCurrency(db)
  const shares = gainsOf(db, [balance])
  const isKnown = shares.every(({ gainMinor }) => gainMinor !== null)
  const realised = shares.reduce((sum, { gainMinor }) => sum + (gainMinor ?? 0), 0)
  return {
    baseCurrency: base,
    realised: isKnown ? minorToDecimal(realised, base) : null,
    gains: shares.map(({ shareId, paymentId, settledMinor, bookedMinor, gainMinor }) => ({
      ...{ shareId, paymentId },
      settledBase: minorToDecimal(settledMinor, base),
      bookedBase: minorText(bookedMinor, base),
      gain: minorText(gainMinor, base),
    })),
  }
}

type Asked = { orderId: Id; customerId: Id | null; currency: string }

const mostOthers = 50

/** In the same currency: a credit taken in another has no rate that anybody agreed on. Advances of any. */
function othersOf(db: ReadDb, { orderId, customerId, currency }: Asked): Pick<SaleDues, 'credits' | 'advances'> {
  if (customerId === null) return { credits: [], advances: [] }
  const credits = db.all<{ orderId: Id; number: string; openMinor: number }>(
    `SELECT o.id AS orderId, o.number, o.open_minor AS openMinor FROM sales_orders o INDEXED BY sales_orders_by_customer
     WHERE o.customer_id = ? AND o.document = 'credit' AND o.open_minor < 0 AND o.currency = ? AND o.deleted = 0 AND o.id <> ?
     ORDER BY o.ordered_on, o.id LIMIT ${mostOthers}`,
    ...[customerId, currency, orderId],
  )
  return {
    credits: credits.map(({ openMinor, ...credit }) => ({
      ...credit,
      currency,
      open: minorToDecimal(-openMinor, currency),
    })),
    advances: openAdvances(db, customerId)
      .slice(0, mostOthers)
      .map(({ paymentId, number, on, currency: of, minor }) => ({
        ...{ paymentId, number, on, currency: of },
        unassigned: minorToDecimal(minor, of),
      })),
  }
}
