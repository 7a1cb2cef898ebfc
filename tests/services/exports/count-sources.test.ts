// The sheet of a count as a file.
import { expect, test } from 'vitest'
import { countLinesSource, countsSource } from '#main/services/exports/count-sources.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { countBook } from '#tests/services/counting/count-book.ts'

type Source = typeof countsSource

function rowsOf(book: ReturnType<typeof countBook>, source: Source, more: object = {}) {
  const input = exportInput.parse({ list: 'counts', format: 'csv', jobId: 'x', ...more })
  return book.read((db) => [...source.open(db, input).groups].flatMap(({ rows }) => rows))
}

test('a sheet says what to count and what the books say; what is not counted stays empty', () => {
  const book = countBook()
  const { id, number } = book.make()
  book.enter(id, 'MUG', 17)
  const rows = rowsOf(book, countLinesSource, { countId: id, language: 'zh-CN' })
  expect(
    rows.map(({ number: of, warehouse, sku, bin, batch, expected, counted, difference, value, currency }) => [
      ...[of, warehouse, sku, bin, batch, expected, counted, difference, value, currency],
    ]),
  ).toEqual([
    [number, '主仓库', 'PLATE', 'A-1', '', 10, null, null, null, ''],
    [number, '主仓库', 'HONEY', '', 'H1', 6, null, null, null, ''],
    [number, '主仓库', 'MUG', '', '', 20, 17, -3, '-6.00', 'USD'],
  ])
})

test('a blind sheet tells nothing of what the books say', () => {
  const book = countBook()
  const { id } = book.make({ isBlind: true })
  book.enter(id, 'MUG', 17)
  for (const row of rowsOf(book, countLinesSource, { countId: id }))
    expect(row).toMatchObject({ expected: null, difference: null, value: null, currency: '' })
})

test('the list of counts, and the sheets of all open ones', () => {
  const book = countBook()
  const { id } = book.make()
  book.make({ of: { scope: 'bin', binId: book.bin } })
  book.enter(id, 'MUG', 20)
  expect(rowsOf(book, countsSource)).toMatchObject([
    { scope: 'bin', scopeName: 'A-1', lineCount: 1, countedCount: 0 },
    { scope: 'all', scopeName: '', status: 'open', lineCount: 3, countedCount: 1 },
  ])
  expect(rowsOf(book, countLinesSource)).toHaveLength(4)
  book.settle(id)
  expect(rowsOf(book, countLinesSource)).toHaveLength(1)
})
