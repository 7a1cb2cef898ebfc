// Payables and milestones in the calendar: on their day as long as they wait.
import { expect, test } from 'vitest'
import { type CalendarSource, rowsByDay } from '#main/services/calendar/calendar-source.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { cancelPurchases } from '#main/services/purchases/purchase-commands.ts'
import { payableSource } from '#main/services/purchases/purchase-days.ts'
import { milestoneSource } from '#main/services/receiving/milestone-days.ts'
import { asDay } from '#shared/dates.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'

function shown(book: PurchaseBook, source: CalendarSource): [string, string, number][] {
  return book.read((db) => {
    const span = { from: asDay('2026-10-01'), to: asDay('2026-12-31'), perDay: 10 }
    return rowsByDay(db, source, span).flatMap(({ id, on }) =>
      source.entries(db, [id]).map(({ title, record }): [string, string, number] => [on, title, record.id]),
    )
  })
}

test('a payable stands on its first open day, and moves on as it is paid', () => {
  const book = purchaseBook()
  const { id, number } = book.order({ depositPercent: 30, dueFrom: 'order', dueDays: 30 })
  expect(shown(book, payableSource)).toEqual([['2026-10-01', number, id]])
  const pay = (amount: string) =>
    book.write((tx) =>
      recordPayment(
        tx,
        paymentInput.parse({ on: '2026-11-02', amount, currency: 'USD', shares: [{ orderId: id, amount }] }),
      ),
    )
  pay('60')
  expect(shown(book, payableSource)).toEqual([['2026-10-31', number, id]])
  pay('140')
  expect(shown(book, payableSource)).toEqual([])
  expect(book.problems()).toEqual([])
})

test('milestones of an order open it; those of a cancelled one are over', () => {
  const book = purchaseBook()
  const { id, number } = book.order({ promisedOn: '2026-12-20' })
  expect(shown(book, milestoneSource).map(([on]) => on)).toEqual([
    ...['2026-11-22', '2026-11-29', '2026-12-06', '2026-12-15', '2026-12-17', '2026-12-18'],
  ])
  expect(shown(book, milestoneSource)[0]).toEqual(['2026-11-22', number, id])
  book.write((tx) => cancelPurchases(tx, [id], 'late'))
  expect(shown(book, milestoneSource)).toEqual([])
})
