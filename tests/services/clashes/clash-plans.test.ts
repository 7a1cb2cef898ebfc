// The rules are asked whenever one of their tables was written to: doubled keys come off an index alone, the rest is found by
// the few rows that may clash.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { clashRules } from '#main/services/clashes/clash-rules.ts'
import { findAll, foundClashes } from '#main/services/clashes/found-clashes.ts'
import { idFrom } from '#shared/ids.ts'
import { clashRuleIds } from '#shared/schemas/clashes.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** Tables of tens of rows: they are read whole, and quicker so. */
const short =
  /^SCAN (categories|people|channels|saved_views|paper_templates|alert_settings|kit_parts|k|warehouses|d|j|json_each|a|pragma_\w+|\(subquery|p$|p USING INDEX (products_list_by_sku|parties_deleted|sales_orders_list_by_number|tasks_list_by_day|papers_list_by_number))/

/** Indexes that hold nothing but what the rule is about. */
const ofRules =
  /USING (COVERING )?INDEX (sales_orders_(cancelled_shipped|cancelled|at_odds)|shipments_not_sent|order_lines_over_(sent|returned)|dispatches_reversed|purchase_orders_(cancelled|part_received)|stock_balances_negative|stock_movements_openings|stock_movements_counts)/

function wholeTables(steps: readonly string[]): string[] {
  return steps.filter(
    (step) => /^SCAN /.test(step) && !/USING COVERING INDEX/.test(step) && !ofRules.test(step) && !short.test(step),
  )
}

function bookWithBin(): TestBook {
  const book = testBook()
  book.write((tx) => {
    const gone = makeProduct(tx, { sku: 'GONE' })
    tx.update('products', gone, { deleted: 1 })
    tx.insert('parties', { name: 'Gone', deleted: 1 })
    tx.update('sales_orders', makeOrder(tx), { deleted: 1 })
    tx.insert('tasks', { title: 'Gone', deleted: 1 })
    receiveInTwoCopies(tx)
  })
  return book
}

/** Only where two copies received anything are receipts looked through at all. */
function receiveInTwoCopies(tx: WriteTx): void {
  const order_id = tx.insert('purchase_orders', { number: 'PO-1', ordered_on: '2026-11-01', currency: 'USD' })
  const amounts = { qty_milli: 1000, price_micros: 0, total_minor: 0 }
  const line_id = tx.insert('purchase_lines', { order_id, position: 1, ...amounts })
  const receipt_id = tx.insert('purchase_receipts', { order_id, received_on: '2026-11-02' })
  for (const id of [tx.nextId(), idFrom(7, 1)])
    tx.run(
      'INSERT INTO purchase_receipt_lines (id, receipt_id, line_id, qty_milli) VALUES (?, ?, ?, 500)',
      ...[id, receipt_id, line_id],
    )
}

test.each(clashRules.map((rule) => [rule.id, rule] as const))('%s reads no whole table', (_id, rule) => {
  expect(wholeTables(queryPlans(bookWithBin(), (db) => rule.find(db)))).toEqual([])
})

test('goods received twice are looked for by line only where two copies received any', () => {
  const rule = clashRules.find(({ id }) => id === 'purchases/received-twice')
  const byLine = (book: TestBook) =>
    queryPlans(book, (db) => rule?.find(db)).filter((step) => step.includes('purchase_receipt_lines_by_line'))
  expect(byLine(bookWithBin())).not.toEqual([])
  expect(byLine(testBook())).toEqual([])
})

test('rows that point at deleted ones are reached by an index', () => {
  const rule = clashRules.find(({ id }) => id === 'references/deleted')
  const steps = queryPlans(bookWithBin(), (db) => rule?.find(db))
  const reached = steps.filter((step) => /^(SCAN|SEARCH) c\b/.test(step))
  expect(reached.length).toBeGreaterThan(10)
  // People, the days they work and views are few.
  expect(reached.filter((step) => /^SCAN c/.test(step))).toEqual([])
})

test('the rules stand in the order in which screens show them', () => {
  expect(clashRules.map(({ id }) => id)).toEqual([...clashRuleIds])
})

test('every rule answers on an empty book', () => {
  expect([...testBook().read(findAll).values()].flat()).toEqual([])
})

test('after a write only the rules of its tables are asked again, and what they find is the same as anew', () => {
  const book = bookWithBin()
  const first = book.read(foundClashes)
  expect(book.read(foundClashes)).toBe(first)
  book.write((tx) => tx.insert('rates', { from_currency: 'EUR', to_currency: 'USD', rate_on: '2026-11-01', rate: '1' }))
  const steps = queryPlans(book, foundClashes)
  expect(steps.some((step) => /rates_by_pair/.test(step))).toBe(true)
  expect(steps.some((step) => /sales_orders_by_number/.test(step))).toBe(false)
  expect(book.read(foundClashes)).toEqual(book.read(findAll))
})
