// Counting by the cases of a stocktaking day: the sheet, what is entered, what differs, what is posted.
import { expect, test } from 'vitest'
import { cancelCount, editCount, setCountsArchived } from '#main/services/counting/count-commands.ts'
import { countReview } from '#main/services/counting/count-review.ts'
import { addCountLine, enterCount, recount, removeCountLine, zeroRest } from '#main/services/counting/enter-counts.ts'
import { postCount, postDifferencesOf } from '#main/services/counting/post-count.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { previewOf } from '#main/services/stock/preview-posting.ts'
import { asDay } from '#shared/dates.ts'
import { addCountLineInput } from '#shared/schemas/counting.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'
import { makeProduct } from '#tests/support/records.ts'
import { countBook, today } from './count-book.ts'

test('a sheet has a line for each batch and bin, in the order of the walk, and says what the books say', () => {
  const book = countBook()
  const { id, number } = book.make()
  expect(number).toBe('SC-2026-0001')
  expect(book.lines(id).map(({ sku, bin, batch, expected, counted }) => [sku, bin, batch, expected, counted])).toEqual([
    ['PLATE', 'A-1', '', 10, null],
    ['HONEY', '', 'H1', 6, null],
    ['MUG', '', '', 20, null],
  ])
  expect(book.count(id)).toMatchObject({ status: 'open', lineCount: 3, countedCount: 0, bins: [{ code: 'A-1' }] })
})

test('differences have the value of their place, an unknown cost is said, and what nobody counted is not 0', () => {
  const book = countBook()
  const { id } = book.make()
  book.enter(id, 'MUG', 17)
  book.enter(id, 'PLATE', 0)
  book.enter(id, 'HONEY', 7)
  expect(book.line(id, 'MUG')).toMatchObject({ difference: -3, value: '-6.00', unitCost: '2.00' })
  expect(book.line(id, 'PLATE')).toMatchObject({ counted: 0, difference: -10, value: '-50.00' })
  expect(book.line(id, 'HONEY')).toMatchObject({ difference: 1, value: null, unitCost: null })
  book.enter(id, 'PLATE', null)
  expect(book.line(id, 'PLATE')).toMatchObject({ counted: null, difference: null, value: null })
  expect(book.read((db) => countReview(db, id))).toMatchObject({
    ...{ differing: 2, agreeing: 0, notCounted: 1, unknown: 1 },
    ...{ surplus: '0.00', shortfall: '-6.00', net: '-6.00' },
  })
})

test('posting makes one document with the count’s number; what was not counted stays as it is', () => {
  const book = countBook()
  const { id, number } = book.make()
  book.enter(id, 'MUG', 17)
  book.enter(id, 'PLATE', 12)
  const posted = book.settle(id)
  expect(posted).toMatchObject({ document: { number }, differing: 2, agreeing: 0, notCounted: 1 })
  expect([book.onHand(book.mug, main), book.onHand(book.plate, main), book.onHand(book.honey, main)]).toEqual([
    17, 12, 6,
  ])
  const movements = book.connection
    .prepare('SELECT kind, qty_milli, bin_id, moved_on FROM stock_movements WHERE document_id = ? ORDER BY qty_milli')
    .raw()
    .all(posted.document?.id)
  expect(movements).toEqual([
    ['count', -3000, null, today],
    ['count', 2000, book.bin, today],
  ])
  expect(book.problems()).toEqual([])
  expect(book.line(id, 'MUG')).toMatchObject({ expected: 20, difference: -3, value: '-6.00' })
  expect(book.line(id, 'HONEY')).toMatchObject({ expected: null, difference: null })
})

test('a count is posted once, and nothing of it changes afterwards', () => {
  const book = countBook()
  const { id } = book.make()
  const lineId = book.line(id, 'MUG').id
  book.enter(id, 'MUG', 17)
  book.settle(id)
  const codes = [
    () => book.settle(id),
    () => book.write((tx) => enterCount(tx, { lineId, counted: 3 })),
    () => book.write((tx) => cancelCount(tx, id)),
    () => book.write((tx) => editCount(tx, { id, on: asDay(today), isBlind: true, note: '' })),
    () => book.scan(id, 'MUG'),
  ].map((work) => failureOf(work).code)
  expect(codes).toEqual(Array(5).fill('counting/not-open'))
  expect(book.onHand(book.mug, main)).toBe(17)
})

test('where everything agrees no document is made, and an empty sheet is not posted', () => {
  const book = countBook()
  const { id } = book.make()
  expect(failureOf(() => book.settle(id)).code).toBe('counting/nothing-counted')
  book.enter(id, 'MUG', 20)
  expect(book.settle(id)).toMatchObject({ document: null, differing: 0, agreeing: 1, notCounted: 2 })
  expect(book.count(id)).toMatchObject({ status: 'posted', documentId: null })
})

