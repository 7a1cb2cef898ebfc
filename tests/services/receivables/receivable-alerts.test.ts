// Who is told of overdue money and of customers over their limit, and when it goes away.
import { expect, test } from 'vitest'
import type { AlertRule } from '#main/services/alerts/alert-rule.ts'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { customersOverLimit, receivablesOverdue } from '#main/services/receivables/receivable-alerts.ts'
import { asDay } from '#shared/dates.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { receivableBook } from './receivable-book.ts'

const today = asDay('2026-11-22')

function found(book: ReturnType<typeof receivableBook>, rule: AlertRule) {
  return book.read((db) => {
    const { sql, params } = rule.find(db, { today, days: rule.defaultDays?.(db) ?? 0, record: null })
    const rows = db.all<{ record_id: number; severity: number; facts: string }>(sql, ...params)
    return rows.map(({ record_id, severity, facts }) => [record_id, severity, JSON.parse(facts)])
  })
}

test('overdue money is told with its amount, long overdue as urgent; paid it is not, nor what channels collect', () => {
  const book = receivableBook()
  const old = book.order('10', { orderedOn: '2026-10-01' })
  const late = book.order('1500', { orderedOn: '2026-11-20', currency: 'JPY', rate: '0.05' })
  book.order('5', { orderedOn: '2026-11-22' })
  book.order('7', { collectedBy: 'channel', channel: 'amazon', externalId: '1' })
  expect(found(book, receivablesOverdue)).toEqual([
    [old, 0, { amount: '10.00', currency: 'USD', day: '2026-10-01' }],
    [late, 1, { amount: '1500', currency: 'JPY', day: '2026-11-20' }],
  ])
  const range = calendarInput.parse({ from: '2026-11-16', to: '2026-11-22', kinds: ['receivableDue'] })
  expect(book.read((db) => calendarRange(db, range)).entries.length).toBe(2)
  book.payOrder(old, '10')
  expect(found(book, receivablesOverdue).length).toBe(1)
})

test('a customer over the limit is told until it owes less', () => {
  const book = receivableBook()
  book.write((tx) => tx.update('parties', book.acme, { credit_limit_minor: 100_00, credit_currency: 'USD' }))
  const order = book.order('101')
  expect(found(book, customersOverLimit)).toEqual([
    [book.acme, 1, { amount: '101.00', limit: '100.00', currency: 'USD' }],
  ])
  book.payOrder(order, '1')
  expect(found(book, customersOverLimit)).toEqual([])
})
