// One order that two copies imported: the one too many goes, and with it what it did to stock and to money.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PaymentsTable } from '#main/db/tables.ts'
import type { Mender } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, moveHanging } from '#main/services/clashes/combine-records.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { isStandingPayment } from '#main/services/payments/payment-entries.ts'
import { reverseDocument } from '#main/services/stock/reverse-stock.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import { paymentInput } from '#shared/schemas/payments.ts'

type Pair = { keep: Id; other: Id }

/**
 * An order that a paper or a ledger names stays, cancelled and put away; any other goes to the bin. Its goods lie in stock
 * again. Money goes to the order that stays, unless that has as much already: then it is one payment that stood there twice.
 */
export function dropTwinOrder(mender: Mender, { keep, other }: Pair): void {
  const { tx, update, touch } = mender
  moveHanging(mender, 'order', { keep, other }, ['papers'])
  const documents = takeGoodsBack(tx, other)
  const payments = takeMoneyOver(tx, { keep, other })
  touch('sales_orders', [keep])
  if (hasPapers(tx, other) || documents > 0 || payments > 0) {
    update('sales_orders', other, { status: 'cancelled', shipped_on: null, archived: 1, external_id: '' })
    touch('sales_orders', [other])
    return
  }
  const lines = tx.raw(
    'SELECT g.id FROM dispatches d JOIN live_dispatch_lines g ON g.dispatch_id = d.id WHERE d.order_id = ?',
    other,
  )
  for (const [id] of lines) update('dispatch_lines', id as Id, { deleted: 1 })
  deleteRecord(mender, { kind: 'order', id: other })
}

export function hasPapers(db: ReadDb, id: Id): boolean {
  const sql = `SELECT 1 FROM papers INDEXED BY papers_by_record WHERE record_id = ? AND record_kind = 'order' AND deleted = 0 LIMIT 1`
  return db.get(sql, id) !== undefined
}

/** Whatever state it is in: nobody sent these goods. Gives how many stock documents were taken back. */
function takeGoodsBack(tx: WriteTx, orderId: Id): number {
  const standing = tx.all<{ id: Id; documentId: Id | null }>(
    `SELECT id, document_id AS documentId FROM dispatches INDEXED BY dispatches_by_order
     WHERE order_id = ? AND status = 'posted' AND deleted = 0 ORDER BY id DESC`,
    orderId,
  )
  const posted = standing.flatMap(({ id, documentId }) => (documentId === null ? [] : [{ id, documentId }]))
  for (const { id, documentId } of posted) {
    tx.update('dispatches', id, { status: 'reversed' })
    reverseDocument(tx, documentId, '')
  }
  return posted.length
}

type Paid = PaymentsTable & { orderMinor: number; paymentMinor: number; purpose: string; orderCurrency: string }

/** Gives how many payments were taken back. One that is for other orders as well stays, and is listed as paid too much. */
function takeMoneyOver(tx: WriteTx, { keep, other }: Pair): number {
  const payments = tx.all<Paid>(
    `SELECT p.*, s.order_minor AS orderMinor, s.payment_minor AS paymentMinor, s.purpose, o.currency AS orderCurrency
     FROM payment_shares s INDEXED BY payment_shares_by_sale CROSS JOIN payments p ON p.id = s.payment_id
     JOIN sales_orders o ON o.id = s.sales_order_id
     WHERE s.sales_order_id = ? AND p.reverses_id IS NULL AND ${isStandingPayment('p')}
       AND (SELECT count(*) FROM payment_shares t INDEXED BY payment_shares_by_payment WHERE t.payment_id = p.id) = 1
     ORDER BY p.id`,
    other,
  )
  for (const payment of payments) {
    reversePayment(tx, { id: payment.id, note: '' })
    const open =
      tx.get<{ minor: number }>('SELECT open_minor AS minor FROM sales_orders WHERE id = ?', keep)?.minor ?? 0
    if (payment.orderMinor > 0 && open >= payment.orderMinor) payInstead(tx, keep, payment)
  }
  return payments.length
}

function payInstead(tx: WriteTx, saleId: Id, payment: Paid): void {
  const { currency, direction, rate, method, reference, note } = payment
  const share = {
    saleId,
    purpose: payment.purpose,
    amount: minorToDecimal(payment.orderMinor, payment.orderCurrency),
    paid: minorToDecimal(payment.paymentMinor, currency),
  }
  recordPayment(
    tx,
    paymentInput.parse({
      ...{ number: '', direction, on: payment.paid_on, currency, rate, method, reference, note },
      amount: minorToDecimal(payment.amount_minor, currency),
      fee: minorToDecimal(payment.fee_minor, currency),
      shares: [share],
    }),
  )
}
