// Payables and payments as rows of a file.
import { expect, test } from 'vitest'
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { payablesSource, paymentsSource } from '#main/services/exports/payment-source.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { payablesInput, paymentInput } from '#shared/schemas/payments.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'

function rowsOf(book: PurchaseBook, source: ExportSource, given: object = {}): ExportRow[] {
  const input = exportInput.parse({ list: 'payables', format: 'csv', jobId: 'test', ...given })
  return book.read((db) => [...source.open(db, input).groups].flatMap(({ rows }) => [...rows]))
}

test('payables stand as the screen shows them, in the reader’s language, all of its pages', () => {
  const book = purchaseBook()
  const order = book.order({ depositPercent: 30, dueFrom: 'order', dueDays: 90 })
  book.order({ currency: 'EUR' })
  const rows = rowsOf(book, payablesSource, { payables: payablesInput.parse({ limit: 1 }), language: 'zh-CN' })
  expect(rows.length).toBe(3)
  expect(rows[0]).toMatchObject({
    ...{ dueOn: '2026-10-01', daysOverdue: 52, kind: '定金', orderNumber: order.number, supplier: 'Factory' },
    ...{ amount: '60.00', open: '60.00', currency: 'USD', openBase: '60.00', baseCurrency: 'USD' },
  })
  expect(rows.find(({ currency }) => currency === 'EUR')).toMatchObject({ openBase: null, baseCurrency: '' })
})

test('payments stand with what they were for, page after page, those taken back with their opposites', () => {
  const book = purchaseBook()
  const { id: orderId, number } = book.order()
  book.write((tx) => {
    for (let count = 0; count < 501; count += 1) {
      const shares = count === 0 ? [{ orderId, amount: '5' }] : []
      const money = { amount: '7', currency: 'USD', fee: '1', partyId: book.factory, shares }
      const { id } = recordPayment(tx, paymentInput.parse({ on: '2026-11-02', ...money }))
      if (count === 500) reversePayment(tx, { id, note: '' })
    }
  })
  const rows = rowsOf(book, paymentsSource)
  expect(rows.length).toBe(502)
  const ofOrder = exportInput.parse({ list: 'payments', format: 'csv', jobId: 'test', payments: { orderId } })
  expect(book.read((db) => paymentsSource.open(db, ofOrder).total)).toBe(1)
  expect(rows[0]).toMatchObject({ amount: '-7.00', fee: '-1.00', isReversal: true })
  expect(rows.at(-1)).toMatchObject({
    ...{ number: 'PAY-2026-0001', direction: 'Paid out', method: 'Bank transfer', amount: '7.00', fee: '1.00' },
    ...{ orders: `${number} 5.00 USD`, unassigned: '2.00', isReversal: false },
  })
})
