// What customers wait for is due on each line's own day, and on the order's where the line has none.
import { expect, test } from 'vitest'
import { stockPositions } from '#main/services/planning/stock-positions.ts'
import { asDay } from '#shared/dates.ts'
import { dispatchBook } from '#tests/services/dispatch/dispatch-book.ts'

test('lines of one order are due on the days promised for each', () => {
  const book = dispatchBook()
  const promised = [asDay('2026-12-01'), asDay('2026-11-20'), null]
  const lines = promised.map((promisedOn) => ({ promisedOn, quantity: 2 }))
  book.order({ requiredOn: asDay('2026-12-24') }, [...lines, { productId: book.cup, quantity: 7 }])
  const due = [
    { on: '2026-11-20', qtyMilli: 2000 },
    { on: '2026-12-01', qtyMilli: 2000 },
    { on: '2026-12-24', qtyMilli: 2000 },
  ]
  const demandOf = (product?: number) => book.read((db) => stockPositions(db, product)(book.mug).openDemand)
  expect(demandOf()).toEqual(due)
  expect(demandOf(book.mug)).toEqual(due)
  expect(book.read((db) => stockPositions(db)(book.cup).openDemand)).toEqual([{ on: '2026-12-24', qtyMilli: 7000 }])
})
