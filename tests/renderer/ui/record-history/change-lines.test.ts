import { describe, expect, test } from 'vitest'
import { tableList } from '#main/db/table-list.ts'
import { formatFor } from '#renderer/lib/format.ts'
import { changeLines } from '#renderer/ui/record-history/change-lines.ts'
import { columnLabels, hiddenColumns } from '#renderer/ui/record-history/column-labels.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import { testBook } from '#tests/support/test-book.ts'

type Change = HistoryEntry['changes'][number]
const t = translator('en')

function lines(...changes: Partial<Change>[]) {
  return named([], ...changes)
}

/** The same, where references have names. */
function named(titles: HistoryEntry['titles'], ...changes: Partial<Change>[]) {
  const whole = changes.map((change) => ({
    table: 'products',
    rowId: 1,
    before: null,
    after: null,
    column: '',
    ...change,
  }))
  return changeLines({ changes: whole, titles }, t, formatFor('en')).map(({ label, text }) => `${label}: ${text}`)
}

function title(id: number, words: { code?: string; name?: string }, refers: { table: string; column: string }) {
  return {
    ...{ kind: 'party' as const, id, code: '', name: '', nameZh: '', archived: false, deleted: false, role: null },
    ...words,
    ...refers,
  }
}

describe('a change', () => {
  test('is shown in units people use', () => {
    expect(lines({ column: 'net_weight_grams', before: 480, after: 500 })).toEqual(['Net weight: 0.48 kg → 0.5 kg'])
    expect(lines({ column: 'vat_rate_ppm', before: null, after: 130_000 })).toEqual(['VAT rate: empty → 13 %'])
    expect(lines({ column: 'moq_milli', before: 1500, after: 2000 })).toEqual(['Minimum order: 1.5 → 2'])
    expect(lines({ column: 'origin_country', before: 'DE', after: 'CN' })).toEqual([
      'Country of origin: Germany → China',
    ])
  })

  test('of a price takes the currency that was logged with it', () => {
    const price = { column: 'price_micros', before: 14_000_000, after: 2_000_000_000 }
    const currency = { column: 'price_currency', before: 'USD', after: 'JPY' }
    expect(lines(price, currency)[0]).toBe('Price: 14.00 USD → 2,000 JPY')
  })

  test('of a fixed word is said in words', () => {
    expect(lines({ column: 'status', before: 'active', after: 'phasing_out' })).toEqual([
      'Status: active → phasing out',
    ])
    expect(lines({ column: 'no_sale', before: 0, after: 1 })).toEqual(['Not for sale: No → Yes'])
  })

  test('of a reference says that it changed, of a child that it went', () => {
    expect(lines({ column: 'supplier_id', before: 4, after: 5 })).toEqual(['Preferred supplier: changed'])
    expect(lines({ table: 'product_barcodes', column: 'deleted', before: 0, after: 1 })).toEqual(['Barcodes: removed'])
  })

  test('of a reference names what it named before and names now', () => {
    const refers = { table: 'products', column: 'supplier_id' }
    const titles = [title(4, { code: 'S-4', name: 'Tea Ltd' }, refers), title(5, { name: '林记' }, refers)]
    expect(named(titles, { column: 'supplier_id', before: 4, after: 5 })).toEqual([
      'Preferred supplier: S-4 · Tea Ltd → 林记',
    ])
    expect(named(titles, { column: 'supplier_id', before: null, after: 5 })).toEqual([
      'Preferred supplier: empty → 林记',
    ])
    const row = { table: 'order_lines', rowId: 9 }
    const made = { ...row, column: 'deleted', before: null, after: 0 }
    const product = { ...row, column: 'product_id', before: null, after: 7 }
    const mug = title(7, { code: 'MUG' }, { table: 'order_lines', column: 'product_id' })
    expect(named([mug], made, product)).toEqual(['Lines: added', 'Product: MUG'])
  })

  test('of whose a contact is says so where two customers were made one', () => {
    const refers = { table: 'contacts', column: 'party_id' }
    const titles = [title(4, { name: 'Nordlicht' }, refers), title(5, { name: 'Nordlicht GmbH' }, refers)]
    expect(named(titles, { ...refers, before: 4, after: 5 })).toEqual(['Belongs to: Nordlicht → Nordlicht GmbH'])
  })

  test('of a channel’s own number is text, though its column ends like a reference', () => {
    expect(lines({ table: 'sales_orders', column: 'external_id', before: 'A-1', after: 'A-2' })).toEqual([
      'Number at the channel: A-1 → A-2',
    ])
  })

  test('that made a line shows what it holds, not that it was empty before', () => {
    const row = { table: 'order_lines', rowId: 9 }
    const made = { ...row, column: 'deleted', before: null, after: 0 }
    const quantity = { ...row, column: 'qty_milli', before: null, after: 12_000 }
    const product = { ...row, column: 'product_id', before: null, after: 5 }
    expect(lines(made, quantity, product)).toEqual(['Lines: added', 'Quantity: 12'])
  })

  test('that changed nothing to see is left out', () => {
    expect(lines({ column: 'position', before: 1, after: 2 }, { column: 'sku', before: 'A', after: 'A' })).toEqual([])
  })
})

test('every column of a record that can change has a name', () => {
  const book = testBook()
  const shown = Object.keys(columnLabels)
  const nameless = shown.flatMap((table) => {
    const derived = new Set(tableList[table]?.derived ?? [])
    const columns = book
      .read((db) => db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table))
      .map(({ name }) => name)
    return columns
      .filter((name) => !derived.has(name) && !hiddenColumns.has(name) && !internal(table).includes(name))
      .filter((name) => !(name in (columnLabels[table] ?? {})))
      .map((name) => `${table}.${name}`)
  })
  expect(nameless).toEqual([])
})

/** What a paper was issued with stays as it is. */
const issuedWith = [
  ...['kind', 'number', 'record_id', 'version_id', 'party_id', 'content_id', 'template_name', 'template_version'],
  ...['language', 'page_size', 'issued_on', 'currency', 'deleted'],
]

/** Never changed by anyone, or no news to a reader. */
function internal(table: string): string[] {
  const parents = { product_barcodes: 'product_id', kit_parts: 'kit_id', contacts: 'party_id', addresses: 'party_id' }
  const parent = (parents as Record<string, string>)[table]
  const own = {
    product_pictures: ['product_id', 'attachment_id'],
    order_lines: ['order_id', 'external_id'],
    sales_orders: ['is_history', 'deleted'],
    books: ['uid', 'is_sample', 'made_at'],
    bank_accounts: ['party_id'],
    tasks: ['deleted'],
    task_items: ['task_id'],
    papers: issuedWith,
  }
  const ownDeletion = ['products', 'parties', 'categories', 'rates', 'people'].includes(table) ? ['deleted'] : []
  return [
    'id',
    'salt',
    ...(parent ? [parent] : []),
    ...((own as Record<string, string[]>)[table] ?? []),
    ...ownDeletion,
  ]
}
