// More ways to settle what customers owe: money that came before its order, a credit in place of money, everything at once.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { keptPartySql } from '#main/services/parties/merged-parties.ts'
import { recordPayment, refuseOverShared, settleShares, sumShared } from '#main/services/payments/payment-commands.ts'
import { isReversed, paymentRow, sharesOf as sharesOfPayment } from '#main/services/payments/payment-entries.ts'
import { insertShares, livingSale, sharesOf } from '#main/services/payments/payment-shares.ts'
import { saleBalances } from '#main/services/payments/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import {
  type AssignPaymentInput,
  type OffsetCreditInput,
  type PaymentDirection,
  paymentInput,
  type ReceiveAllInput,
} from '#shared/schemas/payments.ts'

/** Gives money that no order has to orders; `payments/over-shared` where it is less than that. */
export function assignPayment(tx: WriteTx, { id, shares: asked }: AssignPaymentInput): { number: string } {
  const payment = paymentRow(tx, id)
  const { number, currency } = payment
  if (payment.reverses_id !== null || isReversed(tx, id)) throw new AppError('payments/already-reversed', { number })
  const shares = sharesOf(tx, asked, { direction: payment.direction as PaymentDirection, currency })
  const other = shares.find(({ partyId }) => partyId !== null && partyId !== payerOf(tx, id))
  if (other) throw new AppError('payments/other-customer', { number: other.number })
  const given = sharesOfPayment(tx, id).reduce((sum, share) => sum + share.payment_minor, 0)
  refuseOverShared(sumShared(shares), payment.amount_minor - given, currency)
  insertShares(tx, id, shares)
  settleShares(tx, shares)
  return { number }
}

/** Who paid, or the record that it was merged into since. */
function payerOf(db: ReadDb, paymentId: Id): Id | null {
  const sql = `SELECT ${keptPartySql('p.party_id')} AS id FROM payments p WHERE p.id = ?`
  return db.get<{ id: Id | null }>(sql, paymentId)?.id ?? null
}

/**
 * A credit taken for orders of the same customer and currency: as much goes back as comes in, on one day and at one rate, so
 * that no money moves. Gives the numbers of both entries.
 */
export function offsetCredit(tx: WriteTx, { creditId, on, shares, note }: OffsetCreditInput): { numbers: string[] } {
  const credit = livingSale(tx, creditId)
  if (credit.document !== 'credit') throw new AppError('payments/no-credit', { number: credit.number })
  const { currency, rate } = credit
  for (const { saleId } of shares) refuseOther(tx, saleId, { customerId: credit.customer_id, currency })
  const amount = shares.reduce((sum, share) => sum.plus(share.amount), new Decimal(0)).toFixed()
  const [balance] = saleBalances(tx, [creditId])
  const openMinor = (balance?.paidMinor ?? 0) - (balance?.askedMinor ?? 0)
  refuseOverCredit(amount, minorToDecimal(openMinor, currency), { number: credit.number, currency })
  const both = { on, amount, currency, rate: rate ?? '', method: 'other' as const, note, partyId: credit.customer_id }
  const back = {
    ...both,
    direction: 'out' as const,
    shares: [{ saleId: creditId, amount, purpose: 'refund' as const }],
  }
  const come = { ...both, direction: 'in' as const, shares }
  return { numbers: [back, come].map((payment) => recordPayment(tx, paymentInput.parse(payment)).number) }
}

function refuseOverCredit(amount: string, open: string, words: { number: string; currency: string }): void {
  if (new Decimal(amount).gt(open)) throw new AppError('payments/over-credit', { ...words, open, amount })
}

function refuseOther(db: ReadDb, saleId: Id, of: { customerId: Id | null; currency: string }): void {
  const { number, customer_id, currency, document } = livingSale(db, saleId)
  if (customer_id !== of.customerId) throw new AppError('payments/other-customer', { number })
  if (currency !== of.currency || document === 'credit') throw new AppError('payments/other-currency', { number })
}

/** One payment for each order of which something is open, in its own currency; all or none. Gives how many. */
export function receiveAll(tx: WriteTx, { ids, target, on, method, reference }: ReceiveAllInput): { payments: number } {
  const open = openOrders(tx, [...ids, ...(target ? targetIds(tx, target) : [])])
  for (const { id, currency, openMinor } of open) {
    const amount = minorToDecimal(openMinor, currency)
    const shares = [{ saleId: id, orderId: null, purpose: 'balance' as const, amount, paid: null }]
    const words = { number: '', note: '', reference, method, fee: '0', rate: '' as const, partyId: null }
    recordPayment(tx, { ...words, direction: 'in', on: on as Day, amount, currency, shares })
  }
  return { payments: open.length }
}

/** Each once, however often it is named. Nothing is open of orders of the past. */
function openOrders(db: ReadDb, ids: readonly Id[]): { id: Id; currency: string; openMinor: number }[] {
  return db.all(
    `SELECT o.id, o.currency, o.open_minor AS openMinor FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
     WHERE o.document = 'order' AND o.open_minor > 0`,
    JSON.stringify([...new Set(ids)]),
  )
}
