// Money paid to suppliers and paid back by them. What is written stays; a mistake is taken back by a counter-entry.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PurchaseOrdersTable } from '#main/db/tables.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { nextNumber } from '#main/services/numbers/document-numbers.ts'
import { orderBalances } from '#main/services/payments/order-dues.ts'
import { settleOwedDays } from '#main/services/payments/owed-days.ts'
import { counterPayment, isReversed, isStandingPayment, paymentRow } from '#main/services/payments/payment-entries.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { type KnownRate, toldOrTableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import type { PaymentInput, RecordedPayment } from '#shared/schemas/payments.ts'

/**
 * Writes a payment with its shares. `payments/no-rate` where no rate of the day is known and none was told. More than an order
 * comes to is written and told: suppliers are paid too much, and then that is what happened.
 */
export function recordPayment(tx: WriteTx, input: PaymentInput): RecordedPayment {
  refuseFuture(tx, input.on)
  const { currency, direction } = input
  const amountMinor = atField('amount', () => minorFromDecimal(input.amount, currency))
  if (amountMinor === 0) throw new AppError('payments/no-amount', { field: 'amount' })
  const shares = sharesOf(tx, input)
  const sharedMinor = shares.reduce((sum, { paymentMinor }) => sum + paymentMinor, 0)
  if (sharedMinor > amountMinor) {
    const money = { shared: minorToDecimal(sharedMinor, currency), amount: minorToDecimal(amountMinor, currency) }
    throw new AppError('payments/over-shared', { field: 'amount', currency, ...money })
  }
  const partyId = partyOf(tx, input, shares)
  const { rate, rateOn, baseMinor } = inBase(tx, input, amountMinor)
  const number = input.number || nextNumber(tx, paymentNumbers, { kind: 'PAY', on: input.on })
  refuseTaken(tx, number)
  const id = tx.insert('payments', {
    number,
    direction,
    party_id: partyId,
    paid_on: input.on,
    amount_minor: amountMinor,
    currency,
    rate,
    rate_on: rateOn,
    base_minor: baseMinor,
    fee_minor: atField('fee', () => minorFromDecimal(input.fee, currency)),
    method: input.method,
    reference: input.reference,
    note: input.note,
  })
  const sign = direction === 'out' ? 1 : -1
  for (const { order, purpose, orderMinor, paymentMinor } of shares) {
    tx.insert('payment_shares', {
      ...{ payment_id: id, purchase_order_id: order.id, purpose },
      ...{ order_minor: sign * orderMinor, payment_minor: paymentMinor },
    })
  }
  settleOwedDays(
    tx,
    shares.map(({ order }) => order.id),
  )
  return { id, number, unassigned: minorToDecimal(amountMinor - sharedMinor, currency), over: overPaid(tx, shares) }
}

const paymentNumbers = { table: 'payments', index: 'payments_by_number' }

/** Takes a payment back, on its own day unless another is told; gives the counter-entry. */
export function reversePayment(
  tx: WriteTx,
  { id, on, note }: { id: Id; on?: Day | undefined; note: string },
): { id: Id; number: string } {
  const payment = paymentRow(tx, id)
  if (payment.reverses_id !== null) throw new AppError('payments/is-reversal', { number: payment.number })
  if (isReversed(tx, id)) throw new AppError('payments/already-reversed', { number: payment.number })
  const day = on ?? (payment.paid_on as Day)
  refuseFuture(tx, day)
  if (day < payment.paid_on) {
    throw new AppError('payments/before-payment', { day, paidOn: payment.paid_on, field: 'on' })
  }
  return { id: counterPayment(tx, payment, { on: day, note }), number: payment.number }
}

function refuseFuture(db: ReadDb, day: Day): void {
  const today = bookToday(db, db.now)
  if (day > today) throw new AppError('payments/future-day', { day, today, field: 'on' })
}

/** A number that was taken back may be given again. */
function refuseTaken(db: ReadDb, number: string): void {
  const sql = `SELECT 1 FROM payments p INDEXED BY payments_by_number
    WHERE p.number = ? AND p.reverses_id IS NULL AND ${isStandingPayment('p')} LIMIT 1`
  if (db.get(sql, number)) throw new AppError('payments/number-taken', { number, field: 'number' })
}

type Share = {
  order: PurchaseOrdersTable
  purpose: PaymentInput['shares'][number]['purpose']
  orderMinor: number
  paymentMinor: number
}

function sharesOf(db: ReadDb, { shares, currency }: PaymentInput): Share[] {
  return shares.map(({ orderId, purpose, amount, paid }, index) => {
    const order = livingPurchase(db, orderId)
    const field = `shares.${index}.amount`
    // How much of the payment went for it only the bank knows where the currencies differ.
    if (paid === null && order.currency !== currency) {
      throw new AppError('payments/share-unknown', { field: `shares.${index}.paid`, currency, number: order.number })
    }
    const orderMinor = atField(field, () => minorFromDecimal(amount, order.currency))
    const paymentMinor = paid === null ? orderMinor : atField(field, () => minorFromDecimal(paid, currency))
    if (orderMinor === 0 || paymentMinor === 0) {
      throw new AppError('payments/no-amount', { field: `shares.${index}.amount` })
    }
    return { order, purpose, orderMinor, paymentMinor }
  })
}

/** One payment goes to one party: the one named, else the supplier of the orders. */
function partyOf(db: ReadDb, { partyId }: PaymentInput, shares: readonly Share[]): Id | null {
  const suppliers = new Set(shares.flatMap(({ order }) => order.supplier_id ?? []))
  const [first = null] = suppliers
  const party = partyId ?? first
  if (party !== null && !db.get('SELECT 1 FROM live_parties WHERE id = ?', party)) {
    throw new AppError('parties/not-found', { field: 'partyId' })
  }
  const other = shares.find(({ order }) => order.supplier_id !== null && order.supplier_id !== party)
  if (other) throw new AppError('payments/other-party', { number: other.order.number })
  if (party === null) throw new AppError('payments/no-party', { field: 'partyId' })
  return party
}

/** By the rate told, else the table's of the day; never guessed. */
function inBase(
  db: ReadDb,
  { currency, rate, on }: PaymentInput,
  amountMinor: number,
): KnownRate & { baseMinor: number } {
  const base = baseCurrency(db)
  const known = toldOrTableRate(rateFinder(db), { currency, base, on, told: rate })
  if (known.rate === null) throw new AppError('payments/no-rate', { currency, base, day: on, field: 'rate' })
  return { ...known, baseMinor: minorConverter(currency, base, { multiply: known.rate, divide: '1' })(amountMinor) }
}

function overPaid(db: ReadDb, shares: readonly Share[]): RecordedPayment['over'] {
  const ids = [...new Set(shares.map(({ order }) => order.id))]
  return orderBalances(db, ids).flatMap(({ id, number, currency, overMinor }) =>
    overMinor > 0 ? [{ orderId: id, number, currency, by: minorToDecimal(overMinor, currency) }] : [],
  )
}