test('the balance is that of the count’s day: what moved on later days changes nothing of the difference', () => {
  const book = countBook()
  const { id } = book.make({ on: '2026-11-01' })
  book.post({
    kind: 'issue',
    input: { on: '2026-11-10', warehouseId: main, lines: [{ productId: book.mug, quantity: 8 }] },
  })
  book.enter(id, 'MUG', 15)
  expect(book.line(id, 'MUG')).toMatchObject({ expected: 20, difference: -5, movedSince: 0 })
  const preview = book.write((tx) => previewOf(tx, () => postDifferencesOf(tx, id)))
  expect(preview).toMatchObject({ isBackdated: true, balances: [{ on: '2026-11-10', before: 12, after: 7 }] })
  book.settle(id)
  expect([book.onHand(book.mug, main, '2026-11-01'), book.onHand(book.mug, main)]).toEqual([15, 7])
})

test('stock that moved since the sheet was made is said, and is in the expected figure', () => {
  const book = countBook()
  const { id } = book.make()
  book.post({
    kind: 'issue',
    input: { on: '2026-11-20', warehouseId: main, lines: [{ productId: book.mug, quantity: 4 }] },
  })
  expect(book.count(id).movedSince).toBe(1)
  expect(book.line(id, 'MUG')).toMatchObject({ expected: 16, movedSince: -4 })
  expect(book.line(id, 'PLATE').movedSince).toBe(0)
})

test('differences that someone looked at are posted, others by now are refused', () => {
  const book = countBook()
  const { id } = book.make()
  book.enter(id, 'MUG', 17)
  const { mark } = book.read((db) => countReview(db, id))
  const issue = { productId: book.mug, quantity: 1 }
  book.post({ kind: 'issue', input: { on: today, warehouseId: main, lines: [issue] } })
  expect(failureOf(() => book.settle(id, mark)).code).toBe('counting/changed-since')
  book.settle(id, book.read((db) => countReview(db, id)).mark)
  expect(book.onHand(book.mug, main)).toBe(17)
})

test('a blind count tells nothing of what the books say until it is reviewed', () => {
  const book = countBook()
  const { id } = book.make({ isBlind: true })
  book.enter(id, 'MUG', 17)
  const hidden = { expected: null, difference: null, value: null, unitCost: null, movedSince: 0 }
  expect(book.line(id, 'MUG')).toMatchObject({ counted: 17, ...hidden })
  expect(book.scan(id, 'PLATE')).toMatchObject({ status: 'counted', line: hidden })
  expect(book.lines(id, { show: 'differing' })).toEqual([])
  expect(book.read((db) => countReview(db, id)).lines[0]).toMatchObject({ sku: 'PLATE', expected: 10, difference: -9 })
})

test('no sheet for a day on which nothing can be posted: closed, before the start, not yet come', () => {
  const book = countBook()
  book.write((tx) => tx.insert('period_closings', { through_on: '2026-06-30' }))
  book.write((tx) => tx.update('warehouses', book.yard, { starts_on: '2026-10-01' }))
  expect(failureOf(() => book.make({ on: '2026-06-30' })).code).toBe('stock/period-closed')
  expect(failureOf(() => book.make({ on: '2026-09-30', warehouseId: book.yard })).code).toBe('stock/before-start')
  expect(failureOf(() => book.make({ on: '2026-11-23' })).code).toBe('stock/future-day')
  expect(failureOf(() => book.make({ warehouseId: 2 })).code).toBe('stock/place-not-found')
  const { id } = book.make({ on: '2026-10-31' })
  book.enter(id, 'MUG', 1)
  book.write((tx) => tx.insert('period_closings', { through_on: '2026-10-31' }))
  expect(failureOf(() => book.settle(id)).code).toBe('stock/period-closed')
})

test('a count that would leave less than nothing on a later day is refused, naming what took it', () => {
  const book = countBook()
  const { id } = book.make({ on: '2026-11-01' })
  book.post({
    kind: 'issue',
    input: { on: '2026-11-10', warehouseId: main, lines: [{ productId: book.mug, quantity: 18 }] },
  })
  book.enter(id, 'MUG', 5)
  expect(failureOf(() => book.settle(id))).toMatchObject({ code: 'stock/insufficient', details: { day: '2026-11-10' } })
  expect(book.count(id).status).toBe('open')
})

