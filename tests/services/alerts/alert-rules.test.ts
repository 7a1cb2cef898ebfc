import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { setAlertRule } from '#main/services/alerts/alert-commands.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { alertRuleStates, listAlerts, recordAlerts } from '#main/services/alerts/alert-queries.ts'
import { alertRules } from '#main/services/alerts/alert-rules.ts'
import { alertsAtHome } from '#main/services/alerts/alerts-at-home.ts'
import { type Movement, postMovement } from '#main/services/stock/stock-ledger.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { type AlertRuleId, alertRuleIds } from '#shared/schemas/alerts.ts'
import { orderStatuses } from '#shared/schemas/orders.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-03-10')

const alertsOf = (book: TestBook, rule: AlertRuleId) =>
  book.read((db) => listAlerts(db, { today, rule, state: 'waiting', offset: 0, limit: 100 })).rows

const codesOf = (book: TestBook, rule: AlertRuleId) => alertsOf(book, rule).map(({ record }) => record?.code)

test('every rule that is named is there, once', () => {
  expect(alertRules.map(({ id }) => id)).toEqual([...alertRuleIds])
})

describe('orders', () => {
  test('late are those past their day whose goods have not left, the longest overdue first', () => {
    const book = testBook()
    book.write((tx) => {
      for (const status of orderStatuses) makeOrder(tx, { number: status, status, requiredOn: '2026-03-09' })
      makeOrder(tx, { number: 'today', requiredOn: '2026-03-10' })
      makeOrder(tx, { number: 'gone', requiredOn: '2026-03-01', shippedOn: '2026-03-02' })
      makeOrder(tx, { number: 'oldest', requiredOn: '2026-02-28', customerId: makeCustomer(tx, 'Ana') })
      makeOrder(tx, { number: 'no day' })
    })
    expect(codesOf(book, 'orders/late')).toEqual(['oldest', 'draft', 'confirmed', 'on_hold', 'part_shipped'])
    expect(alertsOf(book, 'orders/late')[0]).toMatchObject({
      severity: 'urgent',
      record: { kind: 'order', name: 'Ana' },
      dayOn: '2026-02-28',
      cause: '2026-02-28',
      mark: null,
    })
  })

  test('due soon are those within seven days, today among them; another number of days may be set', () => {
    const book = testBook()
    book.write((tx) => {
      for (const days of [-1, 0, 7, 8]) makeOrder(tx, { number: `${days}`, requiredOn: addDays(today, days) })
    })
    expect(codesOf(book, 'orders/due-soon')).toEqual(['0', '7'])
    // From Tuesday to Tuesday lies a weekend; a holiday takes one more.
    expect(alertsOf(book, 'orders/due-soon').map(({ facts }) => facts.workingDays)).toEqual([0, 5])
    book.write((tx) => tx.insert('special_days', { day_on: '2026-03-12' }))
    expect(alertsOf(book, 'orders/due-soon').map(({ facts }) => facts.workingDays)).toEqual([0, 4])
    book.write((tx) => setAlertRule(tx, { rule: 'orders/due-soon', isOn: true, days: 8 }))
    expect(codesOf(book, 'orders/due-soon')).toEqual(['0', '7', '8'])
    book.write((tx) => setAlertRule(tx, { rule: 'orders/due-soon', isOn: false, days: 8 }))
    expect(codesOf(book, 'orders/due-soon')).toEqual([])
  })

  test('drafts grow old after fourteen days', () => {
    const book = testBook()
    book.write((tx) => {
      for (const days of [-13, -14])
        makeOrder(tx, { number: `${days}`, status: 'draft', orderedOn: addDays(today, days) })
      makeOrder(tx, { number: 'confirmed', orderedOn: '2026-01-01' })
    })
    expect(codesOf(book, 'orders/draft-old')).toEqual(['-14'])
  })

  test('without a rate are those in another currency that has none for their day; cancelled ones need none', () => {
    const book = testBook()
    book.write((tx) => {
      makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1')
      makeOrder(tx, { number: 'EUR', currency: 'EUR' })
      makeOrder(tx, { number: 'JPY', currency: 'JPY' })
      makeOrder(tx, { number: 'void', currency: 'JPY', status: 'cancelled' })
    })
    expect(codesOf(book, 'orders/no-rate')).toEqual(['JPY'])
  })
})

