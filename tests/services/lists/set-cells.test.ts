import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { editableColumns } from '#main/services/lists/cell-lists.ts'
import { planCells, setCells } from '#main/services/lists/set-cells.ts'
import type { SetCellsInput } from '#shared/schemas/cells.ts'
import { setCellsInput } from '#shared/schemas/cells.ts'
import { bookState, cellBook } from '#tests/support/cell-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const cells = (list: SetCellsInput['list'], ...given: [number, string, string][]) =>
  setCellsInput.parse({ list, cells: given.map(([id, column, text]) => ({ id, column, text })) })

describe('cells of products', () => {
  test('are read as people write them, and give their text before and after', () => {
    const { book, mug, supplier } = cellBook()
    const input = cells(
      'products',
      [mug, 'price', '1,234.50'],
      [mug, 'cost', '€ 2'],
      [mug, 'status', '清仓'],
      [mug, 'originCountry', 'Germany'],
      [mug, 'supplier', 'kiln'],
      [mug, 'moq', '12 pcs'],
      [mug, 'vatRatePercent', '13%'],
      [mug, 'noSale', 'yes'],
      [mug, 'barcodes', '4006381333931, 96385074'],
      [mug, 'netWeightGrams', ''],
    )
    const done = book.write((tx) => setCells(tx, input))
    expect(done.refused).toBe(0)
    expect(done.outcomes.map(({ before, after }) => [before, after])).toEqual([
      ['3.00 USD', '1234.50 USD'],
      ['1.00 USD', '2.00 EUR'],
      ['active', 'phasing_out'],
      ['', 'DE'],
      ['', 'Kiln & Co'],
      ['', '12'],
      ['', '13'],
      ['false', 'true'],
      ['', '4006381333931, 96385074'],
      ['480', ''],
    ])
    const row = book.read((db) =>
      db.get('SELECT price_micros, supplier_id, vat_rate_ppm FROM products WHERE id = ?', mug),
    )
    expect(row).toEqual({ price_micros: 1_234_500_000, supplier_id: supplier, vat_rate_ppm: 130_000 })
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('a cell that does not fit stays and says why; the others are written', () => {
    const { book, mug, bowl } = cellBook()
    const input = cells(
      'products',
      [mug, 'price', '12;50'],
      [mug, 'cost', '-1'],
      [mug, 'sku', 'BOWL'],
      [mug, 'supplier', 'nobody'],
      [mug, 'onHand', '5'],
      [bowl, 'cost', '7'],
      [bowl, 'nameEn', 'Deep bowl'],
      [999_999, 'nameEn', 'Ghost'],
    )
    const { outcomes, changed } = book.write((tx) => setCells(tx, input))
    expect(outcomes.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      'cells/expected',
      'cells/expected',
      'catalog/sku-taken',
      'cells/expected',
      'cells/not-editable',
      'cells/currency-needed',
      null,
      'cells/record-gone',
    ])
    expect(changed).toBe(1)
    expect(book.read((db) => db.get('SELECT name_en FROM products WHERE id = ?', bowl))).toEqual({
      name_en: 'Deep bowl',
    })
  })

  test.each(['constructor', '__proto__', 'toString'])('%s is no column', (column) => {
    const { book, mug } = cellBook()
    const { outcomes } = book.write((tx) => setCells(tx, cells('products', [mug, column, 'x'])))
    expect(outcomes.map(({ refusal }) => refusal?.code)).toEqual(['cells/not-editable'])
  })

  test('as many as fit into one call may all be of one record; of a cell given twice the last counts', () => {
    const { book, mug } = cellBook()
    const given = Array.from({ length: 99_998 }, (_, index): [number, string, string] => [mug, `c${index}`, 'x'])
    const input = cells('products', [mug, 'nameEn', 'First'], ...given, [mug, 'nameEn', 'Last'])
    const { changed, refused, outcomes } = book.write((tx) => setCells(tx, input))
    expect([changed, refused, outcomes.length]).toEqual([1, 99_998, 100_000])
    expect(book.read((db) => db.get('SELECT name_en FROM products WHERE id = ?', mug))).toEqual({ name_en: 'Last' })
  })

  test('SKUs may be swapped in one go, but not doubled', () => {
    const { book, mug, bowl } = cellBook()
    const swap = cells('products', [mug, 'sku', 'TEMP'], [bowl, 'sku', 'MUG'])
    expect(book.write((tx) => setCells(tx, swap)).refused).toBe(0)
    const twice = cells('products', [mug, 'sku', 'SAME'], [bowl, 'sku', 'SAME'])
    expect(book.write((tx) => setCells(tx, twice)).outcomes.map(({ refusal }) => refusal?.code)).toEqual([
      undefined,
      'catalog/sku-taken',
    ])
  })

  test('a price and its currency are taken together or not at all', () => {
    const { book, mug, bowl } = cellBook()
    const price = () =>
      book.read((db) => db.raw('SELECT price_micros, price_currency FROM products WHERE id IN (?, ?)', mug, bowl))
    const before = price()
    const input = cells(
      'products',
      [mug, 'price', '12.50'],
      [mug, 'priceCurrency', 'RBM'],
      [bowl, 'priceCurrency', 'CNY'],
      [bowl, 'price', 'abc'],
      [bowl, 'nameEn', 'Deep bowl'],
    )
    const { outcomes, changed } = book.write((tx) => setCells(tx, input))
    expect(outcomes.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      'cells/beside-refused',
      'cells/expected',
      'cells/beside-refused',
      'cells/expected',
      null,
    ])
    expect(changed).toBe(1)
    expect(price()).toEqual(before)
  })

  test('an amount beyond what can be reckoned with is refused by itself', () => {
    const { book, mug, bowl, order } = cellBook()
    const tooLarge = '99999999999999'
    const input = cells('products', [mug, 'price', `${tooLarge} USD`], [bowl, 'price', '1234567890.123456'])
    const { outcomes } = book.write((tx) => setCells(tx, input))
    expect(outcomes.map(({ refusal }) => refusal?.code ?? null)).toEqual(['cells/too-large', null])
    const freight = book.write((tx) => setCells(tx, cells('orders', [order, 'freight', `${tooLarge}9 USD`])))
    expect(freight.outcomes.map(({ refusal }) => refusal?.code)).toEqual(['cells/too-large'])
  })

  test('a price without a currency takes the one in the next cell', () => {
    const { book, bowl } = cellBook()
    const input = cells('products', [bowl, 'costCurrency', 'CNY'], [bowl, 'cost', '21'])
    expect(book.write((tx) => setCells(tx, input)).refused).toBe(0)
    expect(book.read((db) => db.get('SELECT cost_micros, cost_currency FROM products WHERE id = ?', bowl))).toEqual({
      cost_micros: 21_000_000,
      cost_currency: 'CNY',
    })
  })
})

