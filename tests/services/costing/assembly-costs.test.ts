// What a kit is worth that was put together, taken back and put together again in one document.
import { expect, test } from 'vitest'
import { setCostMethod } from '#main/services/costing/cost-method.ts'
import { closePeriod } from '#main/services/costing/period-closings.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { stockPosting } from '#shared/schemas/stock-postings.ts'
import { main, type StockBook, stockBook } from '#tests/services/stock/stock-book.ts'
import { makeProduct } from '#tests/support/records.ts'

/** 20 mugs at 1.00 and 40 lids at 0.50; a set is a mug and two lids. */
function kitBook(method: 'fifo' | 'average') {
  const book = stockBook()
  book.write((tx) => setCostMethod(tx, { method }))
  const lid = book.write((tx) => makeProduct(tx, { sku: 'LID' }))
  const kitParts = [
    { partId: book.mug, quantity: 1 },
    { partId: lid, quantity: 2 },
  ]
  const kit = book.write((tx) => makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts }))
  const unitCost = (amount: string) => ({ unitCost: { amount, currency: 'USD' } })
  const lines = [
    { productId: book.mug, quantity: 20, ...unitCost('1') },
    { productId: lid, quantity: 40, ...unitCost('0.5') },
  ]
  book.post({ kind: 'receive', input: { on: '2026-01-01', warehouseId: main, lines } })
  const assemble = stockPosting.parse({
    kind: 'assemble',
    input: { on: '2026-01-05', warehouseId: main, kitId: kit, quantity: 3 },
  })
  const made = book.operation((tx) => postAny(tx, assemble))
  return { ...book, kit, made: made.id, documentId: made.result.id }
}

const undo = (book: StockBook, id: Id): Id => book.operation((tx) => undoOperation(tx, id)).id

const worth = (book: StockBook) =>
  book.read((db) => db.raw('SELECT on_hand_milli, value_minor FROM stock_balances WHERE on_hand_milli <> 0 ORDER BY 1'))

const assembled = [
  [3000, 600],
  [17_000, 1700],
  [34_000, 1700],
]

test.each(['fifo', 'average'] as const)('done again, a kit is worth all that went into it (%s)', (method) => {
  const book = kitBook(method)
  expect(worth(book)).toEqual(assembled)
  let last = book.made
  for (let times = 0; times < 2; times += 1) {
    last = undo(book, last)
    expect(worth(book)).toEqual([
      [20_000, 2000],
      [40_000, 2000],
    ])
    last = undo(book, last)
    expect(worth(book)).toEqual(assembled)
    expect(book.problems()).toEqual([])
  }
})

test.each(['fifo', 'average'] as const)('and so it is where its day was closed in between (%s)', (method) => {
  const book = kitBook(method)
  book.write((tx) => closePeriod(tx, { through: asDay('2026-01-31'), note: '' }))
  const reverse = stockPosting.parse({ kind: 'reverse', input: { documentId: book.documentId } })
  const reversed = book.operation((tx) => postAny(tx, reverse))
  expect(worth(book)).toEqual([
    [20_000, 2000],
    [40_000, 2000],
  ])
  // What comes in meanwhile makes the second time dearer: each has its own cost.
  const dearer = { productId: book.mug, quantity: 20, unitCost: { amount: '3', currency: 'USD' } }
  book.post({ kind: 'receive', input: { on: '2026-02-01', warehouseId: main, lines: [dearer] } })
  undo(book, reversed.id)
  const sum = worth(book).reduce((total, [, minor]) => total + Number(minor), 0)
  expect(sum).toBe(2000 + 2000 + 6000)
  const closedValue = `SELECT sum(value_minor) FROM stock_values WHERE product_id = ${book.kit} AND cause = 'revaluation'`
  expect(book.read((db) => db.raw(closedValue))).toEqual([[null]])
  expect(book.problems()).toEqual([])
})