describe('products', () => {
  test('without a cost: those sold come first and are to do, the others to know; families need none', () => {
    const book = testBook()
    book.write((tx) => {
      makeProduct(tx, { sku: 'A' })
      const sold = makeProduct(tx, { sku: 'B' })
      makeProduct(tx, { sku: 'C', cost: { amount: '0', currency: 'USD' } })
      makeProduct(tx, { sku: 'F', kind: 'family' })
      makeProduct(tx, { sku: 'D', status: 'discontinued' })
      makeOrder(tx, { lines: [{ productId: sold, quantity: 1, unitPrice: '5' }] })
    })
    expect(alertsOf(book, 'products/no-cost').map(({ record, severity }) => [record?.code, severity])).toEqual([
      ['B', 'warning'],
      ['A', 'info'],
    ])
    expect(book.read((db) => waitingCounts(db, today)).products).toEqual({ count: 1, urgent: 0 })
  })

  test('without customs data: only those sold to another country in the last year, by order or by customer', () => {
    const book = testBook()
    book.write((tx) => {
      const abroad = makeCustomer(tx, 'Ana', { country: 'DE' })
      const sell = (sku: string, draft: object) => {
        const productId = makeProduct(tx, { sku, hsCode: '440910' })
        makeOrder(tx, { ...draft, lines: [{ productId, quantity: 1, unitPrice: '5' }] })
      }
      sell('HOME', { shipTo: { country: 'CN' }, customerId: abroad })
      sell('ABROAD', { shipTo: { country: 'FR' } })
      sell('BY CUSTOMER', { customerId: abroad })
      sell('NOBODY SAID', {})
      sell('LONG AGO', { shipTo: { country: 'FR' }, orderedOn: addDays(today, -365) })
      sell('A YEAR', { shipTo: { country: 'FR' }, orderedOn: addDays(today, -364) })
    })
    expect(codesOf(book, 'products/no-customs-data')).toEqual(['A YEAR', 'ABROAD', 'BY CUSTOMER'])
    expect(alertsOf(book, 'products/no-customs-data')[0]).toMatchObject({
      cause: 'origin',
      facts: { lacking: 'origin' },
    })
    book.write((tx) => tx.update('books', 1, { country: '' }))
    expect(codesOf(book, 'products/no-customs-data')).toEqual([])
  })
})

test('rates: missing where orders wait or none was ever known, old after the company’s own limit', () => {
  const book = testBook()
  book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-02-28', '1.1')
    makeRate(tx, 'CHF', 'USD', '2026-02-27', '1.1')
    makeRate(tx, 'JPY', 'USD', '2025-01-01', '0.007')
    for (const currency of ['EUR', 'CHF', 'JPY']) makeOrder(tx, { currency })
    makeProduct(tx, { sku: 'A', cost: { amount: '1', currency: 'AED' } })
  })
  expect(alertsOf(book, 'rates/missing').map(({ detail, facts }) => [detail, facts.orders])).toEqual([
    ['AED', 0],
    ['JPY', 1],
  ])
  expect(alertsOf(book, 'rates/stale').map(({ detail, cause }) => [detail, cause])).toEqual([
    ['CHF', '2026-02-27'],
    ['JPY', '2025-01-01'],
  ])
  const stale = book.read((db) => alertRuleStates(db, today)).find(({ rule }) => rule === 'rates/stale')
  expect(stale).toEqual({ rule: 'rates/stale', isOn: true, days: 10, defaultDays: 10, waiting: 2 })
})

