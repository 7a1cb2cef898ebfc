// Alerts of payables and of milestones: who is told of what, and when it goes away.
import { expect, test } from 'vitest'
import type { AlertRule } from '#main/services/alerts/alert-rule.ts'
import { payablesDue } from '#main/services/payments/payment-alerts.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { lateMilestones } from '#main/services/receiving/milestone-alerts.ts'
import { reachMilestone } from '#main/services/receiving/milestone-commands.ts'
import { milestonesOf } from '#main/services/receiving/milestone-queries.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'

/** Today is 2026-11-22. */
const today = asDay('2026-11-22')

type Row = { record_id: Id; day_on: string; severity: number; facts: string }

function found(book: PurchaseBook, rule: AlertRule, orderId: Id | null = null): [Id, string, number, object][] {
  return book.read((db) => {
    const record = orderId === null ? null : ({ kind: 'purchase', id: orderId } as const)
    const { sql, params } = rule.find(db, { today, days: rule.defaultDays?.(db) ?? 0, record })
    return db
      .all<Row>(sql, ...params)
      .map(({ record_id, day_on, severity, facts }) => [record_id, day_on, severity, JSON.parse(facts)])
  })
}

test('money due within a week or overdue is told with its amount; paid it is not, nor is what only a plan says', () => {
  const book = purchaseBook()
  const due = (dueDays: number, given: object = {}) => book.order({ dueFrom: 'order', dueDays, ...given }).id
  const [overdue, soon] = [due(10), due(59)]
  due(60)
  book.order({ dueFrom: 'receipt' })
  book.order({ dueFrom: 'ready' })
  const deposit = book.order({ depositPercent: 30 }).id
  expect(found(book, payablesDue)).toEqual([
    [deposit, '2026-10-01', 0, { amount: '60.00', currency: 'USD', day: '2026-10-01', kind: 'deposit' }],
    [overdue, '2026-10-11', 0, { amount: '200.00', currency: 'USD', day: '2026-10-11', kind: 'balance' }],
    [soon, '2026-11-29', 1, { amount: '200.00', currency: 'USD', day: '2026-11-29', kind: 'balance' }],
  ])
  const pay = (orderId: Id, amount: string) =>
    book.write((tx) =>
      recordPayment(
        tx,
        paymentInput.parse({ on: '2026-11-20', amount, currency: 'USD', shares: [{ orderId, amount }] }),
      ),
    )
  pay(deposit, '60')
  pay(overdue, '150')
  expect(found(book, payablesDue).map(([id, , , facts]) => [id, facts])).toMatchObject([
    [overdue, { amount: '50.00' }],
    [soon, { amount: '200.00' }],
  ])
  expect(found(book, payablesDue, soon).length).toBe(1)
  pay(overdue, '50')
  expect(found(book, payablesDue, overdue)).toEqual([])
})

test('more came than was ordered: the surplus is due although the order was paid', () => {
  const book = purchaseBook()
  const order = book.order()
  const [line] = order.lines
  book.write((tx) =>
    recordPayment(
      tx,
      paymentInput.parse({
        on: '2026-10-02',
        amount: '200',
        currency: 'USD',
        shares: [{ orderId: order.id, amount: '200' }],
      }),
    ),
  )
  expect(found(book, payablesDue)).toEqual([])
  const lines = [{ lineId: line?.id ?? 0, quantity: 110 }]
  book.receive({ orderId: order.id, on: '2026-11-02', acceptOver: true, lines })
  expect(found(book, payablesDue)).toMatchObject([[order.id, '2026-11-02', 0, { amount: '20.00' }]])
})

test('milestones whose planned day is over, until they are reached or goods came in', () => {
  const book = purchaseBook()
  const order = book.order({ promisedOn: '2026-12-12' })
  book.order({ promisedOn: '2027-03-01' })
  expect(found(book, lateMilestones)).toEqual([
    [order.id, '2026-11-14', 1, { kind: 'materials', name: '', day: '2026-11-14' }],
    [order.id, '2026-11-21', 1, { kind: 'first_piece', name: '', day: '2026-11-21' }],
  ])
  const [materials] = book.read((db) => milestonesOf(db, order.id))
  book.write((tx) => reachMilestone(tx, materials?.id ?? 0, asDay('2026-11-20')))
  expect(found(book, lateMilestones, order.id).map(([, day]) => day)).toEqual(['2026-11-21'])
  const [line] = order.lines
  book.receive({ orderId: order.id, on: '2026-11-20', lines: [{ lineId: line?.id ?? 0, quantity: 1 }] })
  expect(found(book, lateMilestones)).toEqual([])
})
