// A book in CNY with customers and short ways to sell to them and be paid. Today is 2026-11-22.
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import type { Id } from '#shared/ids.ts'
import { type PaymentDraft, paymentInput } from '#shared/schemas/payments.ts'
import { makeCustomer, makeOrder, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

type OrderGiven = NonNullable<Parameters<typeof makeOrder>[1]>

export function receivableBook() {
  const book = testBook({ baseCurrency: 'CNY' })
  const [acme, bolt] = book.write((tx) => {
    makeRate(tx, 'USD', 'CNY', '2026-01-01', '7.10')
    makeRate(tx, 'USD', 'CNY', '2026-11-22', '7.20')
    return [makeCustomer(tx, 'Acme'), makeCustomer(tx, 'Bolt', { language: 'zh-CN' })] as const
  })
  /** Confirmed, of one line without a product. */
  const order = (price: string, given: OrderGiven = {}): Id =>
    book.write((tx) =>
      makeOrder(tx, {
        ...{ customerId: acme, orderedOn: '2026-10-01', currency: 'USD', rate: '7.10' },
        lines: [{ productId: null, description: 'Mugs', quantity: 1, unitPrice: price }],
        ...given,
      }),
    )
  const credit = (price: string, given: OrderGiven = {}): Id =>
    order(price, {
      document: 'credit',
      lines: [{ productId: null, description: 'Back', quantity: -1, unitPrice: price }],
      ...given,
    })
  const pay = (amount: string, shares: PaymentDraft['shares'], given: Partial<PaymentDraft> = {}) =>
    book.write((tx) =>
      recordPayment(
        tx,
        paymentInput.parse({ on: '2026-11-20', currency: 'USD', rate: '7.20', amount, shares, ...given }),
      ),
    )
  const payOrder = (saleId: Id, amount: string, given: Partial<PaymentDraft> = {}) =>
    pay(amount, [{ saleId, amount }], given)
  const undo = () =>
    book.write((tx) => {
      const last = tx.get<{ id: Id }>('SELECT max(id) AS id FROM operations')
      return undoOperation(tx, last?.id ?? 0)
    })
  const problems = () => book.read((db) => checkBook(db).problems)
  return { ...book, acme, bolt, order, credit, pay, payOrder, undo, problems }
}
