import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import {
  classRuns,
  compareRuns,
  currentClasses,
  keepClasses,
  productClasses,
} from '#main/services/insights/class-runs.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import type { Id } from '#shared/ids.ts'
import { classesInput } from '#shared/schemas/classes.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** Months 1 to 5; in the third the smaller product overtakes by a little, in the fourth still, in the fifth by far. */
function shop(settings: object) {
  const book = testBook()
  const ids = book.write((tx) => {
    setPlanningSetting(tx, 'classes', { months: 1, shieldDays: 0, thresholds: [0.5, 0.9], ...settings })
    const [big, small] = [makeProduct(tx, { sku: 'BIG' }), makeProduct(tx, { sku: 'SMALL' })]
    const sell = (month: string, cents: [number, number]) =>
      makeOrder(tx, {
        orderedOn: `2026-${month}-10`,
        lines: [
          { productId: big, quantity: 1, unitPrice: String(cents[0]) },
          { productId: small, quantity: 1, unitPrice: String(cents[1]) },
        ],
      })
    // BIG comes first with 60 %, so SMALL starts at 60 % and is B. At 49 % BIG is second and starts at 51 %.
    sell('01', [60, 40])
    sell('02', [60, 40])
    sell('03', [49, 51])
    sell('04', [49, 51])
    sell('05', [4, 96])
    return { big, small }
  })
  return { book, ...ids }
}

const keep = (book: TestBook, month: string, note = '') =>
  book.write((tx) => keepClasses(tx, { ...classesInput.parse({ on: `2026-${month}-15` }), note }), 'classes.keep')

/** Windows that end with the month of these days: January to May. */
const [jan, feb, mar, apr, may] = ['02', '03', '04', '05', '06'].map((month) => month)

function lettersOf(book: TestBook, productId: number) {
  return book
    .read((db) => productClasses(db, productId as never))
    .map(({ abc, rawAbc, abcReason }) => [abc, rawAbc, abcReason])
}

describe('classes.keep', () => {
  test('a class changes beyond the margin, or the second time in a row', () => {
    const { book, big } = shop({ abcMargin: 0.05, runsInARow: 2 })
    for (const month of [jan, feb, mar, apr, may]) keep(book, month ?? '')
    expect(lettersOf(book, big)).toEqual([
      ['C', 'C', 'beyond-margin'],
      ['B', 'B', 'repeated'],
      ['A', 'B', 'waiting'],
      ['A', 'A', 'same'],
      ['A', 'A', 'first'],
    ])
  })

  test('with no margin it changes at once', () => {
    const { book, big } = shop({ abcMargin: 0, runsInARow: 2 })
    for (const month of [feb, mar]) keep(book, month ?? '')
    expect(lettersOf(book, big)[0]).toEqual(['B', 'B', 'beyond-margin'])
  })

  test('a second run over the same days is no second time', () => {
    const { book, big } = shop({ abcMargin: 0.05, runsInARow: 2 })
    for (const month of [feb, mar, mar, mar]) keep(book, month ?? '')
    expect(lettersOf(book, big)[0]).toEqual(['A', 'B', 'waiting'])
    keep(book, apr ?? '')
    expect(lettersOf(book, big)[0]).toEqual(['B', 'B', 'repeated'])
  })

  test('what another series said counts for nothing', () => {
    const { book, big } = shop({ abcMargin: 0.05, runsInARow: 2 })
    book.write((tx) => keepClasses(tx, { ...classesInput.parse({ on: '2026-03-15', basis: 'orders' }), note: '' }))
    keep(book, mar ?? '')
    expect(lettersOf(book, big)[0]).toEqual(['B', 'B', 'first'])
  })

  test('runs are listed with what they counted and who moved', () => {
    const { book } = shop({ abcMargin: 0.05 })
    keep(book, feb ?? '', 'after the fair')
    keep(book, may ?? '')
    const [newest, first] = book.read(classRuns)
    expect(first).toMatchObject({ note: 'after the fair', moved: 0, products: 2, cells: { unclassified: 2 } })
    expect(newest).toMatchObject({ moved: 2, madeOn: '2026-11-22', question: { to: '2026-05-31' } })
  })

  test('two runs compared: who moved, from where, and why', () => {
    const { book, big, small } = shop({ abcMargin: 0.05 })
    const [first, second] = [keep(book, feb ?? ''), keep(book, may ?? '')]
    const { moves } = book.read((db) => compareRuns(db, { first: first.id as never, second: second.id as never }))
    expect(moves).toMatchObject([
      {
        productId: big,
        sku: 'BIG',
        from: { abc: 'A', share: 0.6 },
        to: { abc: 'C', share: 0.04 },
        abcReason: 'beyond-margin',
      },
      { productId: small, sku: 'SMALL', from: { abc: 'B' }, to: { abc: 'A' }, abcReason: 'beyond-margin' },
    ])
    expect(book.read((db) => compareRuns(db, { first: first.id as never, second: first.id as never })).moves).toEqual(
      [],
    )
  })

  test('the newest run over everything says which class holds', () => {
    const { book, big, small } = shop({})
    expect(book.read(currentClasses).size).toBe(0)
    keep(book, may ?? '')
    book.write((tx) => {
      const categoryId = tx.insert('categories', { name_en: 'Mugs' })
      tx.update('products', big, { category_id: categoryId })
      keepClasses(tx, { ...classesInput.parse({ on: '2026-02-15', filter: { categoryId } }), note: '' })
    })
    book.write((tx) => keepClasses(tx, { ...classesInput.parse({ on: '2026-02-15', basis: 'orders' }), note: '' }))
    expect(book.read(currentClasses)).toEqual(
      new Map([
        [big, { abc: 'C', xyz: null }],
        [small, { abc: 'A', xyz: null }],
      ]),
    )
  })

  test('nothing to class, and a run that is not there, are refused', () => {
    const book = testBook()
    const input = { ...classesInput.parse({}), note: '' }
    expect(refusal(() => book.write((tx) => keepClasses(tx, input)))).toMatchObject({
      code: 'insights/nothing-to-class',
    })
    const refused = refusal(() => book.read((db) => compareRuns(db, { first: 1 as never, second: 2 as never })))
    expect(refused).toMatchObject({ code: 'insights/run-not-found' })
  })
})

test('a kept run cannot be undone, and says so', () => {
  const { book } = shop({})
  const { operationId } = book.writer.write('classes.keep', null, (tx) =>
    keepClasses(tx, { ...classesInput.parse({ on: '2026-02-15' }), note: '' }),
  )
  const undone = refusal(() => book.write((tx) => undoOperation(tx, operationId as Id), 'history.undo'))
  expect(undone).toMatchObject({ code: 'history/undo-class-run' })
})
