import { describe, expect, test } from 'vitest'
import { pasteCells, planPaste } from '#main/services/lists/paste-cells.ts'
import { type PasteInput, pasteInput } from '#shared/schemas/cells.ts'
import { cellBook } from '#tests/support/cell-book.ts'
import type { TestBook } from '#tests/support/test-book.ts'

type Given = Partial<PasteInput> & { text: string }

function paste(book: TestBook, { text, ...rest }: Given) {
  const rows = text.split('\n').map((line) => line.split('\t'))
  const input = pasteInput.parse({ list: 'products', rows, columns: [], query: {}, ...rest })
  const planned = book.read((db) => planPaste(db, input))
  expect(book.write((tx) => pasteCells(tx, input))).toEqual(planned)
  return planned
}

const product = (book: TestBook, id: number) =>
  book.read((db) =>
    db.get<{ name: string; price: number; cost: number }>(
      'SELECT name_en AS name, price_micros AS price, cost_micros AS cost FROM products WHERE id = ?',
      id,
    ),
  )

describe('a pasted block', () => {
  test('with names above its columns finds the records by their key, in any order of rows and columns', () => {
    const { book, mug, bowl } = cellBook()
    const report = paste(book, { text: 'Price\tItem No.\tSKU\nUSD 5\tx\tMUG\n6\ty\tBOWL\n7\tz\tLAMP' })
    expect(report).toMatchObject({ hasHeader: true, keys: ['sku'], rows: 3, changed: 2, refused: 0 })
    expect(report.columns.map(({ column, use }) => [column, use])).toEqual([
      ['price', 'edit'],
      [null, 'unknown'],
      ['sku', 'key'],
    ])
    expect(report.unknown).toEqual([{ key: 'LAMP', row: 2 }])
    expect([product(book, mug)?.price, product(book, bowl)?.price]).toEqual([5_000_000, 6_000_000])
  })

  test('has a header as well where most of its names are not known: those columns are said to be unknown', () => {
    const { book, mug } = cellBook()
    const byKey = paste(book, { text: 'SKU\tHue\tShelf\tPrice\nMUG\tred\tleft\t5 USD', columns: ['nameEn', 'nameZh'] })
    expect(byKey).toMatchObject({ hasHeader: true, keys: ['sku'], changed: 1, refused: 0 })
    expect(byKey.columns.map(({ header, use }) => [header, use])).toEqual([
      ['SKU', 'key'],
      ['Hue', 'unknown'],
      ['Shelf', 'unknown'],
      ['Price', 'edit'],
    ])
    const byFigures = paste(book, { text: 'Hue\tShelf\tPrice\tSKU\nred\tleft\t6 USD\tMUG', columns: ['nameEn'] })
    expect(byFigures).toMatchObject({ hasHeader: true, keys: ['sku'], changed: 1 })
    expect(product(book, mug)?.price).toBe(6_000_000)
  })

  test('in which a value happens to be the name of a column has no header for that', () => {
    const { book } = cellBook()
    const text = 'Brand\tPrice\tx\ty\nOak\tPlate\tx\ty'
    expect(paste(book, { text, columns: ['nameEn', 'nameZh'] })).toMatchObject({ hasHeader: false, changed: 2 })
  })

  test('onto columns that only every object has changes nothing', () => {
    const { book } = cellBook()
    const report = paste(book, { text: 'x\ty', columns: ['constructor', '__proto__'] })
    expect(report.columns.map(({ use }) => use)).toEqual(['locked', 'locked'])
    expect(report).toMatchObject({ changed: 0, refused: 0 })
  })

  test('knows the names of the columns in Chinese as well', () => {
    const { book, mug } = cellBook()
    expect(
      paste(book, { text: 'SKU\t名称\t现有库存\nMUG\t橡木杯\t9' }).columns.map(({ column, use }) => [column, use]),
    ).toEqual([
      ['sku', 'key'],
      ['nameZh', 'edit'],
      ['onHand', 'locked'],
    ])
    expect(book.read((db) => db.get('SELECT name_zh FROM products WHERE id = ?', mug))).toEqual({ name_zh: '橡木杯' })
  })

  test('without names goes where it is put: to the right and down, as the list is shown', () => {
    const { book, mug, bowl } = cellBook()
    const query = {
      sort: [{ column: 'sku', direction: 'desc' as const }],
      search: '',
      filters: [],
      archived: false,
      offset: 0,
      limit: 100,
    }
    const report = paste(book, { text: 'Mug 2\t8\nBowl 2\t9\nNobody\t1', columns: ['nameEn', 'price'], query })
    expect(report).toMatchObject({ hasHeader: false, keys: [], changed: 2, beyond: 1 })
    expect([product(book, mug), product(book, bowl)]).toMatchObject([
      { name: 'Mug 2', price: 8_000_000 },
      { name: 'Bowl 2', price: 9_000_000 },
    ])
    const lower = paste(book, { text: 'Last', columns: ['nameEn'], query: { ...query, offset: 1 } })
    expect(lower.changed).toBe(1)
    expect(product(book, bowl)?.name).toBe('Last')
  })

  test('goes onto the records that were seen, whatever the order of the list is by then', () => {
    const { book, mug, bowl } = cellBook()
    const rows = [['first'], ['second'], ['third']]
    const input = pasteInput.parse({ list: 'products', rows, columns: ['note'], query: {} })
    const { ids } = book.read((db) => planPaste(db, input))
    expect(ids).toEqual([bowl, mug, null])
    book.write((tx) => tx.update('products', bowl, { sku: 'ZEBRA' }))
    const report = book.write((tx) => pasteCells(tx, { ...input, ids: ids ?? undefined }))
    expect(report).toMatchObject({ changed: 2, beyond: 1 })
    expect(book.read((db) => db.raw('SELECT note FROM products WHERE id IN (?, ?) ORDER BY sku', mug, bowl))).toEqual([
      ['second'],
      ['first'],
    ])
  })

  test('put on the column of the key finds by it, where it holds more; alone it changes it', () => {
    const { book, mug } = cellBook()
    expect(paste(book, { text: 'MUG\tTall mug', columns: ['sku', 'nameEn'] })).toMatchObject({
      keys: ['sku'],
      changed: 1,
    })
    expect(product(book, mug)?.name).toBe('Tall mug')
    const query = { search: 'MUG', filters: [], sort: [], archived: false, offset: 0, limit: 100 }
    expect(paste(book, { text: 'MUG-2', columns: ['sku'], query })).toMatchObject({ keys: [], changed: 1 })
  })

  test('reads numbers with a comma where only that makes sense, and says so', () => {
    const { book, mug } = cellBook()
    const report = paste(book, { text: 'SKU\tPrice\nMUG\t1.234,50\nBOWL\t2,5' })
    expect(report).toMatchObject({ reading: { decimal: ',' }, readsNumbers: true, readsDays: false, changed: 2 })
    expect(product(book, mug)?.price).toBe(1_234_500_000)
    const told = paste(book, { text: 'SKU\tPrice\nMUG\t2,5', reading: { decimal: '.' } })
    expect(told).toMatchObject({ refused: 1, changed: 0 })
  })

  test('leaves what its empty cells stand over, unless told to empty it', () => {
    const { book, mug } = cellBook()
    const text = 'SKU\tName\tCost\nMUG\tTall\t'
    expect(paste(book, { text }).changed).toBe(1)
    expect(product(book, mug)?.cost).toBe(1_000_000)
    expect(paste(book, { text, clears: true }).changed).toBe(1)
    expect(product(book, mug)?.cost).toBeNull()
  })

  test('a key twice, or one that several records have, is said and left', () => {
    const { book } = cellBook()
    const report = paste(book, { text: 'SKU\tName\nMUG\tOne\nMUG\tTwo\n\tTotal' })
    expect(report).toMatchObject({ changed: 1, ambiguous: [{ key: 'MUG', row: 1, why: 'twice' }], unknown: [] })
  })

  test('rates are found by day and pair', () => {
    const { book, rate } = cellBook()
    const report = paste(book, { list: 'rates', text: 'Date\tFrom\tTo\tRate\n1/3/2026\tUSD\t人民币\t7,15' })
    expect(report).toMatchObject({ keys: ['on', 'from', 'to'], changed: 1, reading: { decimal: ',', dates: 'dmy' } })
    expect(book.read((db) => db.get('SELECT rate FROM rates WHERE id = ?', rate))).toEqual({ rate: '7.15' })
  })
})
