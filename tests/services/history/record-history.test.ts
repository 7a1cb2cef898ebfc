import { describe, expect, test } from 'vitest'
import { editProduct } from '#main/services/catalog/product-commands.ts'
import { recordHistory } from '#main/services/history/record-history.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { editParty } from '#main/services/parties/party-commands.ts'
import { getParty } from '#main/services/parties/party-queries.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { removeRate } from '#main/services/rates/rate-commands.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { type RecordKind, recordKinds } from '#shared/schemas/records.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

const history = (book: TestBook, entity: RecordKind, id: number, limit = 100) =>
  book.read((db) => recordHistory(db, { entity, id, limit }))
const said = (entry: ReturnType<typeof history>[number] | undefined) =>
  entry?.changes.map(({ table, column, before, after }) => [table, column, before, after])

describe('the history of a record', () => {
  test('tells who made it and what changed, newest first', () => {
    const book = testBook()
    const person = book.write((tx) => addPerson(tx, { name: 'Mei' }))
    const product = { sku: 'MUG', nameEn: 'Mug' }
    const { result: id } = book.writer.write('products.add', person, (tx) => makeProduct(tx, product))
    const edited = productInput.parse({ ...product, nameEn: 'Cup', price: { amount: '2.5', currency: 'USD' } })
    book.writer.write('products.edit', null, (tx) => editProduct(tx, id, edited))
    const [edit, made, ...others] = history(book, 'product', id)
    expect(others).toEqual([])
    expect(made).toEqual({
      operationId: expect.any(Number),
      name: 'products.add',
      person: 'Mei',
      at: testNow,
      copy: '',
      kind: 'made',
      changes: [],
      titles: [],
    })
    expect(edit).toMatchObject({ name: 'products.edit', person: null, kind: 'changed' })
    expect(said(edit)).toEqual([
      ['products', 'price_micros', null, 2_500_000],
      ['products', 'price_currency', null, 'USD'],
      ['products', 'name_en', 'Mug', 'Cup'],
    ])
    expect(history(book, 'product', id, 1)).toEqual([edit])
  })

  test('a group comes whole, so that an amount has its currency beside it', () => {
    const book = testBook()
    const product = (amount: string) => productInput.parse({ sku: 'MUG', cost: { amount, currency: 'CNY' } })
    const id = book.write((tx) => makeProduct(tx, product('5')))
    book.write((tx) => editProduct(tx, id, product('6')))
    expect(said(history(book, 'product', id)[0])).toEqual([
      ['products', 'cost_micros', 5_000_000, 6_000_000],
      ['products', 'cost_currency', 'CNY', 'CNY'],
    ])
  })

  test('what only stood beside a change is left out; the currency of a changed amount is not', () => {
    const book = testBook()
    const id = book.write((tx) =>
      makeOrder(tx, { currency: 'EUR', lines: [{ productId: null, quantity: 1, unitPrice: '10' }] }),
    )
    const edit = (changes: object) =>
      book.write((tx) => {
        const { rate, ...order } = getOrder(tx, id)
        editOrder(tx, id, orderInput.parse({ ...order, rate: rate ?? '', ...changes }))
      })
    edit({ rate: '1.1' })
    expect(said(history(book, 'order', id)[0])?.filter(([table]) => table === 'sales_orders')).toEqual([
      ['sales_orders', 'rate', null, '1.1'],
      ['sales_orders', 'rate_on', null, '2026-03-02'],
    ])
    edit({ freight: '5' })
    expect(said(history(book, 'order', id)[0])).toEqual([
      ['sales_orders', 'currency', 'EUR', 'EUR'],
      ['sales_orders', 'freight_minor', null, 500],
    ])
  })

  test('children made with the record are part of its making; later ones are told as they were then', () => {
    const book = testBook()
    const id = book.write((tx) => makeCustomer(tx, 'Lin', { contacts: [{ name: 'Wei' }] }), 'parties.add')
    const save = (contacts: object[]) =>
      book.write((tx) => {
        const party = book.read((db) => getParty(db, id))
        editParty(tx, id, partyInput.parse({ ...party, contacts: [...party.contacts, ...contacts] }))
      }, 'parties.edit')
    save([{ name: 'Zhou', phone: '1' }])
    const [, zhou] = book.read((db) => getParty(db, id).contacts)
    book.write((tx) => tx.update('contacts', zhou?.id ?? 0, { phone: '2' }))
    book.write((tx) => tx.update('contacts', zhou?.id ?? 0, { phone: '3', deleted: 1 }))
    expect(history(book, 'party', id).map((entry) => [entry.kind, said(entry)])).toEqual([
      [
        'changed',
        [
          ['contacts', 'phone', '2', '3'],
          ['contacts', 'deleted', 0, 1],
        ],
      ],
      ['changed', [['contacts', 'phone', '1', '2']]],
      [
        'changed',
        [
          ['contacts', 'deleted', null, 0],
          ['contacts', 'name', null, 'Zhou'],
          ['contacts', 'phone', null, '1'],
        ],
      ],
      ['made', []],
    ])
  })

  test('orders tell of status and lines, never of what is worked out', () => {
    const book = testBook()
    const lines = [{ productId: null, quantity: 1, unitPrice: '10' }]
    const id = book.write((tx) => makeOrder(tx, { status: 'draft', lines }), 'orders.add')
    book.write((tx) => confirmOrders(tx, [id]), 'orders.confirm')
    book.write((tx) => {
      const { rate, ...order } = getOrder(tx, id)
      const changed = order.lines.map((line) => ({ ...line, quantity: 2 }))
      editOrder(tx, id, orderInput.parse({ ...order, rate: rate ?? '', lines: changed }))
    }, 'orders.edit')
    const [edit, confirm, made] = history(book, 'order', id)
    expect([edit?.name, confirm?.name, made?.name]).toEqual(['orders.edit', 'orders.confirm', 'orders.add'])
    expect(said(confirm)).toEqual([
      ['sales_orders', 'status', 'draft', 'confirmed'],
      ['sales_orders', 'confirmed_on', null, '2026-11-22'],
    ])
    expect(said(edit)).toContainEqual(['order_lines', 'qty_milli', 1000, 2000])
    expect(said(edit)?.map(([, column]) => column)).not.toContain('sold_on')
  })

  test('another copy’s changes carry its letters', () => {
    const book = testBook()
    const id = book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1'))
    book.connection.prepare("UPDATE this_copy SET replica = 7000000, counter = 0, sequence = 0, head = ''").run()
    book.write((tx) => removeRate(tx, id), 'rates.remove')
    const [removed, made] = history(book, 'rate', id)
    expect(removed?.copy).toMatch(/^[A-Z]{3}$/)
    expect(made?.copy).toBe('')
    expect(said(removed)).toEqual([['rates', 'deleted', 0, 1]])
  })

  test('what is not there has no history', () => {
    for (const entity of recordKinds) expect(() => history(testBook(), entity, 99)).toThrow('history/no-record')
  })

  test('is read by index however long the log is', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { lines: [{ productId: null, quantity: 1, unitPrice: '1' }] }))
    const plans = queryPlans(book, (db) => recordHistory(db, { entity: 'order', id, limit: 10 }))
    expect(slowSteps(plans.filter((step) => !step.includes('TEMP B-TREE') && !/^SCAN [je]( |$)/.test(step)))).toEqual(
      [],
    )
  })
})
