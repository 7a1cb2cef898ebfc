import { describe, expect, test } from 'vitest'
import { type FormKind, formKinds, readNewDocument } from '#renderer/features/stock/form-kinds.ts'
import {
  inFormWords,
  isBlankLine,
  lineCost,
  newStockForm,
  newStockLine,
  readStockForm,
  type StockForm,
  type StockLineForm,
} from '#renderer/features/stock/stock-form-values.ts'
import { asDay } from '#shared/dates.ts'

const line = (changes: Partial<StockLineForm> = {}): StockLineForm =>
  newStockLine('k', { product: { id: 7, name: 'HP-7' }, unit: 'pcs', quantity: '10', ...changes })
const form = (changes: Partial<StockForm> = {}): StockForm => ({
  ...newStockForm(asDay('2026-03-01'), 'USD'),
  lines: [line()],
  ...changes,
})
const read = (kind: FormKind, changes: Partial<StockForm> = {}) => readStockForm(kind, form(changes), 'USD')
const problemsOf = (kind: FormKind, changes: Partial<StockForm> = {}) => {
  const reading = read(kind, changes)
  return reading.ok ? {} : reading.problems
}
const inputOf = (kind: FormKind, changes: Partial<StockForm> = {}) => {
  const reading = read(kind, changes)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.value as { kind: string; input: Record<string, unknown> & { lines: Record<string, unknown>[] } }
}

/** What each kind needs beside a line. */
const needed: Readonly<Record<FormKind, Partial<StockForm>>> = {
  receipt: {},
  issue: {},
  transfer: { toWarehouseId: '9' },
  adjustment: { reason: 'found' },
  customer_return: {},
  supplier_return: {},
  assembly: { kit: newStockLine('kit', { product: { id: 8, name: 'KIT' }, quantity: '2' }) },
}

describe('what travels of a document', () => {
  test.each(formKinds)('%s: read as the book takes it', (kind) => {
    const { input } = inputOf(kind, needed[kind])
    expect(input).toMatchObject({ warehouseId: 1, on: '2026-03-01' })
    expect(kind === 'assembly' ? input.parts : input.lines).toMatchObject([{ productId: 7, quantity: 10 }])
  })

  test('a cost in another currency goes with the rate that was typed; an empty one is not known', () => {
    const cost = (changes: Partial<StockForm>) => inputOf('receipt', changes).input.lines[0]
    const lines = [line({ unitCost: '1,250.50' })]
    expect(cost({ lines, currency: 'CNY', rate: '0.14' })).toMatchObject({
      unitCost: { amount: '1250.50', currency: 'CNY' },
      rate: '0.14',
    })
    expect(cost({ lines, rate: '0.14' })).toMatchObject({ unitCost: { currency: 'USD' }, rate: '' })
    expect(cost({})).toMatchObject({ unitCost: null })
  })

  test('what an adjustment takes away carries no cost', () => {
    const { input } = inputOf('adjustment', { reason: 'lost', lines: [line({ quantity: '-3', unitCost: '2' })] })
    expect(input.lines).toMatchObject([{ quantity: -3, unitCost: null }])
  })

  test('blank lines stay behind, and problems name the line as the form has it', () => {
    const lines = [newStockLine('a'), newStockLine('b'), line({ quantity: '' }), line({ product: null })]
    expect(lines.map(isBlankLine)).toEqual([true, true, false, false])
    expect(problemsOf('issue', { lines })).toMatchObject({
      'lines.2.quantity': 'required',
      'lines.3.product': 'required',
    })
    expect(problemsOf('issue', { lines: [newStockLine('a')] })).toEqual({ 'lines.0.product': 'required' })
  })

  test('each kind asks for what it cannot do without', () => {
    expect(problemsOf('transfer')).toHaveProperty('toWarehouseId')
    expect(problemsOf('adjustment')).toHaveProperty('reason')
    expect(problemsOf('assembly')).toMatchObject({ 'kit.product': 'required', 'kit.quantity': 'required' })
    expect(problemsOf('issue', { lines: [line({ quantity: '0' })] })).toHaveProperty(['lines.0.quantity'])
    expect(problemsOf('receipt', { on: '1. March' })).toHaveProperty('on')
  })
})

describe('batches and serial numbers', () => {
  const tracked = (changes: Partial<StockLineForm>) => [line({ tracking: 'batch', ...changes })]

  test('goods that come in may bring a new one', () => {
    const { input } = inputOf('receipt', { lines: tracked({ batch: ' L-1 ', expiresOn: '2027/2/1' }) })
    expect(input.lines[0]?.batch).toMatchObject({ code: 'L-1', expiresOn: '2027-02-01' })
    expect(inputOf('receipt', { lines: tracked({ batch: 'L-1', batchId: 5 }) }).input.lines[0]?.batch).toEqual({
      id: 5,
    })
  })

  test('goods that leave need one that is there', () => {
    expect(inputOf('issue', { lines: tracked({ batch: 'L-1', batchId: 5 }) }).input.lines[0]).toMatchObject({
      batchId: 5,
    })
    expect(problemsOf('issue', { lines: tracked({ batch: 'L-9' }) })).toEqual({ 'lines.0.batch': 'invalid_value' })
    expect(problemsOf('issue', { lines: tracked({}) })).toEqual({ 'lines.0.batch': 'required' })
    const less = tracked({ batch: 'L-9', quantity: '-1' })
    expect(problemsOf('adjustment', { reason: 'lost', lines: less })).toEqual({ 'lines.0.batch': 'invalid_value' })
  })

  test('what comes back by its issue has the batch of that issue', () => {
    expect(problemsOf('customer_return', { lines: tracked({ originId: '33' }) })).toEqual({})
    expect(inputOf('customer_return', { lines: tracked({ originId: '33' }) }).input.lines[0]).toMatchObject({
      originId: 33,
      batch: null,
    })
  })

  test('a product without batches sends none, whatever the line held before', () => {
    expect(inputOf('issue', { lines: [line({ batch: 'L-1', batchId: 5 })] }).input.lines[0]?.batchId).toBeNull()
  })
})

test('problems of what travels are said beside the fields of the form', () => {
  const problems = {
    'input.lines.0.productId': 'a',
    'input.parts.1.quantity': 'b',
    'input.lines.1.unitCost.amount': 'c',
  }
  expect(inFormWords(problems, [2, 4])).toEqual({
    'lines.2.product': 'a',
    'lines.4.quantity': 'b',
    'lines.4.unitCost': 'c',
  })
  expect(inFormWords({ kitId: 'a', quantity: 'b', partyId: 'c', orderId: 'd', 'lines.0.rate': 'e' }, [])).toEqual({
    'kit.product': 'a',
    'kit.quantity': 'b',
    party: 'c',
    order: 'd',
    rate: 'e',
  })
})

test('a line’s cost is what posting will fix, and nothing while something in it is no number', () => {
  expect(lineCost(line({ quantity: '3', unitCost: '0.335' }), 'USD')).toBe('1.01')
  expect(lineCost(line({ unitCost: '12,5' }), 'USD')).toBeNull()
  expect(lineCost(line({ quantity: '', unitCost: '1' }), 'USD')).toBeNull()
  expect(lineCost(line({ unitCost: '99999999999999', quantity: '999999999' }), 'USD')).toBeNull()
})

test('an address says what is written and of what; what is not understood is left out', () => {
  expect(readNewDocument({ kind: 'issue', product: '5', order: 0, warehouse: 'x' })).toEqual({
    kind: 'issue',
    product: 5,
  })
  expect(readNewDocument({ kind: 'count' })).toEqual({})
})
