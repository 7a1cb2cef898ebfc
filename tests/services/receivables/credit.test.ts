// What a customer may owe, and how it is graded by its own payments.
import { expect, test } from 'vitest'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { ageingReport } from '#main/services/receivables/ageing.ts'
import { checkCredit, creditVerdict, customerCredit } from '#main/services/receivables/credit.ts'
import type { Id } from '#shared/ids.ts'
import { ageingInput, creditCheckInput } from '#shared/schemas/receivables.ts'
import { receivableBook } from './receivable-book.ts'

function creditBook(limit: number | null, given: { currency?: string; action?: string } = {}) {
  const book = receivableBook()
  book.write((tx) => {
    tx.update('parties', book.acme, {
      ...{ credit_limit_minor: limit, credit_currency: given.currency ?? 'USD', credit_action: given.action ?? '' },
    })
  })
  const verdict = (order: { id: Id | null; currency: string; grossMinor: number } | null = null) =>
    book.read((db) => creditVerdict(db, book.acme, order))
  return { ...book, verdict }
}

test('exactly the limit is within it; one cent more warns, or stops where the record says so', () => {
  const book = creditBook(100_00)
  book.order('60', { orderedOn: '2026-11-20', dueDays: 30 })
  const asked = (grossMinor: number) => book.verdict({ id: null, currency: 'USD', grossMinor })
  expect(asked(40_00)).toMatchObject({ verdict: 'ok', open: '100.00', limit: '100.00', currency: 'USD', reasons: [] })
  expect(asked(40_01)).toMatchObject({ verdict: 'warn', reasons: ['over_limit'] })
  book.write((tx) => tx.update('parties', book.acme, { credit_action: 'stop' }))
  expect(asked(40_01)).toMatchObject({ verdict: 'stop', reasons: ['over_limit'] })
})

test('an order that is being written is asked about by what it comes to so far', () => {
  const book = creditBook(100_00)
  const id = book.order('60', { orderedOn: '2026-11-20', dueDays: 30 })
  const check = (more: object) =>
    book.read((db) => checkCredit(db, creditCheckInput.parse({ customerId: book.acme, ...more })))
  expect(check({ asked: { currency: 'USD', amount: '40.00' } })).toMatchObject({ verdict: 'ok', open: '100.00' })
  expect(check({ asked: { currency: 'USD', amount: '40.01' } })).toMatchObject({ verdict: 'warn', open: '100.01' })
  // The order that is edited counts with what is typed, not with what it was.
  expect(check({ orderId: id, asked: { currency: 'USD', amount: '70' } })).toMatchObject({
    verdict: 'ok',
    open: '70.00',
  })
  expect(check({ orderId: id })).toMatchObject({ open: '60.00' })
})

test('an order that counts already is not counted twice; credits and money on account count for the customer', () => {
  const book = creditBook(100_00)
  const id = book.order('80', { orderedOn: '2026-11-20' })
  expect(book.verdict({ id, currency: 'USD', grossMinor: 90_00 })).toMatchObject({ open: '90.00', verdict: 'ok' })
  book.credit('10')
  book.pay('5', [], { direction: 'in', partyId: book.acme })
  expect(book.verdict()).toMatchObject({ open: '65.00' })
  book.order('500', { collectedBy: 'channel', channel: 'amazon', externalId: '1' })
  expect(book.verdict()).toMatchObject({ open: '65.00', verdict: 'ok' })
})

test('other currencies count by the rate of the day; without one it is told, never left out', () => {
  const book = creditBook(1000_00, { currency: 'CNY' })
  book.order('100')
  expect(book.verdict()).toMatchObject({ open: '720.00', overdue: '720.00', limit: '1000.00' })
  book.order('1', { currency: 'GBP', rate: '', orderedOn: '2026-11-22' })
  expect(book.verdict()).toMatchObject({ verdict: 'warn', reasons: ['overdue', 'no_rate'] })
})

test('long overdue warns also without a limit, as the setting says', () => {
  const book = creditBook(null)
  book.order('1', { orderedOn: '2026-10-22', dueDays: 0 })
  expect(book.verdict()).toMatchObject({
    verdict: 'warn',
    reasons: ['overdue'],
    limit: null,
    oldestDueOn: '2026-10-22',
  })
  book.write((tx) => setSalesSetting(tx, 'credit', { overdueDays: 31 }))
  expect(book.verdict().verdict).toBe('ok')
})

test('the grade follows days late by amount, and is none on few orders', () => {
  const book = creditBook(null)
  const paid = (price: string, on: string) => book.payOrder(book.order(price, { dueDays: 10 }), price, { on })
  const rating = () => book.read((db) => customerCredit(db, book.acme)).rating
  paid('100', '2026-10-11')
  paid('100', '2026-10-05')
  expect(rating()).toMatchObject({ grade: null, cases: 2, casesNeeded: 3, reasons: [{ reason: 'few', value: 2 }] })
  paid('100', '2026-10-14')
  expect(rating()).toMatchObject({ grade: 'A', daysLate: '1.0', onTime: 2 })
  paid('300', '2026-11-10')
  // 3 x 100 + 30 x 300 over 600.
  expect(rating()).toMatchObject({ grade: 'C', daysLate: '15.5', cases: 4 })
  book.order('1', { orderedOn: '2026-08-01', dueDays: 0 })
  expect(rating()).toMatchObject({ grade: 'D', reasons: [{}, {}, { reason: 'long_overdue', value: 113 }] })
})

test('money on account of a record that was merged into the customer is the customer’s', () => {
  const book = creditBook(null)
  book.pay('20', [], { direction: 'in', partyId: book.bolt })
  book.write((tx) => tx.update('parties', book.bolt, { merged_into_id: book.acme, deleted: 1 }))
  book.order('100', { orderedOn: '2026-11-22' })
  expect(book.verdict()).toMatchObject({ open: '80.00' })
  const debtors = book.read((db) => ageingReport(db, ageingInput.parse({}))).debtors
  expect(debtors).toMatchObject([{ customerId: book.acme, totalOpen: '100.00', unapplied: '-20.00' }])
})
