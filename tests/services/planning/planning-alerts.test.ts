// Alerts that rest on forecasts as they were last kept: none is worked out for them.
import { describe, expect, test } from 'vitest'
import { listAlerts, recordAlerts } from '#main/services/alerts/alert-queries.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { keepForecasts } from '#main/services/planning/kept-forecasts.ts'
import { replenishmentList } from '#main/services/planning/replenishment-list.ts'
import { workOutForecasts } from '#main/services/planning/work-forecasts.ts'
import { addDays } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'
import type { ProductDraft } from '#shared/schemas/catalog.ts'
import { replenishmentInput } from '#shared/schemas/replenishment.ts'
import { evenly, receive, sellMonthly, today } from '#tests/services/planning/planning-book.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** 30 a month: 1 a day, ten days from order to receipt, so the reorder point is 10. */
function add(book: TestBook, sku: string, onHand: number, draft: Partial<ProductDraft> = {}): Id {
  return book.write((tx) => {
    const id = makeProduct(tx, { sku, leadTimeDays: 10, ...draft })
    sellMonthly(tx, id, evenly(24, 30))
    if (onHand > 0) receive(tx, id, onHand)
    return id
  })
}

function work(book: TestBook): void {
  const { rows } = book.read((db) => workOutForecasts(db, { on: today, all: false, job: silentJob }))
  book.write((tx) => keepForecasts(tx, rows))
}

function alerts(book: TestBook, rule: AlertRuleId) {
  return book.read((db) => listAlerts(db, { today, rule, state: 'waiting', offset: 0, limit: 100 })).rows
}

const codes = (book: TestBook, rule: AlertRuleId) =>
  alerts(book, rule)
    .map(({ record }) => record?.code)
    .sort()

describe('below the reorder point', () => {
  test('that was worked out; that which someone set stands where none was', () => {
    const book = testBook()
    add(book, 'COMPUTED', 10)
    add(book, 'ENOUGH', 11)
    add(book, 'BOTH', 12, { reorderPoint: 20 })
    book.write((tx) => receive(tx, makeProduct(tx, { sku: 'GIVEN', reorderPoint: 5 }), 5))
    expect(codes(book, 'stock/below-reorder')).toEqual(['BOTH', 'GIVEN'])
    work(book)
    expect(codes(book, 'stock/below-reorder')).toEqual(['COMPUTED', 'GIVEN'])
    expect(alerts(book, 'stock/below-reorder')[0]?.facts).toMatchObject({ position: 10, reorder: 10 })
  })

  test('agrees with what is due in replenishment, product for product', () => {
    const book = testBook()
    add(book, 'A', 4)
    add(book, 'B', 15)
    const coming = add(book, 'C', 3)
    add(book, 'D', 9, { reorderPoint: 3 })
    add(book, 'E', 3, { status: 'phasing_out' })
    const owed = add(book, 'G', 2, { leadTimeDays: null })
    book.write((tx) => makeOrder(tx, { orderedOn: today, lines: [{ productId: owed, quantity: 3, unitPrice: '5' }] }))
    add(book, 'H', 2, { leadTimeDays: null })
    book.write((tx) => tx.insert('expected_goods', { product_id: coming, warehouse_id: 1, qty_milli: 20_000 }))
    book.write((tx) => receive(tx, makeProduct(tx, { sku: 'F', reorderPoint: 5 }), 2))
    work(book)
    const due = book.read((db) => replenishmentList(db, replenishmentInput.parse({})))
    const skus = due.groups.flatMap((group) => group.lines.map(({ sku }) => sku)).sort()
    expect(skus).toEqual(['A', 'D', 'F', 'G'])
    expect(codes(book, 'stock/below-reorder')).toEqual(skus)
  })

  test('a point that someone sets afterwards counts at once where nothing could be worked out', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'NEW', leadTimeDays: 5 }))
    work(book)
    expect(codes(book, 'stock/below-reorder')).toEqual([])
    book.write((tx) => tx.update('products', id, { reorder_milli: 4000 }))
    expect(codes(book, 'stock/below-reorder')).toEqual(['NEW'])
  })
})

describe('running out before the next arrival', () => {
  test('within the days of the rule, when nothing comes in time', () => {
    const book = testBook()
    const expected = (productId: Id, days: number | null) =>
      book.write((tx) =>
        tx.insert('expected_goods', {
          product_id: productId,
          warehouse_id: 1,
          qty_milli: 50_000,
          expected_on: days === null ? null : addDays(today, days),
        }),
      )
    add(book, 'SOON', 5)
    add(book, 'NEVER MIND', 30)
    expected(add(book, 'IN TIME', 5), 4)
    expected(add(book, 'TOO LATE', 5), 6)
    expected(add(book, 'NO DAY', 5), null)
    expected(add(book, 'OVERDUE', 5), -3)
    add(book, 'GONE', 0)
    expect(codes(book, 'stock/runs-out')).toEqual([])
    work(book)
    expect(codes(book, 'stock/runs-out')).toEqual(['GONE', 'NO DAY', 'OVERDUE', 'SOON', 'TOO LATE'])
    const late = alerts(book, 'stock/runs-out').find(({ record }) => record?.code === 'TOO LATE')
    expect(late).toMatchObject({
      severity: 'warning',
      dayOn: addDays(today, 5),
      facts: { quantity: 5, arrival: addDays(today, 6) },
    })
    expect(alerts(book, 'stock/runs-out')[0]).toMatchObject({
      record: { code: 'GONE' },
      severity: 'urgent',
      dayOn: today,
    })
  })

  test('what open orders reserve is no longer there; one product asked alone says the same', () => {
    const book = testBook()
    const mug = add(book, 'MUG', 40)
    work(book)
    expect(codes(book, 'stock/runs-out')).toEqual([])
    book.write((tx) => makeOrder(tx, { orderedOn: today, lines: [{ productId: mug, quantity: 33, unitPrice: '5' }] }))
    const [all] = alerts(book, 'stock/runs-out')
    expect(all).toMatchObject({ dayOn: addDays(today, 7), facts: { quantity: 7 } })
    const own = book.read((db) => recordAlerts(db, today, { kind: 'product', id: mug }))
    expect(own.find(({ rule }) => rule === 'stock/runs-out')?.facts).toEqual(all?.facts)
  })
})
