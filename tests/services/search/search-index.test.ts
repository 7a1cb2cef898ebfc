// The index follows the book, whatever happens to it: after any history it answers like one made afresh.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPerson } from '#main/services/people/people-commands.ts'
import { noteOpened } from '#main/services/search/recent-records.ts'
import { type SearchIndex, searchIndex } from '#main/services/search/search-index.ts'
import { findRecords } from '#main/services/search/search-queries.ts'
import { recordKinds } from '#shared/schemas/records.ts'
import { searchInput } from '#shared/schemas/search.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const words = [
  'Mug',
  'Łódź bowl',
  '重庆杯',
  '长沙',
  'HP-10',
  'straße',
  '+49 30 1234',
  'ana@nord.example',
  'Øre',
  '绿茶',
]
const questions = ['mug', 'bowl', 'cq', 'changsha', 'hp', '1234', 'nord', 'o', '茶', 'lv', 'strasse', '30 12', '']

type Step = { what: number; which: number; word: string; other: string }

const steps = fc.array(
  fc.record({
    what: fc.nat(9),
    which: fc.nat(50),
    word: fc.constantFrom(...words),
    other: fc.constantFrom(...words),
  }),
  { minLength: 1, maxLength: 25 },
)

/** One operation of the many that touch what is searched. */
function doStep(book: TestBook, { what, which, word, other }: Step): void {
  book.write((tx) => {
    const pick = (table: string) => {
      const rows = tx.all<{ id: number }>(`SELECT id FROM ${table} ORDER BY id`)
      return rows[which % Math.max(rows.length, 1)]?.id
    }
    const change = (table: string, values: Record<string, string | number>) => {
      const id = pick(table)
      if (id !== undefined) tx.update(table, id, values)
    }
    const party = pick('live_parties')
    const code = `${what}${which}-${tx.nextId()}`
    const doings = [
      () => makeProduct(tx, { sku: code, nameEn: word, nameZh: other, barcodes: [`4006${tx.nextId()}`] }),
      () =>
        makeCustomer(tx, word, {
          contacts: [{ name: other, phone: '030 1234567' }],
          addresses: [{ city: other, country: 'DE' }],
        }),
      () => makeOrder(tx, { number: code, customerId: party ?? null }),
      () => change('products', { name_en: word, archived: which % 2 }),
      () => change('parties', { name: word, is_supplier: which % 2 }),
      () => change('parties', { deleted: which % 2 }),
      () => change('contacts', { name: word, deleted: which % 3 === 0 ? 1 : 0 }),
      () => party !== undefined && change('contacts', { party_id: party }),
      () => change('product_barcodes', { code: `${which}99` }),
      () => addPerson(tx, { name: `${word} ${code}`, nameZh: other }),
    ]
    doings[what]?.()
  })
}

function answers(book: TestBook, index: SearchIndex) {
  return questions.map((text) =>
    book.read((db) => findRecords(db, index, searchInput.parse({ text, kinds: [...recordKinds], limit: 50 }))),
  )
}

