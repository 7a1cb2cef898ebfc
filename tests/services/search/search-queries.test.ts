import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { noteOpened } from '#main/services/search/recent-records.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import { findRecords, recentHits } from '#main/services/search/search-queries.ts'
import type { Instant } from '#shared/dates.ts'
import { type SearchHit, searchInput } from '#shared/schemas/search.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

function shop() {
  const book = testBook()
  const made = book.write((tx) => {
    const ids = {
      cup: makeProduct(tx, { sku: 'X-MUG', nameEn: 'Travel cup', barcodes: ['4006381333931'], hsCode: '691200' }),
      blue: makeProduct(tx, { sku: 'A-1', nameEn: 'Mug, blue', nameZh: '蓝色杯子' }),
      plain: makeProduct(tx, { sku: 'MUG', nameEn: 'Plain' }),
      old: makeProduct(tx, { sku: 'MUG-OLD' }),
      lodz: makeProduct(tx, { sku: 'HP-1042', nameEn: 'Łódź straße Øre ışık İstanbul café', nameZh: '重庆火锅底料' }),
      lin: makeCustomer(tx, 'Mugabe Trading', {
        code: 'C-1',
        nameZh: '上海林氏贸易',
        roles: ['customer', 'supplier'],
        phone: '+86 (21) 5512-7788',
        contacts: [{ name: 'Jürgen Müller', email: 'jm@nord.example', phone: '0049 30 1234567' }],
        addresses: [{ city: 'Køge', country: 'DK' }],
      }),
      ana: makeCustomer(tx, 'Ana', { roles: ['supplier'] }),
      mei: addPerson(tx, { name: 'Mei Wang', nameZh: '王梅' }),
      rate: makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1'),
    }
    setProductsArchived(tx, [ids.old], true)
    const order = makeOrder(tx, { customerId: ids.lin, number: 'SO-2026-0007' })
    tx.run("UPDATE sales_orders SET channel = 'shop', external_id = '#1001_mug', customer_reference = 'THEIRS-7'")
    tx.run(
      "INSERT INTO dispatches (id, order_id, tracking_number) SELECT CAST(? AS INTEGER), id, '1Z 999 AA' FROM sales_orders",
      tx.nextId(),
    )
    return { ...ids, order }
  })
  return { book, made, find: finder(book) }
}

type Wish = Omit<z.input<typeof searchInput>, 'text'>

function finder(book: TestBook) {
  const index = searchIndex()
  return (text: string, wish: Wish = {}) =>
    book.read((db) => findRecords(db, index, searchInput.parse({ text, ...wish })))
}

const codes = (hits: readonly SearchHit[]) => hits.map((hit) => hit.code)

describe('what is found', () => {
  const { find, made } = shop()
  const first = (text: string) => find(text).hits[0]

  test.each([
    [
      'accents and letters of their own',
      ['lodz', 'LODZ', 'strasse', 'straße', 'ore', 'isik', 'istanbul', 'café', 'CAFE'],
    ],
    ['parts of words', ['tanbul', 'afe lod']],
    ['a code with and without its dashes', ['HP-1042', 'hp1042', 'hp 1042', '1042']],
    ['Chinese by characters', ['重庆', '火锅', '庆火']],
    ['Chinese by pinyin, every reading', ['chongqing', 'zhongqing', 'chong qing', 'huoguo', 'chongq']],
    ['Chinese by initials, mixed as one types', ['cqhg', 'hgdl', 'chqing', 'cqhuoguo', '重qing']],
  ])('%s', (_what, texts) => {
    for (const text of texts) expect([text, first(text)?.id]).toEqual([text, made.lodz])
  })

  test('digits of a phone, whatever stands between them and with the zero of the trunk', () => {
    for (const text of ['55127788', '5512-7788', '8621 5512', '+86 21 5512 7788', '12345 67', '030 1234567'])
      expect([text, first(text)?.id]).toEqual([text, made.lin])
  })

  test('a company by its people, their mail, its place, and a city spelled out', () => {
    for (const text of ['Muller', 'mueller', 'jm@nord', 'nord.example', 'koge', 'Koege', 'jurgen mug'])
      expect([text, first(text)?.id]).toEqual([text, made.lin])
    expect(first('muller')?.match).toMatchObject({ field: 'contact', text: 'Jürgen Müller', marks: [[7, 13]] })
    expect(first('127788')?.match).toMatchObject({ field: 'phone', text: '+86 (21) 5512-7788', marks: [[11, 18]] })
  })

  test('orders by number, foreign number and customer; people, rates, barcodes, customs codes', () => {
    expect(first('0007')).toMatchObject({ kind: 'order', id: made.order, name: 'Mugabe Trading', detail: '2026-03-02' })
    expect(first('theirs-7')).toMatchObject({ kind: 'order', match: { field: 'reference' } })
    expect(first('1Z999AA')).toMatchObject({ kind: 'order', match: { field: 'tracking', text: '1Z 999 AA' } })
    expect(first('1001 mug')).toMatchObject({ kind: 'order', match: { field: 'externalId', text: '#1001_mug' } })
    expect(find('0007 mugabe').hits.map((hit) => hit.kind)).toEqual(['order'])
    expect(first('wangmei')).toMatchObject({ kind: 'person', id: made.mei })
    expect(first('eur/usd')).toMatchObject({ kind: 'rate', id: made.rate, detail: '1.1' })
    expect(first('40063813')).toMatchObject({ id: made.cup, match: { field: 'barcode' } })
    expect(first('691200')).toMatchObject({ id: made.cup, match: { field: 'hsCode', marks: [[0, 6]] } })
  })

  test('every word has to be there, wherever in the record', () => {
    expect(codes(find('cup 4006').hits)).toEqual(['X-MUG'])
    expect(find('cup mugabe').hits).toEqual([])
  })

  test('signs alone, and nothing, find nothing', () => {
    expect(find('%').hits).toEqual([])
    expect(find(' – ').hits).toEqual([])
    expect(finder(testBook())('q')).toEqual({ hits: [], more: [] })
  })
})

