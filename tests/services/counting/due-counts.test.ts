// What is due to be counted: each class in its own rhythm, from the last posted count of a product.
import { expect, test } from 'vitest'
import { cancelCount } from '#main/services/counting/count-commands.ts'
import { dueCounts } from '#main/services/counting/due-counts.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { dueCountsInput } from '#shared/schemas/counting.ts'
import type { CountBook } from './count-book.ts'
import { countBook } from './count-book.ts'

function classify(book: CountBook, classes: Record<number, string>) {
  book.write((tx) => {
    const question = {
      ...{ basis: 'revenue', months: 12, period: 'month', thresholds: [0.8, 0.95], limits: [0.5, 1], kits: 'parts' },
      ...{ on: '2026-11-01', from: '2025-11-01', to: '2026-10-31', demandBasis: 'ordered', stockOutShare: null },
      ...{ abcMargin: 0, xyzMargin: 0, runsInARow: null, shieldDays: 0 },
    }
    const parameters = JSON.stringify({ question, summary: { cells: {}, moved: 0 } })
    const run = tx.insert('class_runs', { made_on: '2026-11-01', parameters })
    for (const [id, abc] of Object.entries(classes))
      tx.insert('class_run_items', { run_id: run, product_id: Number(id), abc, xyz: 'X', raw_abc: abc, raw_xyz: 'X' })
  })
}

const due = (book: CountBook, more = {}) =>
  book.read((db) => dueCounts(db, dueCountsInput.parse({ warehouseId: 1, ...more })))

test('what was never counted is due at once; an A again a month after its count, a B after three, a C after twelve', () => {
  const book = countBook()
  classify(book, { [book.mug]: 'A', [book.plate]: 'B', [book.honey]: 'C' })
  expect(due(book)).toMatchObject({
    total: 3,
    classedOn: '2026-11-01',
    rows: [
      { sku: 'MUG', class: 'A', lastOn: null, dueOn: null, isDue: true, onHand: 20 },
      { sku: 'PLATE', class: 'B' },
      { sku: 'HONEY', class: 'C' },
    ],
  })
  const { id } = book.make({ on: '2026-09-30' })
  for (const sku of ['MUG', 'PLATE', 'HONEY']) book.enter(id, sku, book.line(id, sku).expected)
  expect(due(book).total).toBe(3)
  book.settle(id)
  expect(due(book).rows).toMatchObject([{ sku: 'MUG', lastOn: '2026-09-30', dueOn: '2026-10-30', isDue: true }])
  expect(due(book, { withLater: true }).rows.map(({ sku, dueOn }) => [sku, dueOn])).toEqual([
    ['MUG', '2026-10-30'],
    ['PLATE', '2026-12-30'],
    ['HONEY', '2027-09-30'],
  ])
  expect(due(book).classes).toEqual([
    { class: 'A', products: 1, due: 1, months: 1 },
    { class: 'B', products: 1, due: 0, months: 3 },
    { class: 'C', products: 1, due: 0, months: 12 },
    { class: 'unclassified', products: 0, due: 0, months: 12 },
  ])
})

test('only what was really counted counts, and only what was posted', () => {
  const book = countBook()
  const partly = book.make({ on: '2026-11-20' })
  book.enter(partly.id, 'MUG', 20)
  book.settle(partly.id)
  const cancelled = book.make({ on: '2026-11-20' })
  book.enter(cancelled.id, 'PLATE', 10)
  book.write((tx) => cancelCount(tx, cancelled.id))
  expect(
    due(book)
      .rows.map(({ sku }) => sku)
      .sort(),
  ).toEqual(['HONEY', 'PLATE'])
})

test('the rhythm is a setting; a class without one is never due, and a sheet of what is due holds nothing else', () => {
  const book = countBook()
  classify(book, { [book.mug]: 'A', [book.plate]: 'B' })
  book.write((tx) => setPlanningSetting(tx, 'counting.rhythm', { A: 1, B: null, unclassified: null }))
  expect(due(book).rows.map(({ sku }) => sku)).toEqual(['MUG'])
  expect(book.lines(book.make({ onlyDue: true }).id).map(({ sku }) => sku)).toEqual(['MUG'])
  expect(book.lines(book.make({ of: { scope: 'class', class: 'B' } }).id).map(({ sku }) => sku)).toEqual(['PLATE'])
})