test('scopes: a bin, a category, a class, chosen products; what is not there only where asked for', () => {
  const book = countBook()
  const category = book.write((tx) => tx.insert('categories', { name_en: 'Ware' }))
  book.write((tx) => tx.update('products', book.mug, { category_id: category }))
  const vase = book.write((tx) => makeProduct(tx, { sku: 'VASE' }))
  const skus = (of: Parameters<typeof book.make>[0]) => book.lines(book.make(of).id).map(({ sku }) => sku)
  expect(skus({ of: { scope: 'bin', binId: book.bin } })).toEqual(['PLATE'])
  expect(skus({ of: { scope: 'category', categoryId: category } })).toEqual(['MUG'])
  expect(skus({ of: { scope: 'class', class: 'unclassified' } })).toEqual(['PLATE', 'HONEY', 'MUG'])
  expect(skus({ of: { scope: 'chosen', productIds: [vase, book.mug, vase] } })).toEqual(['MUG', 'VASE'])
  expect(failureOf(() => book.make({ of: { scope: 'class', class: 'A' } })).code).toBe('counting/no-classes')
  expect(failureOf(() => book.make({ warehouseId: book.yard })).code).toBe('counting/nothing-to-count')
  const ids = [book.mug, book.plate]
  for (const productId of ids)
    book.post({ kind: 'adjust', input: { on: today, warehouseId: main, reason: 'lost', lines: lost(book, productId) } })
  expect(skus({})).toEqual(['HONEY'])
  expect(skus({ withEmpty: true })).toEqual(['HONEY', 'MUG', 'PLATE'])
})

function lost(book: ReturnType<typeof countBook>, productId: number) {
  const isMug = productId === book.mug
  return [{ productId, quantity: isMug ? -20 : -10, ...(isMug ? {} : { binId: book.bin }) }]
}

test('lines are counted again, the rest is said not to be there, and lines come and go', () => {
  const book = countBook()
  const { id } = book.make()
  book.enter(id, 'MUG', 17)
  book.enter(id, 'PLATE', 10)
  expect(book.write((tx) => recount(tx, { id }))).toBe(1)
  expect(book.line(id, 'MUG').counted).toBeNull()
  expect(book.line(id, 'PLATE').counted).toBe(10)
  expect(book.write((tx) => zeroRest(tx, id))).toBe(2)
  expect(book.line(id, 'HONEY')).toMatchObject({ counted: 0, difference: -6 })
  const input = { countId: id, productId: book.mug, binId: book.bin, quantity: 4 }
  const added = book.write((tx) => addCountLine(tx, addCountLineInput.parse(input)))
  expect(added.isNew).toBe(true)
  expect(book.lines(id).at(-1)).toMatchObject({ sku: 'MUG', bin: 'A-1', expected: 0, counted: 4 })
  expect(book.write((tx) => addCountLine(tx, addCountLineInput.parse(input)))).toEqual({ ...added, isNew: false })
  expect(book.lines(id).at(-1)).toMatchObject({ counted: 8 })
  book.write((tx) => removeCountLine(tx, added.lineId))
  expect(book.lines(id)).toHaveLength(3)
})

test('posting is undone by counter-movements, and the count can be posted again', () => {
  const book = countBook()
  const { id, number } = book.make()
  book.enter(id, 'MUG', 17)
  const { operationId } = book.writer.write('counting.post', null, (tx) => postCount(tx, { id }))
  book.write((tx) => undoOperation(tx, operationId ?? 0))
  expect(book.onHand(book.mug, main)).toBe(20)
  expect(book.count(id).status).toBe('open')
  const again = book.settle(id)
  expect(again.document?.number).not.toBe(number)
  expect(book.onHand(book.mug, main)).toBe(17)
  expect(book.problems()).toEqual([])
})

test('a line that two copies put on the sheet is not posted twice', () => {
  const book = countBook()
  const { id } = book.make()
  book.enter(id, 'MUG', 17)
  const twin = { count_id: id, product_id: book.mug, position: 9, counted_milli: 17000 }
  book.write((tx) => tx.insert('stock_count_lines', twin))
  expect(failureOf(() => book.settle(id))).toMatchObject({ code: 'counting/line-twice', details: { product: 'MUG' } })
})

test('a cancelled count posts nothing, stays to be read, and is archived', () => {
  const book = countBook()
  const { id, number } = book.make()
  book.enter(id, 'MUG', 17)
  expect(failureOf(() => book.write((tx) => setCountsArchived(tx, [id], true)))).toMatchObject({
    code: 'counting/still-open',
    details: { number },
  })
  book.write((tx) => cancelCount(tx, id))
  expect(failureOf(() => book.settle(id)).code).toBe('counting/not-open')
  expect(book.line(id, 'MUG')).toMatchObject({ counted: 17, expected: null, difference: null })
  book.write((tx) => setCountsArchived(tx, [id], true))
  expect(book.count(id).archived).toBe(true)
  expect(failureOf(() => book.make({ number })).code).toBe('counting/number-taken')
  expect(book.make().number).toBe('SC-2026-0002')
})