test('a company that sells lacks address and account until they are given', () => {
  const book = testBook()
  expect(alertsOf(book, 'company/incomplete')).toEqual([])
  book.write((tx) => makeOrder(tx))
  expect(alertsOf(book, 'company/incomplete').map(({ detail }) => detail)).toEqual(['address', 'bank'])
  book.write((tx) => {
    tx.update('books', 1, { street: '1 Quay', city: 'Ningbo' })
    tx.insert('bank_accounts', { account_number: '1' })
  })
  expect(alertsOf(book, 'company/incomplete')).toEqual([])
})

test('Home: how many of each kind lie where, and the first five of each', () => {
  const book = testBook()
  book.write((tx) => {
    for (const days of [-9, -8, -7, -6, -5, -4, 0, 1, 3, 6]) makeOrder(tx, { requiredOn: addDays(today, days) })
    addTask(tx, taskInput.parse({ title: 'Call', dueOn: '2026-03-09' }))
    addTask(tx, taskInput.parse({ title: 'Write', dueOn: '2026-03-10' }))
  })
  const { groups } = book.read((db) => alertsAtHome(db, today))
  expect(groups.map(({ rule, count, buckets, rows }) => [rule, count, buckets, rows.length])).toEqual([
    ['orders/late', 6, { overdue: 6 }, 5],
    // 10 March 2026 is a Tuesday: the week ends on the 15th.
    ['orders/due-soon', 4, { today: 1, tomorrow: 1, thisWeek: 1, later: 1 }, 4],
    ['company/incomplete', 2, { noDay: 2 }, 2],
  ])
  expect(book.read((db) => waitingCounts(db, today))).toEqual({
    // Six late orders, one due today, two tasks; overdue are the orders and a task.
    today: { count: 9, urgent: 7 },
    orders: { count: 10, urgent: 6 },
    company: { count: 2, urgent: 0 },
    tasks: { count: 2, urgent: 1 },
  })
})

test('the alerts of one record, and of no other', () => {
  const book = testBook()
  const [late] = book.write((tx) => [
    makeOrder(tx, { requiredOn: '2026-03-01', currency: 'JPY' }),
    makeOrder(tx, { requiredOn: '2026-03-02' }),
  ])
  const found = book.read((db) => recordAlerts(db, today, { kind: 'order', id: late ?? 0 }))
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['orders/late', 'urgent'],
    ['orders/no-rate', 'warning'],
  ])
  expect(book.read((db) => recordAlerts(db, today, { kind: 'product', id: late ?? 0 }))).toEqual([])
})

test('a page of many: each shown once, whatever is asked for', () => {
  const book = testBook()
  book.write((tx) => {
    for (let at = 0; at < 12; at += 1) makeOrder(tx, { number: `${at}`, requiredOn: '2026-03-01', currency: 'JPY' })
  })
  const page = (offset: number, limit: number) =>
    book.read((db) => listAlerts(db, { today, state: 'waiting', offset, limit }))
  const all = page(0, 100)
  expect(all.total).toBe(all.rows.length)
  expect([0, 5, 10, 15, 20, 25].flatMap((offset) => page(offset, 5).rows)).toEqual(all.rows)
})

