import { expect, test } from 'vitest'
import { receiveGoods } from '#main/services/stock/receive-goods.ts'
import { framedStockIds, listFramedStock, takeFrame } from '#main/services/stock/stock-frame.ts'
import { type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { receiveInput } from '#shared/schemas/stock-postings.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const made = book.write((tx) => {
  const [a, b, c] = ['A', 'B', 'C'].map((sku) => makeProduct(tx, { sku })) as [number, number, number]
  tx.run('UPDATE products SET reorder_milli = 5000 WHERE id = ?', b)
  const fba = tx.insert('warehouses', { name: 'FBA', kind: 'marketplace' })
  const receive = (warehouseId: number, on: string, lines: object[]) =>
    receiveGoods(tx, receiveInput.parse({ warehouseId, on, lines }))
  receive(1, '2026-01-05', [
    { productId: a, quantity: 10 },
    { productId: b, quantity: 3 },
  ])
  receive(fba, '2026-02-05', [{ productId: a, quantity: 4.5 }])
  return { a, b, c, fba }
})

const list = (query: ListQuery) => book.read((db) => listFramedStock(db, listInput.parse(query)))
const is = (column: string, value: string | number) => ({ column, op: 'is' as const, values: [value] })
const asOf = (day: string) => ({ column: 'asOf', op: 'atMost' as const, values: [day] })

test('all places: on hand, what lies in each, and how it stands', () => {
  const { rows } = list({})
  expect(rows.map(({ sku, onHand, state, places }) => ({ sku, onHand, state, places }))).toEqual([
    { sku: 'A', onHand: 14.5, state: 'there', places: { 1: 10, [made.fba]: 4.5 } },
    { sku: 'B', onHand: 3, state: 'low', places: { 1: 3 } },
    { sku: 'C', onHand: null, state: 'never', places: {} },
  ])
})

test('one place, and the end of a day, stand among the filters', () => {
  expect(list({ filters: [is('place', made.fba)] }).rows.map(({ onHand }) => onHand)).toEqual([4.5, null, null])
  const earlier = list({ filters: [asOf('2026-01-31')] }).rows
  expect(earlier.map(({ onHand, places }) => [onHand, places])).toEqual([
    [10, { 1: 10 }],
    [3, { 1: 3 }],
    [null, {}],
  ])
  expect(list({ filters: [asOf('2025-12-31')] }).rows.every(({ state }) => state === 'never')).toBe(true)
})

test('state and places filter and sort like any column', () => {
  expect(list({ filters: [is('state', 'low')] }).rows.map(({ sku }) => sku)).toEqual(['B'])
  expect(list({ filters: [is('state', 'there'), asOf('2026-01-31')] }).rows.map(({ sku }) => sku)).toEqual(['A'])
  const key = `place_${made.fba}`
  expect(list({ filters: [{ column: key, op: 'atLeast', values: [1] }] }).rows.map(({ sku }) => sku)).toEqual(['A'])
  expect(list({ sort: [{ column: 'place_1', direction: 'desc' }], limit: 1 }).rows[0]?.sku).toBe('A')
})

test('every state in the list is the one that its filter finds', () => {
  for (const { id, state } of list({}).rows) {
    expect(list({ filters: [is('state', state)] }).rows.map((row) => row.id)).toContain(id)
  }
})

test('an export finds the same rows', () => {
  const query = listInput.parse({ filters: [is('place', made.fba), is('state', 'there')] })
  expect(book.read((db) => framedStockIds(db, query))).toEqual([made.a])
})

test('what is no place or day frames nothing', () => {
  const odd = listInput.parse({ filters: [is('place', 'x'), asOf('soon')] })
  expect(takeFrame(odd)).toEqual({ frame: { warehouseId: null, on: null }, query: { ...odd, filters: [] } })
})
