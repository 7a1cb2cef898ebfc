import { expect, test } from 'vitest'
import { setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { blocksConfirm, clearFlags, flaggedAmong, flagsOfOrder } from '#main/services/sales/order-flags.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const line = (unitPrice: string) => ({ productId: null, unitPrice, quantity: 1 })
const at = (name: string, more: object = {}) => ({
  shipTo: {
    name,
    street: 'Main St 1',
    city: 'Berlin',
    region: '',
    postalCode: '10115',
    country: 'DE',
    phone: '',
    ...more,
  },
})

test('orders that share an address, a phone or an e-mail, found by index', () => {
  const book = testBook()
  const { last, other } = book.write((tx) => {
    const [ana, bo] = ['Ana', 'Bo'].map((name) =>
      makeCustomer(tx, name, { email: 'same@example.com', phone: '555 0142' }),
    )
    makeOrder(tx, { ...at('Ana'), customerId: ana ?? null, lines: [line('1')] })
    makeOrder(tx, { ...at('Bo'), customerId: bo ?? null, lines: [line('1')] })
    makeOrder(tx, { ...at('Far', { street: 'Other 2' }), lines: [line('1')] })
    makeOrder(tx, { ...at('Old'), orderedOn: '2025-01-01', lines: [line('1')] })
    const last = makeOrder(tx, { ...at('Cy', { phone: '555 0142' }), customerId: ana ?? null, lines: [line('1')] })
    const other = makeOrder(tx, { ...at('Dee', { street: 'Elsewhere 3' }), lines: [line('1')] })
    return { last, other }
  })
  const { flags, blocks } = book.read((db) => flagsOfOrder(db, last))
  expect(flags.map(({ rule, found, value }) => [rule, found, value])).toEqual([
    ['sameAddress', 3, 'Main St 1, 10115 Berlin'],
    ['sameContact', 3, '555 0142'],
    ['sameContact', 3, 'same@example.com'],
  ])
  expect(flags[0]?.orders.map(({ name }) => name)).toEqual(['Cy', 'Bo', 'Ana'])
  expect(blocks).toBe(false)
  expect(book.read((db) => flaggedAmong(db, [last, other]))).toEqual([
    { orderId: last, rules: ['sameAddress', 'sameContact'] },
  ])
})

test('what came long before or long after makes nothing odd; neither does a phone that is none', () => {
  const book = testBook()
  const [old, last] = book.write((tx) => {
    const order = (name: string, orderedOn: string) =>
      makeOrder(tx, { ...at(name, { phone: 'n/a' }), orderedOn, lines: [line('1')] })
    const first = order('Ana', '2024-01-01')
    for (const [index, name] of ['Bo', 'Cy', 'Dee'].entries()) order(name, `2026-03-0${index + 1}`)
    return [first, order('Eve', '2026-03-04')]
  })
  const rules = (id = 0) => book.read((db) => flagsOfOrder(db, id)).flags.map(({ rule, found }) => [rule, found])
  expect(rules(old)).toEqual([])
  expect(rules(last)).toEqual([['sameAddress', 4]])
})

test('a phone and an e-mail are the same however they are written', () => {
  const book = testBook()
  const last = book.write((tx) => {
    const people = [
      ['Ana', 'Ana.Doe+shop@gmail.com', '+49 (0)30 123 45-67'],
      ['Bo', 'anadoe@googlemail.com', ''],
      ['Cy', 'anadoe@example.com', '+49-30-1234567'],
      ['Dee', 'ANADOE@GMAIL.COM', '0049 30 1234567'],
    ] as const
    const orders = people.map(([name, email, phone]) =>
      makeOrder(tx, {
        ...at(name, { street: name }),
        customerId: makeCustomer(tx, name, { email, phone }),
        lines: [line('1')],
      }),
    )
    return orders.at(-1) ?? 0
  })
  const { flags } = book.read((db) => flagsOfOrder(db, last))
  expect(flags.map(({ found, orders }) => [found, orders.map(({ name }) => name)])).toEqual([
    [3, ['Dee', 'Cy', 'Ana']],
    [3, ['Dee', 'Bo', 'Ana']],
  ])
})

test('a first order, cancelled orders, a card from elsewhere; blocking only where the seller says so', () => {
  const book = testBook()
  const { first, third } = book.write((tx) => {
    for (let day = 1; day <= 6; day += 1) makeOrder(tx, { orderedOn: `2026-02-0${day}`, lines: [line('10')] })
    const ana = makeCustomer(tx, 'Ana')
    const first = makeOrder(tx, { customerId: ana, lines: [line('55')] })
    for (const status of ['cancelled', 'cancelled', 'cancelled'] as const)
      makeOrder(tx, { customerId: ana, status, lines: [line('1')] })
    const third = makeOrder(tx, { ...at('Ana'), customerId: ana, orderedOn: '2026-03-05', lines: [line('900')] })
    tx.run("UPDATE sales_orders SET card_country = 'US' WHERE id = ?", third)
    return { first, third }
  })
  const rules = (id: number) => book.read((db) => flagsOfOrder(db, id)).flags.map(({ rule }) => rule)
  expect(rules(first)).toEqual(['firstLarge', 'manyCancelled'])
  expect(rules(third)).toEqual(['cardCountry', 'manyCancelled'])
  expect(book.read((db) => blocksConfirm(db, third))).toEqual([])
  book.write((tx) => setSalesSetting(tx, 'flags', { blocks: true, manyCancelled: { isOn: false } }))
  expect(book.read((db) => blocksConfirm(db, third))).toEqual(['cardCountry'])
  book.write((tx) => clearFlags(tx, { id: third, cleared: true }))
  expect(book.read((db) => flagsOfOrder(db, third))).toMatchObject({ clearedOn: '2026-11-22', blocks: false })
  expect(book.read((db) => [blocksConfirm(db, third), flaggedAmong(db, [third])])).toEqual([[], []])
  book.write((tx) => clearFlags(tx, { id: third, cleared: false }))
  expect(book.read((db) => blocksConfirm(db, third))).toEqual(['cardCountry'])
})