describe('stock', () => {
  const move = (tx: WriteTx, productId: number, qtyMilli: number, on: string, beside: Partial<Movement> = {}) =>
    postMovement(tx, { productId, warehouseId: 1, movedOn: asDay(on), kind: 'adjustment', qtyMilli, ...beside })

  test('at or below the reorder point with what is on order and in transit, less what open orders want', () => {
    const book = testBook()
    book.write((tx) => {
      const stocked = (sku: string, pieces: number, draft: object = {}) => {
        const id = makeProduct(tx, { sku, reorderPoint: 10, ...draft })
        if (pieces !== 0) move(tx, id, pieces * 1000, '2026-03-01')
        return id
      }
      stocked('AT', 10)
      stocked('ABOVE', 10.001)
      stocked('NONE SET', 0, { reorderPoint: null })
      stocked('GONE', 0, { status: 'discontinued' })
      stocked('ZERO', 0, { reorderPoint: 0 })
      const coming = stocked('COMING', 4)
      tx.insert('expected_goods', { product_id: coming, warehouse_id: 1, qty_milli: 7000 })
      tx.insert('expected_goods', { product_id: coming, warehouse_id: 1, qty_milli: 9000, status: 'cancelled' })
      const reserved = stocked('RESERVED', 12)
      makeOrder(tx, { lines: [{ productId: reserved, quantity: 2, unitPrice: '1' }] })
      const wanted = stocked('WANTED', 0, { reorderPoint: 0 })
      makeOrder(tx, { lines: [{ productId: wanted, quantity: 1, unitPrice: '1' }] })
      const second = tx.insert('warehouses', { name: 'Second', is_sellable: 0 })
      move(tx, stocked('SECOND QUALITY', 3), 50_000, '2026-03-01', { warehouseId: second })
      move(tx, stocked('ON ITS WAY', 3), 50_000, '2026-03-01', { warehouseId: 2 })
    })
    const found = alertsOf(book, 'stock/below-reorder')
    expect(found.map(({ record, severity }) => [record?.code, severity]).sort()).toEqual([
      ['AT', 'warning'],
      ['RESERVED', 'warning'],
      ['SECOND QUALITY', 'warning'],
      ['WANTED', 'urgent'],
    ])
    const reserved = found.find(({ record }) => record?.code === 'RESERVED')
    expect(reserved?.facts).toMatchObject({ position: 10, reorder: 10, there: 12, onOrder: 0, reserved: 2 })
    if (!reserved?.record) throw new Error('no record')
    const record = { kind: 'product' as const, id: reserved.record.id }
    const own = book.read((db) => recordAlerts(db, today, record)).filter(({ rule }) => rule === 'stock/below-reorder')
    expect(own.map(({ facts }) => facts)).toEqual([reserved.facts])
  })

  test('batches expired or soon to, of which something is left', () => {
    const book = testBook()
    book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'A', tracking: 'batch' })
      const batch = (code: string, expiresOn: string | null, milli: number) => {
        const batchId = tx.insert('batches', { product_id: productId, code, expires_on: expiresOn })
        if (milli > 0) move(tx, productId, milli, '2026-03-01', { batchId })
        return batchId
      }
      batch('EXPIRED', addDays(today, -1), 500)
      batch('TODAY', today, 500)
      batch('SOON', addDays(today, 60), 500)
      batch('LATER', addDays(today, 61), 500)
      batch('NEVER', null, 500)
      const used = batch('USED UP', addDays(today, 5), 500)
      move(tx, productId, -500, '2026-03-02', { batchId: used })
    })
    expect(alertsOf(book, 'stock/expiring').map(({ record, severity }) => [record?.code, severity])).toEqual([
      ['EXPIRED', 'urgent'],
      ['TODAY', 'warning'],
      ['SOON', 'warning'],
    ])
    book.write((tx) => setAlertRule(tx, { rule: 'stock/expiring', isOn: true, days: 61 }))
    expect(codesOf(book, 'stock/expiring')).toContain('LATER')
  })

  test('dead is what has not moved, and was not sold, for 180 days; the days can be set', () => {
    const book = testBook()
    book.write((tx) => {
      const since = (sku: string, days: number) => {
        const id = makeProduct(tx, { sku })
        move(tx, id, 1000, addDays(today, -days))
        return id
      }
      since('DEAD', 180)
      since('RESTING', 179)
      const sold = since('SOLD', 400)
      makeOrder(tx, { orderedOn: addDays(today, -179), lines: [{ productId: sold, quantity: 1, unitPrice: '1' }] })
      const empty = since('EMPTY', 300)
      move(tx, empty, -1000, addDays(today, -299))
    })
    expect(codesOf(book, 'stock/dead')).toEqual(['DEAD'])
    book.write((tx) => setAlertRule(tx, { rule: 'stock/dead', isOn: true, days: 170 }))
    expect(codesOf(book, 'stock/dead')).toEqual(['SOLD', 'DEAD', 'RESTING'])
  })
})
