import { describe, expect, test } from 'vitest'
import { alikeParties } from '#main/services/customers/alike-parties.ts'
import { customerDuplicates, setDistinct } from '#main/services/customers/duplicates.ts'
import { mergeParties } from '#main/services/customers/merge-parties.ts'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { setPartiesArchived } from '#main/services/parties/party-commands.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import { alikeInput, mergePartiesInput } from '#shared/schemas/customers.ts'
import { makeCustomer } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const report = (book: TestBook, { offset = 0, limit = 100 } = {}) =>
  book.read((db) => customerDuplicates(db, { offset, limit }))

function shops(book: TestBook) {
  return book.write((tx) => ({
    kai: makeCustomer(tx, 'Nordlicht GmbH', { country: 'DE', phone: '+49 (0)30 1234567' }),
    other: makeCustomer(tx, 'Südlicht', { country: 'DE' }),
    twin: makeCustomer(tx, 'Nordlicht', { country: 'DE', contacts: [{ name: 'Kai', phone: '030 1234567' }] }),
    third: makeCustomer(tx, 'Nordlihct', { country: 'DE', addresses: [{ street: 'Am Ring 1', phone: '0301234567' }] }),
    supplier: makeCustomer(tx, 'Nordlicht', { roles: ['supplier'] }),
  }))
}

describe('the report of duplicates', () => {
  test('an empty book has none', () => {
    expect(report(testBook())).toEqual({ groups: [], total: 0, customers: 0, leastPercent: 65, commonValues: 0 })
  })

  test('tells who looks alike and why; contacts and addresses count; suppliers do not', () => {
    const book = testBook()
    const { kai, twin, third } = shops(book)
    const { groups, customers } = report(book)
    expect(customers).toBe(4)
    expect(groups).toMatchObject([{ percent: 93, reasons: ['phone', 'name', 'nameLike'] }])
    expect(groups[0]?.members.map(({ id }) => id)).toEqual([kai, twin, third])
    expect(groups[0]?.members[1]).toMatchObject({ name: 'Nordlicht', phone: '030 1234567', orderCount: 0 })
  })

  test('those said to be different are proposed no more, once and for all', () => {
    const book = testBook()
    const { kai, twin, third } = shops(book)
    book.write((tx) => setDistinct(tx, [third, kai]))
    book.write((tx) => setDistinct(tx, [kai, third, twin]))
    expect(report(book).groups).toEqual([])
    expect(book.read((db) => db.raw('SELECT count(*) FROM distinct_parties'))).toEqual([[3]])
    expect(refusal(() => book.write((tx) => setDistinct(tx, [kai, 999])))?.code).toBe('parties/not-found')
  })

  test('who is different from the merged one is different from the kept one', () => {
    const book = testBook()
    const { kai, twin, third, other } = shops(book)
    book.write((tx) => setDistinct(tx, [twin, third]))
    book.write((tx) => setDistinct(tx, [twin, other]))
    book.write((tx) => setDistinct(tx, [kai, other]))
    book.write((tx) => mergeParties(tx, mergePartiesInput.parse({ keepId: kai, otherIds: [twin] })))
    expect(
      book.read((db) => db.raw('SELECT first_id, second_id FROM live_distinct_parties ORDER BY first_id, second_id')),
    ).toEqual([
      [kai, other],
      [kai, third],
    ])
    expect(report(book).groups).toEqual([])
  })

  test('archived customers are left out, and the setting says how alike is alike', () => {
    const book = testBook()
    const { twin } = shops(book)
    book.write((tx) => setPartiesArchived(tx, [twin], true))
    expect(report(book).groups.map(({ percent }) => percent)).toEqual([82])
    book.write((tx) => setSalesSetting(tx, 'duplicates', { leastPercent: 90 }))
    expect(report(book)).toMatchObject({ groups: [], leastPercent: 90 })
  })
})

describe('who looks like the one that is written down', () => {
  const ask = (book: TestBook, input: object) =>
    book.read((db) => alikeParties(db, searchIndex(), alikeInput.parse(input)))
  const found = (book: TestBook, input: object) => ask(book, input).map(({ id, reasons }) => [id, reasons.join()])

  test('nothing written, nobody found', () => {
    const book = testBook()
    shops(book)
    expect(ask(book, {})).toEqual([])
    expect(ask(book, { name: 'N' })).toEqual([])
    expect(ask(testBook(), { name: 'Nordlicht' })).toEqual([])
  })

  test('by name with a slip, by phone, whatever the role; never the record itself', () => {
    const book = testBook()
    const { kai, twin, third, supplier } = shops(book)
    expect(found(book, { name: 'nordlicht', country: 'DE' })).toEqual([
      [kai, 'name'],
      [twin, 'name'],
      [supplier, 'name'],
      [third, 'nameLike'],
    ])
    expect(found(book, { name: 'Nordlict' }).map(([id]) => id)).toContain(kai)
    expect(found(book, { phones: ['+49 30 1234567'] }).map(([id]) => id)).toEqual([kai, twin, third])
    expect(found(book, { name: 'Nordlicht', exceptId: kai }).map(([id]) => id)).not.toContain(kai)
  })

  test('by mail, tax number and address', () => {
    const book = testBook()
    const id = book.write((tx) =>
      makeCustomer(tx, 'Zed', {
        email: 'post@zed.example',
        taxNumber: 'DE811569869',
        addresses: [{ street: 'Lange Str. 5', postalCode: '10115' }],
      }),
    )
    expect(found(book, { emails: ['Post@Zed.example'] })).toEqual([[id, 'email']])
    expect(found(book, { taxNumber: 'de 811 569 869' })).toEqual([[id, 'tax']])
    const addresses = [{ street: 'Lange Straße 5', postalCode: '10115', city: 'Berlin' }]
    expect(found(book, { addresses })).toEqual([[id, 'address']])
  })
})
