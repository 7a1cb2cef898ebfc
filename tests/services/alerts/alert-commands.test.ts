import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { alertsDone, setAlertRule, snoozeAlerts, unmarkAlerts } from '#main/services/alerts/alert-commands.ts'
import { listAlerts } from '#main/services/alerts/alert-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { AlertRef, AlertState } from '#shared/schemas/alerts.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-03-10')
const in7 = addDays(today, 7)

const list = (book: TestBook, state: AlertState, day: Day = today) =>
  book.read((db) => listAlerts(db, { today: day, rule: 'orders/late', state, offset: 0, limit: 100 })).rows
const codes = (book: TestBook, state: AlertState, day: Day = today) =>
  list(book, state, day).map(({ record }) => record?.code)

function lateOrders(...numbers: string[]) {
  const book = testBook()
  const ids = book.write((tx) => numbers.map((number) => makeOrder(tx, { number, requiredOn: '2026-03-01' })))
  const refs = ids.map(
    (id): AlertRef => ({ rule: 'orders/late', record: { kind: 'order', id }, detail: '', cause: '2026-03-01' }),
  )
  return { book, ids, refs }
}

test('a snooze lasts until its day, through whatever else is written', () => {
  const { book, refs } = lateOrders('A', 'B')
  const [first] = refs
  book.write((tx) => snoozeAlerts(tx, { today, targets: { alerts: first ? [first] : [] }, until: in7 }))
  book.write((tx) => makeProduct(tx, { sku: 'X' }))
  expect([codes(book, 'waiting'), codes(book, 'snoozed')]).toEqual([['B'], ['A']])
  expect(list(book, 'snoozed')[0]?.mark).toEqual({ state: 'snoozed', untilOn: in7 })
  expect(codes(book, 'waiting', addDays(in7, -1))).toEqual(['B'])
  expect(codes(book, 'waiting', in7)).toEqual(['A', 'B'])
  expect(codes(book, 'snoozed', in7)).toEqual([])
})

test('a snooze that would end at once is refused', () => {
  const { book, refs } = lateOrders('A')
  const snooze = (until: Day) => () => book.write((tx) => snoozeAlerts(tx, { today, targets: { alerts: refs }, until }))
  expect(refusal(snooze(today))).toMatchObject({ code: 'alerts/snooze-in-past' })
  expect(refusal(snooze(addDays(today, -1)))).toMatchObject({ code: 'alerts/snooze-in-past' })
})

test('done holds while the cause is the same, and no longer', () => {
  const { book, ids, refs } = lateOrders('A')
  book.write((tx) => alertsDone(tx, { today, targets: { alerts: refs } }))
  book.write((tx) => tx.update('sales_orders', ids[0] ?? 0, { note: 'called them' }))
  expect([codes(book, 'waiting'), codes(book, 'done')]).toEqual([[], ['A']])
  book.write((tx) => tx.update('sales_orders', ids[0] ?? 0, { required_on: '2026-03-05' }))
  expect([codes(book, 'waiting'), codes(book, 'done')]).toEqual([['A'], []])
})

test('nothing is said of an alert that is not there: of no record, of another cause, of a day to come, of a rule put off', () => {
  const { book, ids, refs } = lateOrders('A')
  const [late] = refs
  const done = (day: Day, ...alerts: (AlertRef | undefined)[]) =>
    book.write((tx) => alertsDone(tx, { today: day, targets: { alerts: alerts.filter((ref) => ref !== undefined) } }))
  const marks = () => book.read((db) => db.all('SELECT id FROM live_alert_marks'))
  const to = (rest: Partial<AlertRef>): AlertRef | undefined => late && { ...late, ...rest }
  expect(done(today, to({ record: { kind: 'order', id: 999_999 } }))).toBe(0)
  expect(done(today, to({ record: { kind: 'product', id: ids[0] ?? 0 } }))).toBe(0)
  expect(done(today, to({ cause: '2026-12-24' }))).toBe(0)
  expect(done(today, to({ detail: 'x' }))).toBe(0)
  // The book's own day is the last that anyone can speak of.
  book.write((tx) => tx.update('sales_orders', ids[0] ?? 0, { required_on: '2026-12-24' }))
  expect(done(asDay('2026-12-31'), to({ cause: '2026-12-24' }))).toBe(0)
  book.write((tx) => tx.update('sales_orders', ids[0] ?? 0, { required_on: '2026-03-01' }))
  book.write((tx) => setAlertRule(tx, { rule: 'orders/late', isOn: false, days: null }))
  expect(done(today, late)).toBe(0)
  expect(marks()).toEqual([])
  book.write((tx) => setAlertRule(tx, { rule: 'orders/late', isOn: true, days: null }))
  expect(done(today, late, late)).toBe(1)
  expect(marks()).toHaveLength(1)
})

test('many alerts named one by one are marked as well, beside those of no record', () => {
  const { book, refs } = lateOrders(...Array.from({ length: 30 }, (_, index) => `A${index}`))
  book.write((tx) => makeOrder(tx, { number: 'E', currency: 'EUR' }))
  const [missing] = book.read((db) =>
    listAlerts(db, { today, rule: 'rates/missing', state: 'waiting', offset: 0, limit: 1 }),
  ).rows
  const named = missing ? [{ rule: missing.rule, record: null, detail: missing.detail, cause: missing.cause }] : []
  expect(book.write((tx) => alertsDone(tx, { today, targets: { alerts: [...refs, ...named] } }))).toBe(31)
  expect(codes(book, 'waiting')).toEqual([])
})

test('what was said last holds, and can be taken back', () => {
  const { book, refs } = lateOrders('A')
  book.write((tx) => alertsDone(tx, { today, targets: { alerts: refs } }))
  book.write((tx) => snoozeAlerts(tx, { today, targets: { alerts: refs }, until: in7 }))
  expect([codes(book, 'snoozed'), codes(book, 'done')]).toEqual([['A'], []])
  book.write((tx) => unmarkAlerts(tx, refs))
  expect(codes(book, 'waiting')).toEqual(['A'])
  expect(book.read((db) => db.all('SELECT id FROM live_alert_marks'))).toEqual([])
})

test('all of a rule at once, as one operation that one undo takes back', () => {
  const { book } = lateOrders(...Array.from({ length: 600 }, (_, at) => `A${at}`))
  let questions = 0
  const counting = (tx: WriteTx): WriteTx => ({
    ...tx,
    all: (sql, ...params) => {
      if (sql.includes('sales_orders')) questions += 1
      return tx.all(sql, ...params)
    },
  })
  const { result, operationId } = book.writer.write('alerts.done', null, (tx) =>
    alertsDone(counting(tx), { today, targets: { rule: 'orders/late' } }),
  )
  expect(result).toBe(600)
  // However many there are, the rule is asked once.
  expect(questions).toBe(1)
  expect(codes(book, 'waiting')).toEqual([])
  book.write((tx) => undoOperation(tx, operationId ?? 0))
  expect(codes(book, 'waiting')).toHaveLength(100)
})

test('a rule is set once, however often it is changed', () => {
  const book = testBook()
  book.write((tx) => setAlertRule(tx, { rule: 'orders/due-soon', isOn: false, days: null }))
  book.write((tx) => setAlertRule(tx, { rule: 'orders/due-soon', isOn: true, days: 3 }))
  expect(book.read((db) => db.all('SELECT rule, is_on AS isOn, days FROM live_alert_settings'))).toEqual([
    { rule: 'orders/due-soon', isOn: 1, days: 3 },
  ])
})
