import { expect, test } from 'vitest'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { recordCounts } from '#main/services/records/record-counts.ts'
import { recordKey, recordRefOf, recordTitles, refuseMissingRecord } from '#main/services/records/record-titles.ts'
import { recordKinds } from '#shared/schemas/records.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

test('records of any kind are called by code and name in one question', () => {
  const book = testBook()
  const ids = book.write((tx) => {
    const customer = makeCustomer(tx, 'Müller GmbH', { code: 'MUL' })
    return {
      customer,
      product: makeProduct(tx, { sku: 'MUG', nameZh: '杯子' }),
      order: makeOrder(tx, { number: 'SO-1', customerId: customer }),
      category: addCategory(tx, { nameEn: 'Cups', nameZh: '', description: '' }),
      rate: makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1'),
      person: addPerson(tx, { name: 'Mei' }),
    }
  })
  const titles = book.read((db) =>
    recordTitles(db, [
      { kind: 'product', id: ids.product },
      { kind: 'party', id: ids.customer },
      { kind: 'order', id: ids.order },
      { kind: 'category', id: ids.category },
      { kind: 'rate', id: ids.rate },
      { kind: 'person', id: ids.person },
      { kind: 'company', id: 1 },
      { kind: 'order', id: 99 },
    ]),
  )
  const named = (kind: (typeof recordKinds)[number], id: number) => titles.get(recordKey({ kind, id }))
  expect(named('product', ids.product)).toMatchObject({ code: 'MUG', name: '杯子', nameZh: '杯子', role: null })
  expect(named('party', ids.customer)).toMatchObject({ code: 'MUL', name: 'Müller GmbH', role: 'customer' })
  expect(named('order', ids.order)).toMatchObject({ code: 'SO-1', name: 'Müller GmbH', deleted: false })
  expect(named('category', ids.category)).toMatchObject({ name: 'Cups' })
  expect(named('rate', ids.rate)).toMatchObject({ code: '2026-03-02', name: 'EUR/USD' })
  expect(named('person', ids.person)).toMatchObject({ name: 'Mei', archived: false })
  expect(named('company', 1)).toMatchObject({ name: 'Test Trading' })
  expect(named('order', 99)).toBeUndefined()
})

test('a deleted record keeps its name but nothing can be hung on it', () => {
  const book = testBook()
  const id = book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1'))
  book.read((db) => refuseMissingRecord(db, { kind: 'rate', id }))
  book.write((tx) => tx.update('rates', id, { deleted: 1 }))
  expect(book.read((db) => recordTitles(db, [{ kind: 'rate', id }])).get(`rate ${id}`)?.deleted).toBe(true)
  expect(() => book.read((db) => refuseMissingRecord(db, { kind: 'rate', id }))).toThrow('records/not-found')
})

test.each(recordKinds)('%s: titles and counts can be asked of a book without any', (kind) => {
  const book = testBook()
  expect(book.read((db) => recordTitles(db, [{ kind, id: 99 }])).size).toBe(0)
  expect(book.read((db) => recordCounts(db, { kind, id: 99 }))).toEqual({})
})

test('a kind that only a newer program knows is no reference here', () => {
  expect(recordRefOf('order', 7)).toEqual({ kind: 'order', id: 7 })
  expect(recordRefOf('container', 7)).toBeNull()
  expect(recordRefOf('', null)).toBeNull()
})