describe('the order of what is found', () => {
  test('the code itself, beginnings of codes, of names, of words, then parts; the archived last', () => {
    const { find } = shop()
    expect(find('mug', { kinds: ['product'] }).hits.map((hit) => [hit.code, hit.archived])).toEqual([
      ['MUG', false],
      ['A-1', false],
      ['X-MUG', false],
      ['MUG-OLD', true],
    ])
  })

  test('an exact code comes first though it is archived', () => {
    expect(codes(shop().find('mug-old').hits)[0]).toBe('MUG-OLD')
  })

  test('of what is alike the last touched comes first, and what was opened lately before it', () => {
    const book = testBook()
    const find = finder(book)
    const ids = ['A', 'B', 'C'].map((code) => book.write((tx) => makeProduct(tx, { sku: `${code}-9`, nameEn: 'Bowl' })))
    expect(codes(find('bowl').hits)).toEqual(['C-9', 'B-9', 'A-9'])
    book.write((tx) => tx.update('products', ids[0] ?? 0, { note: 'checked' }))
    expect(codes(find('bowl').hits)).toEqual(['A-9', 'C-9', 'B-9'])
    book.write((tx) => noteOpened(tx, { kind: 'product', id: ids[1] ?? 0 }))
    expect(codes(find('bowl').hits)).toEqual(['B-9', 'A-9', 'C-9'])
  })

  test('the kind with the closest record comes first; there is said where more are', () => {
    const { find } = shop()
    expect(find('c-1').hits[0]).toMatchObject({ kind: 'party', code: 'C-1' })
    const { hits, more } = find('mug', { kinds: ['product', 'order'], limit: 2 })
    expect(codes(hits)).toEqual(['MUG', 'A-1', 'SO-2026-0007'])
    expect(more).toEqual(['product'])
  })

  test('a record called so comes before those that only name it', () => {
    const { find } = shop()
    expect(find('mugabe').hits.map((hit) => hit.kind)).toEqual(['party', 'order'])
    expect(find('mugabe', { role: 'supplier' }).hits.map((hit) => hit.kind)).toEqual(['party'])
  })

  test('for pickers: one role, without the archived, and the latest where nothing is typed', () => {
    const { book, made, find } = shop()
    expect(find('', { role: 'supplier', archived: false }).hits.map((hit) => hit.name)).toEqual([
      'Ana',
      'Mugabe Trading',
    ])
    expect(find('', { role: 'customer' }).hits).toHaveLength(1)
    expect(codes(find('mug', { kinds: ['product'], archived: false }).hits)).not.toContain('MUG-OLD')
    book.write((tx) => noteOpened(tx, { kind: 'product', id: made.cup }))
    expect(codes(find('', { kinds: ['product'], limit: 2 }).hits)).toEqual(['X-MUG', 'HP-1042'])
  })
})

describe('what was opened lately', () => {
  test('the last first, each once, without what was deleted', () => {
    let now = Date.UTC(2026, 10, 22)
    const book = testBook({
      now: () => {
        now += 1000
        return now as Instant
      },
    })
    const [cup, customer] = book.write((tx) => [makeProduct(tx, { sku: 'CUP' }), makeCustomer(tx, 'Ana')])
    const open = (kind: 'product' | 'party', id = 0) => book.write((tx) => noteOpened(tx, { kind, id }))
    open('product', cup)
    open('party', customer)
    expect(book.read((db) => recentHits(db, 8)).map((hit) => hit.name || hit.code)).toEqual(['Ana', 'CUP'])
    open('product', cup)
    open('product', 99)
    expect(book.read((db) => recentHits(db, 8)).map((hit) => hit.name || hit.code)).toEqual(['CUP', 'Ana'])
    book.write((tx) => tx.update('products', cup ?? 0, { deleted: 1 }))
    expect(book.read((db) => recentHits(db, 8)).map((hit) => hit.name)).toEqual(['Ana'])
    expect(book.read((db) => recentHits(db, 1))).toEqual([])
  })

  test('leaves no trace in the log', () => {
    const { book, made } = shop()
    const count = () => book.read((db) => db.get<{ n: number }>('SELECT count(*) AS n FROM operations')?.n)
    const before = count()
    book.write((tx) => noteOpened(tx, { kind: 'product', id: made.cup }))
    expect(count()).toBe(before)
  })
})
