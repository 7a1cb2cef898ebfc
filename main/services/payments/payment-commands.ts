// Money paid to suppliers and received from customers, and what came or went back. What is written stays; a mistake is taken
// back by a counter-entry.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { nextNumber } from '#main/services/numbers/document-numbers.ts'
import { orderBalances } from '#main/services/payments/order-dues.ts'
import { settleOwedDays } from '#main/services/payments/owed-days.ts'
import { counterPayment, isReversed, isStandingPayment, paymentRow } from '#main/services/payments/payment-entries.ts'
import { insertShares, type Share, sharesOf } from '#main/services/payments/payment-shares.ts'
import { type SaleBalance, saleBalances, settleReceivables } from '#main/services/payments/sale-dues.ts'
import { type KnownRate, toldOrTableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal, typedMinor } from '#shared/money.ts'
import type { PaymentInput, RecordedPayment } from '#shared/schemas/payments.ts'

/**
 * Writes a payment with its shares. `payments/no-rate` where no rate of the day is known and none was told. More than an order
 * comes to is written and told: too much is paid at times, and then that is what happened.
 */
export function recordPayment(tx: WriteTx, input: PaymentInput): RecordedPayment {
  refuseFuture(tx, input.on)
  const { currency, direction } = input
  const amountMinor = atField('amount', () => typedMinor(input.amount, currency))
  if (amountMinor === 0) throw new AppError('payments/no-amount', { field: 'amount' })
  const shares = sharesOf(tx, input.shares, input)
  const sharedMinor = sumShared(shares)
  refuseOverShared(sharedMinor, amountMinor, currency)
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
    fee_minor: atField('fee', () => typedMinor(input.fee, currency)),
    method: input.method,
    reference: input.reference,
    note: input.note,
  })
  insertShares(tx, id, shares)
  settleShares(tx, shares)
  return { id, number, unassigned: minorToDecimal(amountMinor - sharedMinor, currency), ...overPaid(tx, shares) }
}

export function sumShared(shares: readonly Share[]): number {
  return shares.reduce((sum, { paymentMinor }) => sum + paymentMinor, 0)
}

/** More than there is, or less than nothing: a credit lessens what an order takes of a payment, and no more than that. */
export function refuseOverShared(sharedMinor: number, amountMinor: number, currency: string): void {
  if (sharedMinor >= 0 && sharedMinor <= amountMinor) return
  const money = { shared: minorToDecimal(sharedMinor, currency), amount: minorToDecimal(amountMinor, currency) }
  throw new AppError('payments/over-shared', { field: 'amount', currency, ...money })
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

export function refuseFuture(db: ReadDb, day: Day): void {
  const today = bookToday(db, db.now)
  if (day > today) throw new AppError('payments/future-day', { day, today, field: 'on' })
}

/** A number that was taken back may be given again. */
function refuseTaken(db: ReadDb, number: string): void {
  const sql = `SELECT 1 FROM payments p INDEXED BY payments_by_number
    WHERE p.number = ? AND p.reverses_id IS NULL AND ${isStandingPayment('p')} LIMIT 1`
  if (db.get(sql, number)) throw new AppError('payments/number-taken', { number, field: 'number' })
}

/** One payment goes to one party: the one named, else that of the orders. Of orders that channels collect it may be nobody's. */
function partyOf(db: ReadDb, { partyId }: PaymentInput, shares: readonly Share[]): Id | null {
  const owners = new Set(shares.flatMap((share) => share.partyId ?? []))
  const [first = null] = owners
  const party = partyId ?? first
  if (party !== null && !db.get('SELECT 1 FROM live_parties WHERE id = ?', party)) {
    throw new AppError('parties/not-found', { field: 'partyId' })
  }
  const other = shares.find((share) => share.partyId !== null && share.partyId !== party)
  if (other) throw new AppError(otherParty(other), { number: other.number })
  const isNobodys = shares.length > 0 && shares.every(({ saleId }) => saleId !== null)
  if (party === null && !isNobodys) throw new AppError('payments/no-party', { field: 'partyId' })
  return party
}

function otherParty({ saleId }: Share): 'payments/other-customer' | 'payments/other-party' {
  return saleId === null ? 'payments/other-party' : 'payments/other-customer'
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

/** Derived columns of the orders that shares speak of, after they were written. */
export function settleShares(tx: WriteTx, shares: readonly Share[]): void {
  settleOwedDays(tx, idsOf(shares, 'purchaseId'))
  settleReceivables(tx, idsOf(shares, 'saleId'))
}

function idsOf(shares: readonly Share[], of: 'purchaseId' | 'saleId'): Id[] {
  return [...new Set(shares.flatMap((share) => share[of] ?? []))]
}

function overPaid(db: ReadDb, shares: readonly Share[]): Pick<RecordedPayment, 'over' | 'under'> {
  const purchases = orderBalances(db, idsOf(shares, 'purchaseId')).map((row) => ({ ...row, openMinor: -row.overMinor }))
  const sales = saleBalances(db, idsOf(shares, 'saleId')).map((row) => ({ ...row, openMinor: stillOpen(row) }))
  const told = (rows: readonly { id: Id; number: string; currency: string; openMinor: number }[]) =>
    rows.map(({ id, number, currency, openMinor }) => ({
      ...{ orderId: id, number, currency },
      by: minorToDecimal(Math.abs(openMinor), currency),
    }))
  return {
    over: told([...purchases, ...sales].filter(({ openMinor }) => openMinor < 0)),
    under: told(sales.filter(({ openMinor }) => openMinor > 0)),
  }
}

/** Above 0 what is still to be settled, of a credit too; below 0 what was settled too much. */
function stillOpen({ document, askedMinor, paidMinor }: SaleBalance): number {
  return document === 'credit' ? paidMinor - askedMinor : askedMinor - paidMinor
}