describe('the index', () => {
  test('answers after any history like one made afresh, recency and all', () => {
    fc.assert(
      fc.property(steps, fc.nat(3), (history, pace) => {
        let now = Date.UTC(2026, 0, 1)
        const book = testBook({
          now: () => {
            now += 60_000
            return now as never
          },
        })
        const index = searchIndex()
        for (const [count, step] of history.entries()) {
          doStep(book, step)
          // Sometimes it catches up with one operation, sometimes with several at once.
          if (count % (pace + 1) === 0) book.read((db) => index.shelves(db))
        }
        expect(answers(book, index)).toEqual(answers(book, searchIndex()))
        book.close()
      }),
      { numRuns: rounds(25, 200) },
    )
  })

  test('takes in what another copy wrote earlier, as after a merge', () => {
    const book = testBook()
    const index = searchIndex()
    const [first, second] = book.write((tx) => [makeProduct(tx, { sku: 'A-9' }), makeProduct(tx, { sku: 'B-9' })])
    const find = (of: SearchIndex) =>
      book
        .read((db) => findRecords(db, of, searchInput.parse({ text: '9', kinds: ['product'] })))
        .hits.map(({ code }) => code)
    expect(find(index)).toEqual(['B-9', 'A-9'])
    // A foreign operation with an older clock: a row that it made, and a change in one of ours.
    const foreign = 7 * 2 ** 29
    book.connection.exec(`
      UPDATE change_context SET operation_id = ${foreign + 1};
      INSERT INTO products (id, sku) VALUES (${foreign + 1}, 'C-9');
      UPDATE products SET name_en = 'Nine' WHERE id = ${second};
      UPDATE change_context SET operation_id = NULL;
      INSERT INTO operations (id, replica, sequence, name, clock, wall_at, schema_version, first_id, last_id,
        previous_hash, digest, hash)
      VALUES (${foreign + 1}, 7, 1, 'products.add', 5, 0, 120, ${foreign + 1}, ${foreign + 1}, '', '', 'x')`)
    expect(find(index)).toEqual(['B-9', 'A-9', 'C-9'])
    expect(find(searchIndex())).toEqual(['B-9', 'A-9', 'C-9'])
    book.write((tx) => tx.update('products', first ?? 0, { note: 'now' }))
    expect(find(index)).toEqual(['A-9', 'B-9', 'C-9'])
  })

  test('is made anew when more was written than it holds', () => {
    const book = testBook()
    const index = searchIndex()
    book.read((db) => index.shelves(db))
    book.write((tx) => {
      for (let count = 0; count < 20_001; count += 1) tx.insert('products', { sku: `P-${count}` })
    })
    let pieces = 0
    while (book.read((db) => index.work(db))) pieces += 1
    expect(pieces).toBeGreaterThan(5)
    expect(
      book
        .read((db) => index.shelves(db))
        .get('product')
        ?.size(),
    ).toBe(20_001)
  })

  test('does not wait for a turn that it could give to others', () => {
    const book = testBook()
    const index = searchIndex()
    expect(book.read((db) => index.work(db))).toBe(true)
    expect(book.read((db) => index.shelves(db)).size).toBe(recordKinds.length)
    expect(book.read((db) => index.work(db))).toBe(false)
  })

  test('looks at the log by its ends: nothing is read from end to end to see that nothing happened', () => {
    const book = testBook()
    const index = searchIndex()
    book.read((db) => index.shelves(db))
    expect(slowSteps(queryPlans(book, (db) => index.work(db)))).toEqual([])
    book.write((tx) => makeProduct(tx, { sku: 'NEW' }))
    const steps = queryPlans(book, (db) => index.work(db))
    // What is read one by one are the few rows touched, given as a list.
    expect(steps.filter((step) => step.startsWith('SCAN ') && !/^SCAN \w+ VIRTUAL/.test(step))).toEqual([])
    book.write((tx) => noteOpened(tx, { kind: 'product', id: 1 }))
    expect(book.read((db) => index.work(db))).toBe(false)
  })
})

describe('a record', () => {
  const shop = testBook()
  const made = shop.write((tx) =>
    makeCustomer(tx, 'Łódź Trading & Söhne', {
      code: 'KD-0815/a',
      nameZh: '长沙绿源贸易有限公司',
      email: 'info@lodz-trading.example',
      phone: '+48 (42) 630-55-11',
      taxNumber: 'PL 725-18',
      contacts: [{ name: 'Žofia Wiśniewska', email: 'zofia@lodz.example', phone: '0048 42 111' }],
      addresses: [{ city: 'Łódź Bałuty', country: 'PL', postalCode: '90-001' }],
    }),
  )
  const index = searchIndex()
  const values = [
    'Łódź Trading & Söhne',
    'KD-0815/a',
    '长沙绿源贸易有限公司',
    'info@lodz-trading.example',
    '+48 (42) 630-55-11',
    'PL 725-18',
    'Žofia Wiśniewska',
    'zofia@lodz.example',
    '0048 42 111',
    'Łódź Bałuty',
    '90-001',
  ]

  test('is found by any part of any of its values, as it is written or not quite', () => {
    const part = fc
      .record({ value: fc.constantFrom(...values), from: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) })
      .map(({ value, from, length }) => {
        const start = from % value.length
        return value.slice(start, start + length)
      })
      .filter((text) => /[\p{L}\p{N}]/u.test(text))
    const spelling = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, ''),
      (text) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    )
    fc.assert(
      fc.property(part, spelling, (text, spelled) => {
        const { hits } = shop.read((db) => findRecords(db, index, searchInput.parse({ text: spelled(text) })))
        expect(hits.some(({ kind, id }) => kind === 'party' && id === made)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
