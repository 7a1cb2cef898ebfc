// Home and the sidebar ask after every write: they must look only at the few rows that may bring an alert up.
import { expect, test } from 'vitest'
import type { ReadDb } from '#main/db/database.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { listAlerts, recordAlerts } from '#main/services/alerts/alert-queries.ts'
import { alertsAtHome } from '#main/services/alerts/alerts-at-home.ts'
import { foundClashes } from '#main/services/clashes/found-clashes.ts'
import { asDay } from '#shared/dates.ts'
import { alertRuleIds } from '#shared/schemas/alerts.ts'
import { recordKinds } from '#shared/schemas/records.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-11-22')
/** The indexes that hold only what a rule may find, or that are leapt through. */
const ofRules =
  /INDEX (sales_orders_(waiting|drafts|without_rate|by_currency)|products_(without_\w+|with_reorder|by_\w+_currency)|stock_balances_(negative|resting)|order_lines_open|purchase_orders_(by_next_day|drafts|owed|without_rate)|purchase_lines_open|expected_goods_open|forecasts_levels|batches_by_expiry|record_attachments_by_expiry|settlements_waiting|shipments_(?:board_open|board_before|came_back|kept|to_decide|arrived))\b/

/** Tables that are read from end to end; what comes from JSON, from settings or marks is short. */
function scans(steps: readonly string[]): string[] {
  const short = /^SCAN (f |j |json_each|alert_|used|priced|bought|CONSTANT|\(subquery|(o|n|needed|a|k|b)$)/
  // Reading all rows that are not deleted is reading all; to see whether there is any, an index alone is looked at.
  return steps.filter(
    (step) =>
      (/^SCAN /.test(step) || / USING INDEX \w+ \(deleted=\?/.test(step)) && !short.test(step) && !ofRules.test(step),
  )
}

test.each([
  ['the sidebar', (db: ReadDb) => waitingCounts(db, today)],
  ['Home', (db: ReadDb) => alertsAtHome(db, today)],
])('%s looks through the indexes of the rules', (_name, work) => {
  const book = bookWithAlerts()
  // Clashes are looked for once, then only after writes to the tables of a rule: their plans have a test of their own.
  book.read(foundClashes)
  const steps = queryPlans(book, work)
  expect(scans(steps)).toEqual([])
  const through = steps.filter((step) => ofRules.test(step)).map((step) => ofRules.exec(step)?.[1])
  expect([...new Set(through)].sort()).toEqual([
    'batches_by_expiry',
    'expected_goods_open',
    'forecasts_levels',
    'order_lines_open',
    'products_by_cost_currency',
    'products_by_price_currency',
    'products_with_reorder',
    'products_without_cost',
    'products_without_customs_data',
    'purchase_lines_open',
    'purchase_orders_by_next_day',
    'purchase_orders_drafts',
    'purchase_orders_owed',
    'purchase_orders_without_rate',
    'record_attachments_by_expiry',
    'sales_orders_by_currency',
    'sales_orders_drafts',
    'sales_orders_waiting',
    'sales_orders_without_rate',
    'settlements_waiting',
    'shipments_arrived',
    'shipments_board_before',
    'shipments_board_open',
    'shipments_came_back',
    'shipments_kept',
    'shipments_to_decide',
    'stock_balances_negative',
    'stock_balances_resting',
  ])
})

test('the sidebar does not add up what was bought: what hangs on one supplier is no more than told', () => {
  const book = bookWithAlerts()
  const sums = (work: (db: ReadDb) => unknown) =>
    queryPlans(book, work).filter((step) => step.includes('purchase_lines_bought_by_product'))
  expect(sums((db) => alertsAtHome(db, today))).not.toEqual([])
  expect(sums((db) => waitingCounts(db, today))).toEqual([])
})

function bookWithAlerts(): TestBook {
  const book = testBook()
  book.write((tx) => {
    makeProduct(tx, { sku: 'A' })
    makeOrder(tx, { currency: 'EUR', requiredOn: '2026-11-01' })
  })
  return book
}

test.each(recordKinds)('the alerts of one %s are found by it', (kind) => {
  expect(
    queryPlans(testBook(), (db) => recordAlerts(db, today, { kind, id: 5 })).filter((step) =>
      // Of open orders there are few.
      /^SCAN (r|sales_orders|products|record_attachments)\b(?!.*sales_orders_open)/.test(step),
    ),
  ).toEqual([])
})

test('every rule answers on an empty book, in every state', () => {
  const book = testBook()
  for (const rule of alertRuleIds)
    for (const state of ['waiting', 'snoozed', 'done'] as const)
      expect(book.read((db) => listAlerts(db, { today, rule, state, offset: 0, limit: 10 }))).toEqual({
        rows: [],
        total: 0,
      })
  expect(book.read((db) => waitingCounts(db, today))).toEqual({})
  expect(book.read((db) => alertsAtHome(db, today))).toEqual({ hasRecords: false, groups: [] })
})
