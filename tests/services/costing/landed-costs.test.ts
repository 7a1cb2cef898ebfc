import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { landedCostsOf } from '#main/services/costing/landed-cost-queries.ts'
import { postLandedCost, previewLandedCost, reverseLandedCost } from '#main/services/costing/landed-costs.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import type { Id } from '#shared/ids.ts'
import { landedCostInput } from '#shared/schemas/costing.ts'
import { ledgerBook } from '#tests/support/ledger-book.ts'
import { makeProduct } from '#tests/support/records.ts'

const receiptIn = (tx: WriteTx) =>
  tx.insert('stock_documents', { kind: 'receipt', number: 'GR-1', moved_on: '2026-01-05', warehouse_id: 1 })

function received(method: 'fifo' | 'average' = 'fifo') {
  const all = ledgerBook(method)
  const { book, mug, post } = all
  const cup = book.write((tx) => makeProduct(tx, { sku: 'CUP' }))
  const document = book.write(receiptIn)
  const movements = post(
    { qty: 10, on: '2026-01-05', value: 1000, documentId: document },
    { qty: 30, on: '2026-01-05', value: 3000, productId: cup, documentId: document },
  )
  post({ qty: -4, on: '2026-01-10' })
  const charge = (more: object = {}) =>
    landedCostInput.parse({
      ...{
        documentId: document,
        on: '2026-01-20',
        kind: 'freight',
        splitBy: 'value',
        amount: '10.00',
        currency: 'USD',
      },
      ...more,
    })
  return { ...all, cup, mug, document, movements, charge }
}

describe('a charge', () => {
  test.each(['fifo', 'average'] as const)('divides between what is left and what is gone (%s)', (method) => {
    const { book, document, movements, charge, balances, values, problems } = received(method)
    expect(book.read((db) => previewLandedCost(db, charge()))).toMatchObject({
      baseAmount: '10.00',
      toStock: '9.00',
      toSold: '1.00',
      shares: [
        { sku: 'MUG', amount: '2.50', toStock: '1.50', toSold: '1.00' },
        { sku: 'CUP', amount: '7.50', toStock: '7.50', toSold: '0.00' },
      ],
    })
    const { id } = book.write((tx) => postLandedCost(tx, charge()))
    expect(balances().map((row) => row[2])).toEqual([750, 3750])
    expect(values()).toContainEqual([movements[0], 'landed_cost', '2026-01-20', 250, 0])
    expect(problems()).toEqual([])
    expect(book.read((db) => landedCostsOf(db, document))).toMatchObject([
      { id, amount: '10.00', baseAmount: '10.00', isWaiting: false, shares: [{ amount: '2.50' }, { amount: '7.50' }] },
    ])
  })

  test('takes no more away than the goods cost, with the credits before it', () => {
    const { book, charge } = received()
    const credit = (amount: string) => book.write((tx) => postLandedCost(tx, charge({ amount })))
    expect(() => credit('-40.04')).toThrow('costing/credit-too-large')
    credit('-30.00')
    expect(() => credit('-10.04')).toThrow('costing/credit-too-large')
    credit('-10.00')
  })

  test('is taken back by its opposite, once', () => {
    const { book, document, charge, balances, problems } = received()
    const { id } = book.write((tx) => postLandedCost(tx, charge()))
    book.write((tx) => reverseLandedCost(tx, { id }))
    expect(balances().map((row) => row[2])).toEqual([600, 3000])
    expect(problems()).toEqual([])
    expect(() => book.write((tx) => reverseLandedCost(tx, { id }))).toThrow('costing/charge-reversed')
    expect(book.read((db) => landedCostsOf(db, document)).map(({ amount }) => amount)).toEqual(['10.00', '-10.00'])
  })

  test('is undone, and done again', () => {
    const { book, charge, balances, problems } = received()
    const done = book.writer.write('test', null, (tx) => postLandedCost(tx, charge()))
    const undone = book.writer.write('test', null, (tx) => undoOperation(tx, done.operationId ?? 0))
    expect(balances().map((row) => row[2])).toEqual([600, 3000])
    book.write((tx) => undoOperation(tx, undone.operationId ?? 0))
    expect(balances().map((row) => row[2])).toEqual([750, 3750])
    expect(problems()).toEqual([])
  })

  test('keeps the rate of its own day', () => {
    const { book, document, charge } = received()
    expect(() => book.write((tx) => postLandedCost(tx, charge({ currency: 'EUR' })))).toThrow('stock/no-rate')
    book.write((tx) => postLandedCost(tx, charge({ currency: 'EUR', rate: '1.1' })))
    expect(book.read((db) => landedCostsOf(db, document))).toMatchObject([
      { amount: '10.00', currency: 'EUR', rate: '1.1', baseAmount: '11.00' },
    ])
  })

  test('by hand has a part for every line, and the parts are the charge', () => {
    const { book, movements, charge, balances } = received()
    const parts = (...amounts: string[]) => amounts.map((amount, at) => ({ movementId: movements[at] as Id, amount }))
    const post = (...amounts: string[]) =>
      book.write((tx) => postLandedCost(tx, charge({ splitBy: 'by_hand', parts: parts(...amounts) })))
    expect(() => post('10.00')).toThrow('costing/part-missing')
    expect(() => post('5.00', '4.00')).toThrow('costing/parts-differ')
    post('0.00', '10.00')
    expect(balances().map((row) => row[2])).toEqual([600, 4000])
  })

  test('asks for the weight of the product that has none', () => {
    const { book, cup, mug, charge } = received()
    const post = () => book.write((tx) => postLandedCost(tx, charge({ splitBy: 'weight' })))
    book.write((tx) => tx.update('products', mug, { gross_weight_grams: 100 }))
    expect(post).toThrow('CUP')
    book.write((tx) => tx.update('products', cup, { gross_weight_grams: 300 }))
    post()
    expect(book.read((db) => db.raw('SELECT base_minor FROM landed_cost_shares ORDER BY id'))).toEqual([[100], [900]])
  })

  test('on goods whose cost nobody knows waits for it', () => {
    const { book, post, problems } = ledgerBook('fifo')
    const document = book.write(receiptIn)
    post({ qty: 10, on: '2026-01-05', documentId: document })
    const input = landedCostInput.parse({
      ...{ documentId: document, on: '2026-01-20', kind: 'duty', splitBy: 'quantity', amount: '10', currency: 'USD' },
    })
    expect(book.read((db) => previewLandedCost(db, input))).toMatchObject({ toStock: null, toSold: null })
    book.write((tx) => postLandedCost(tx, input))
    expect(book.read((db) => landedCostsOf(db, document))).toMatchObject([{ isWaiting: true }])
    expect(problems()).toEqual([])
  })
})
