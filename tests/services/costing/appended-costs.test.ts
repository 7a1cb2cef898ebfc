import { expect, test } from 'vitest'
import { appendedCosts } from '#main/services/costing/appended-costs.ts'
import { historySource } from '#main/services/costing/cost-history.ts'
import { postLandedCost } from '#main/services/costing/landed-costs.ts'
import { closePeriod } from '#main/services/costing/period-closings.ts'
import { asDay } from '#shared/dates.ts'
import { landedCostInput } from '#shared/schemas/costing.ts'
import { ledgerBook } from '#tests/support/ledger-book.ts'
import { queryPlans } from '#tests/support/query-plans.ts'

function stockedBook() {
  const all = ledgerBook('fifo')
  const { book, mug, post } = all
  const documentId = book.write((tx) =>
    tx.insert('stock_documents', { kind: 'receipt', number: 'GR-1', moved_on: '2026-01-05', warehouse_id: 1 }),
  )
  const [receipt = 0] = post({ qty: 10, on: '2026-01-05', value: 1000, documentId })
  const [issue = 0] = post({ qty: -4, on: '2026-01-10' })
  const row = { product_id: mug, warehouse_id: 1, kind: 'issue', qty_milli: -1000, moved_on: '2026-01-20' }
  /** Whether a movement is costed without looking back; nothing of it is kept. */
  const isAppended = (columns: Partial<Record<keyof typeof row | 'origin_id' | 'reverses_id', string | number>>) =>
    book.write((tx) =>
      tx.attempt(
        () => {
          const id = tx.insert('stock_movements', { ...row, ...columns })
          return appendedCosts(tx, historySource(tx), { productId: mug, posted: [id] }) !== null
        },
        () => false,
      ),
    )
  return { ...all, documentId, receipt, issue, isAppended }
}

test('the newest movements are costed without looking back, what points at earlier ones as well', () => {
  const { receipt, issue, isAppended } = stockedBook()
  expect(isAppended({})).toBe(true)
  expect(isAppended({ qty_milli: 5000, kind: 'receipt' })).toBe(true)
  expect(isAppended({ moved_on: '2026-01-10' })).toBe(true)
  expect(isAppended({ kind: 'customer_return', qty_milli: 2000, origin_id: issue })).toBe(true)
  expect(isAppended({ kind: 'supplier_return', origin_id: receipt })).toBe(true)
  expect(isAppended({ qty_milli: 4000, reverses_id: issue })).toBe(true)
})

test('what is back-dated, or put right on its own day, is not', () => {
  const { issue, isAppended } = stockedBook()
  expect(isAppended({ moved_on: '2026-01-09' })).toBe(false)
  expect(isAppended({ qty_milli: 4000, reverses_id: issue, moved_on: '2026-01-10' })).toBe(false)
})

test('nor is what enters a closed period, or comes on the day of a later cost', () => {
  const { book, documentId, isAppended } = stockedBook()
  const input = { documentId, on: '2026-02-05', kind: 'duty', splitBy: 'value', amount: '5', currency: 'USD' }
  book.write((tx) => postLandedCost(tx, landedCostInput.parse(input)))
  expect(isAppended({ moved_on: '2026-02-05' })).toBe(false)
  expect(isAppended({ moved_on: '2026-02-06' })).toBe(true)
  book.write((tx) => closePeriod(tx, { through: asDay('2026-02-28'), note: '' }))
  expect(isAppended({ moved_on: '2026-02-28' })).toBe(false)
  expect(isAppended({ moved_on: '2026-03-01' })).toBe(true)
})

test('nothing of the ledger is read but the product’s own, by indexes', () => {
  const { book, mug, issue } = stockedBook()
  const steps = queryPlans(book, (db) => {
    const source = historySource(db)
    appendedCosts(db, source, { productId: mug, posted: [issue] })
    source.historyOf(mug)
  })
  expect(steps.length).toBeGreaterThan(5)
  expect(steps.filter((step) => /^SCAN (m|v|stock_|issue_costs|closed_values)/.test(step))).toEqual([])
})
