import { expect, test } from 'vitest'
import { lineColumns } from '#renderer/features/stock/line-columns.ts'
import { readArrival } from '#renderer/features/stock/read-arrival.ts'
import { splitByBatches } from '#renderer/features/stock/split-batches.ts'
import { newStockForm, newStockLine } from '#renderer/features/stock/stock-form-values.ts'
import { asDay } from '#shared/dates.ts'

const line = newStockLine('k', { product: { id: 7, name: 'HP-7' }, tracking: 'batch', quantity: '50' })
const batch = (batchId: number, quantity: number) => ({
  batchId,
  code: `L-${batchId}`,
  expiresOn: null,
  onHand: 99,
  quantity,
})

test('a line is split over the batches that go, and what none has stays without one', () => {
  const split = splitByBatches(line, { batches: [batch(1, 30), batch(2, 15)], missing: 5 })
  expect(split.map(({ batch: code, batchId, quantity }) => [code, batchId, quantity])).toEqual([
    ['L-1', 1, '30'],
    ['L-2', 2, '15'],
    ['', null, '5'],
  ])
  expect(new Set(split.map(({ key }) => key)).size).toBe(3)
  expect(splitByBatches(line, { batches: [], missing: 50 })).toEqual([line])
})

const words = {
  productId: 7,
  sku: 'HP-7',
  name: '',
  nameZh: '',
  unit: 'pcs',
  batchId: null,
  batch: '',
  sent: 9,
  arrived: 0,
}
const open = [
  { ...words, movementId: 1, settled: 0, open: 9 },
  { ...words, movementId: 2, settled: 0, open: 4 },
]
const arrival = (first: string, second: string, on = '2026-03-01') =>
  readArrival(open, { on, entries: { 1: { quantity: first, binId: null }, 2: { quantity: second, binId: '6' } } })

test('what arrived: lines left empty stay on their way', () => {
  expect(arrival('7', '').lines).toEqual([{ movementId: 1, quantity: 7, binId: null }])
  expect(arrival('9', '4').lines).toHaveLength(2)
  expect(arrival('9', '4').lines[1]).toEqual({ movementId: 2, quantity: 4, binId: 6 })
})

test('more than is on its way, less than nothing, or nothing at all is said beside its line', () => {
  expect(arrival('10', '1').problems).toEqual({ 'lines.0.quantity': 'too_big' })
  expect(arrival('1', '-1').problems).toEqual({ 'lines.1.quantity': 'negative' })
  expect(arrival('', '').problems).toEqual({ 'lines.0.quantity': 'required' })
  expect(arrival('1', '1', 'today').problems).toEqual({ on: 'day' })
})

test('lines have the columns that their document, places and products need', () => {
  const places = [
    { value: '1', label: 'Main', isSellable: true, bins: [{ value: '6', label: 'A1' }] },
    { value: '9', label: 'FBA', isSellable: true, bins: [{ value: '8', label: 'B1' }] },
  ]
  const form = { ...newStockForm(asDay('2026-03-01'), 'USD'), toWarehouseId: '9', lines: [line] }
  expect(lineColumns('receipt', form, places)).toMatchObject({
    hasBatch: true,
    hasExpiry: true,
    currency: 'USD',
    from: null,
  })
  expect(lineColumns('issue', form, places)).toMatchObject({
    hasExpiry: false,
    currency: null,
    showsStock: true,
    from: '1',
  })
  expect(lineColumns('transfer', form, places).toBins).toEqual([])
  expect(lineColumns('transfer', { ...form, isDirect: true }, places).toBins).toHaveLength(1)
  expect(lineColumns('issue', { ...form, lines: [newStockLine('a')] }, places).hasBatch).toBe(false)
  expect(lineColumns('customer_return', form, places)).toMatchObject({ origin: 'issue', hasCondition: true })
})