describe('cells of other lists', () => {
  test('orders: days and freight, with what follows from them; how far one is, its steps say', () => {
    const { book, order } = cellBook()
    const input = cells(
      'orders',
      [order, 'requiredOn', '2026/4/1'],
      [order, 'status', 'cancelled'],
      [order, 'freight', '12.5'],
      [order, 'shippedOn', '31/04/2026'],
    )
    const { outcomes } = book.write((tx) => setCells(tx, input))
    expect(outcomes.map(({ after, refusal }) => refusal?.code ?? after)).toEqual([
      '2026-04-01',
      'cells/not-editable',
      '12.50 USD',
      'cells/not-editable',
    ])
    expect(book.read((db) => db.raw('SELECT gross_minor FROM sales_orders'))).toEqual([[1850]])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('freight has the decimals of its currency and no more', () => {
    const { book, order } = cellBook()
    const freight = (text: string) => {
      const { outcomes } = book.write((tx) => setCells(tx, cells('orders', [order, 'freight', text])))
      return outcomes.map(({ after, refusal }) => refusal ?? after)[0]
    }
    const code = 'cells/too-many-decimals'
    expect(freight('1.234')).toEqual({ code, details: { text: '1.234', currency: 'USD', places: '2' } })
    expect(freight('USD 0.001')).toMatchObject({ code })
    expect(freight('1.2300 USD')).toBe('1.23 USD')
    expect(freight('1,234')).toBe('1234.00 USD')
  })

  test('parties and rates', () => {
    const { book, customer, rate } = cellBook()
    const party = cells(
      'customers',
      [customer, 'name', ' '],
      [customer, 'country', '日本'],
      [customer, 'status', '潜在'],
    )
    expect(
      book.write((tx) => setCells(tx, party)).outcomes.map(({ after, refusal }) => refusal?.code ?? after),
    ).toEqual(['cells/required', 'JP', 'prospect'])
    const rates = cells('rates', [rate, 'rate', '0'], [rate, 'rate', '7.20'], [rate, 'source', 'bank'])
    expect(book.write((tx) => setCells(tx, rates)).changed).toBe(2)
    expect(book.read(checkBook).problems).toEqual([])
  })
})

const texts = fc.oneof(
  fc.constantFrom(
    '',
    '5',
    '-1',
    '1,5',
    '12.50 USD',
    'EUR',
    'yes',
    'MUG',
    'BOWL',
    'SAME',
    'Kiln & Co',
    '2026-05-01',
    'draft',
  ),
  fc.string({ maxLength: 12 }),
)

test('a dry run writes nothing and tells exactly what the real one then does', () => {
  const columns = editableColumns('products').map(({ column }) => column)
  const cell = fc.record({
    which: fc.constantFrom('mug' as const, 'bowl' as const),
    column: fc.constantFrom(...columns),
    text: texts,
  })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (given) => {
      const made = cellBook()
      const { book } = made
      const input = cells(
        'products',
        ...given.map(({ which, column, text }): [number, string, string] => [made[which], column, text]),
      )
      const before = bookState(book)
      const planned = book.read((db) => planCells(db, input))
      expect(bookState(book)).toEqual(before)
      expect(book.write((tx) => setCells(tx, input))).toEqual(planned)
      // Whatever was written reads back as the plan had it, and once more changes nothing.
      expect(book.write((tx) => setCells(tx, { ...input, cells: rewritten(planned) })).changed).toBe(0)
      expect(book.read(checkBook).problems).toEqual([])
    }),
    { numRuns: rounds(20, 300) },
  )
})

function rewritten({ outcomes }: ReturnType<typeof planCells>): SetCellsInput['cells'] {
  const last = new Map(outcomes.filter((one) => one.refusal === null).map((one) => [`${one.id} ${one.column}`, one]))
  const written = [...last.values()].map(({ id, column, after }) => ({ id, column, text: after }))
  return written.length > 0 ? written : [{ id: 1, column: 'nameEn', text: '' }]
}
