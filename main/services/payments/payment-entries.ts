// The ledger of payments: one entry with its shares, its counter-entry, and which entries stand.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PaymentSharesTable, PaymentsTable } from '#main/db/tables.ts'
import { settleOwedDays } from '#main/services/payments/owed-days.ts'
import { settleReceivables } from '#main/services/payments/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** SQL: nothing takes the payment back, unless that is itself taken back. */
export function isStandingPayment(alias: string): string {
  return `NOT EXISTS (SELECT 1 FROM payments t INDEXED BY payments_reversals WHERE t.reverses_id = ${alias}.id
    AND t.reverses_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM payments u INDEXED BY payments_reversals WHERE u.reverses_id = t.id AND u.reverses_id IS NOT NULL))`
}

/** The payment, or `payments/not-found`. */
export function paymentRow(db: ReadDb, id: Id): PaymentsTable {
  const row = db.get<PaymentsTable>('SELECT * FROM payments WHERE id = ?', id)
  if (!row) throw new AppError('payments/not-found')
  return row
}

/** Whether something takes it back and stands. */
export function isReversed(db: ReadDb, id: Id): boolean {
  return db.get(`SELECT 1 FROM payments p WHERE p.id = ? AND ${isStandingPayment('p')}`, id) === undefined
}

type Copy = { on: Day; note: string }

/** The opposite of a payment with all its shares: also of one that took another back. Gives the new entry's id. */
export function counterPayment(tx: WriteTx, payment: PaymentsTable, { on, note }: Copy): Id {
  return append(tx, payment, { on, note, sign: -1, reversesId: payment.id })
}

/** The same payment once more; where it took another back, so does its second entry. */
function payAgain(tx: WriteTx, payment: PaymentsTable): Id {
  const { reverses_id, note } = payment
  return append(tx, payment, { on: payment.paid_on as Day, note, sign: 1, reversesId: reverses_id })
}

type Entry = Copy & { sign: 1 | -1; reversesId: Id | null }

function append(tx: WriteTx, payment: PaymentsTable, { on, note, sign, reversesId }: Entry): Id {
  const { id: ownId, salt: _, ...columns } = payment
  const entry = tx.insert('payments', {
    ...columns,
    paid_on: on,
    amount_minor: sign * payment.amount_minor,
    base_minor: sign * payment.base_minor || 0,
    fee_minor: sign * payment.fee_minor || 0,
    note,
    reverses_id: reversesId,
  })
  for (const { id, ...share } of sharesOf(tx, ownId)) {
    tx.insert('payment_shares', {
      ...share,
      payment_id: entry,
      order_minor: sign * share.order_minor,
      payment_minor: sign * share.payment_minor,
      reverses_id: sign === 1 ? share.reverses_id : id,
    })
  }
  settleOrdersOf(tx, sharesOf(tx, entry))
  return entry
}

/** Brings up to date what follows for the orders that shares speak of. */
function settleOrdersOf(tx: WriteTx, shares: readonly PaymentSharesTable[]): void {
  settleOwedDays(
    tx,
    shares.flatMap((share) => share.purchase_order_id ?? []),
  )
  settleReceivables(
    tx,
    shares.flatMap((share) => share.sales_order_id ?? []),
  )
}

export function sharesOf(db: ReadDb, paymentId: Id): PaymentSharesTable[] {
  return db.all<PaymentSharesTable>('SELECT * FROM payment_shares WHERE payment_id = ? ORDER BY id', paymentId)
}

type Span = { firstId: Id; lastId: Id }

/**
 * Payments that an operation wrote, taken back, and shares that it wrote of older payments; one that it had itself taken back
 * is written again. Gives how many.
 */
export function reversePayments(tx: WriteTx, span: Span): number {
  const { firstId, lastId } = span
  const payments = tx.all<PaymentsTable>('SELECT * FROM payments WHERE id BETWEEN ? AND ? ORDER BY id', firstId, lastId)
  for (const payment of payments) {
    if (payment.reverses_id === null) counterPayment(tx, payment, { on: payment.paid_on as Day, note: '' })
    else payAgain(tx, paymentRow(tx, payment.reverses_id))
  }
  return payments.length + reverseAssigned(tx, span)
}

function reverseAssigned(tx: WriteTx, { firstId, lastId }: Span): number {
  const shares = tx.all<PaymentSharesTable>(
    'SELECT * FROM payment_shares WHERE id BETWEEN ? AND ? AND payment_id NOT BETWEEN ? AND ? ORDER BY id',
    ...[firstId, lastId, firstId, lastId],
  )
  reverseShares(tx, shares)
  return shares.length
}

/** The opposite of shares, within their own payments: what they held of it is free again. */
export function reverseShares(tx: WriteTx, shares: readonly PaymentSharesTable[]): void {
  for (const { id, ...share } of shares) {
    tx.insert('payment_shares', {
      ...share,
      order_minor: -share.order_minor,
      payment_minor: -share.payment_minor,
      reverses_id: id,
    })
  }
  settleOrdersOf(tx, shares)
}
