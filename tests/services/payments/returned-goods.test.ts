// Goods that go back to the supplier are no longer owed: what was paid for them is the supplier's to give back.
import { expect, test } from 'vitest'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { duesOf } from '#main/services/payments/payment-queries.ts'
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { receiptsOf } from '#main/services/receiving/receipt-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { sendBack } from '#main/services/receiving/send-back.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { merged, pairOf } from '#tests/services/clashes/clash-copies.ts'
import { lineIds, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'

const on = asDay('2026-11-06')

function goBack(tx: WriteTx, orderId: Id, quantity: number): void {
  const [receipt] = receiptsOf(tx, orderId)
  const [line] = receipt?.lines ?? []
  if (!receipt || !line) throw new Error('nothing was received')
  const lines = [{ receiptLineId: line.id, quantity, note: '' }]
  sendBack(tx, { receiptId: receipt.id, on, reference: '', note: '', lines })
}

const owedOn = (db: ReadDb, id: Id) =>
  db.get<{ day: string | null }>('SELECT owed_on AS day FROM purchase_orders WHERE id = ?', id)?.day

test('what went back is not owed, and its refund leaves nothing open; taking the return back owes it again', () => {
  const book = purchaseBook()
  const order = book.order()
  const dues = () => book.read((db) => duesOf(db, order.id))
  const [lineId = 0] = lineIds(order)
  book.receive({ orderId: order.id, on: '2026-11-01', lines: [{ lineId, quantity: 100 }] })
  const back = book.operation((tx) => goBack(tx, order.id, 10))
  expect(dues()).toMatchObject({ payable: '180.00', open: '180.00', dues: [{ kind: 'balance', amount: '180.00' }] })
  const pay = (draft: object) =>
    book.write((tx) => recordPayment(tx, paymentInput.parse({ on, currency: 'USD', ...draft })))
  pay({ amount: '200', shares: [{ orderId: order.id, amount: '200' }] })
  expect(dues()).toMatchObject({ open: '0.00', over: '20.00' })
  pay({ amount: '20', direction: 'in', shares: [{ orderId: order.id, amount: '20', purpose: 'refund' }] })
  expect(dues()).toMatchObject({ payable: '180.00', paid: '180.00', open: '0.00', over: '0.00' })
  expect(book.read((db) => owedOn(db, order.id))).toBeNull()
  book.write((tx) => undoOperation(tx, back.id))
  expect(dues()).toMatchObject({ payable: '200.00', open: '20.00' })
  expect(book.read((db) => owedOn(db, order.id))).toBe('2026-11-01')
  expect(book.problems()).toEqual([])
})

test('a return that a merge brings is no longer owed', () => {
  let id = 0 as Id
  const book = merged(
    pairOf((tx) => {
      const supplierId = makeCustomer(tx, 'Factory', { roles: ['supplier'] })
      const lines = [{ productId: makeProduct(tx, { sku: 'MUG' }), quantity: 100, unitPrice: '2.00' }]
      const input = { supplierId, orderedOn: '2026-10-01', promisedOn: '2026-11-01', currency: 'USD', lines }
      id = addPurchase(tx, purchaseInput.parse(input)).id
      sendPurchases(tx, [id], { despite: true })
      confirmPurchases(tx, [id], {})
      const received = getPurchase(tx, id).lines.map((line) => ({ lineId: line.id, quantity: 100 }))
      receivePurchase(tx, receivePurchaseInput.parse({ orderId: id, on: '2026-11-01', lines: received }))
    }),
    (tx) => tx.insert('warehouses', { name: 'Yard' }),
    (tx) => goBack(tx, id, 100),
  )
  expect(book.read((db) => duesOf(db, id))).toMatchObject({ payable: '0.00', open: '0.00', dues: [] })
  expect(book.read((db) => owedOn(db, id))).toBeNull()
  expect(book.read(checkBook).problems).toEqual([])
})
