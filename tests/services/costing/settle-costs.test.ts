import { describe, expect, test } from 'vitest'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { ledgerBook } from '#tests/support/ledger-book.ts'
import { makeProduct } from '#tests/support/records.ts'

describe('FIFO', () => {
  test('issues take the oldest layers, and what is left is worth the rest', () => {
    const { post, balances, values, problems } = ledgerBook('fifo')
    const [first] = post({ qty: 10, on: '2026-01-01', value: 1000 })
    post({ qty: 10, on: '2026-01-02', value: 2000 })
    const [issue] = post({ qty: -15, on: '2026-01-03' })
    expect(balances()).toEqual([[1, 5, 1000, 0]])
    expect(values()).toContainEqual([issue, 'movement', '2026-01-03', -2000, 0])
    expect(values()).toContainEqual([first, 'movement', '2026-01-01', 1000, 0])
    expect(problems()).toEqual([])
  })

  test('a back-dated receipt changes what later issues cost', () => {
    const { post, balances, values, problems } = ledgerBook('fifo')
    post({ qty: 10, on: '2026-01-02', value: 2000 })
    const [issue] = post({ qty: -5, on: '2026-01-03' })
    post({ qty: 10, on: '2026-01-01', value: 1000 })
    expect(values()).toContainEqual([issue, 'movement', '2026-01-03', -500, 0])
    expect(balances()).toEqual([[1, 15, 2500, 0]])
    expect(problems()).toEqual([])
  })
})

describe('moving average', () => {
  test('issues leave at the average of their day', () => {
    const { post, balances, problems } = ledgerBook('average')
    post({ qty: 10, on: '2026-01-01', value: 1000 })
    post({ qty: 10, on: '2026-01-02', value: 2000 })
    post({ qty: -15, on: '2026-01-03' })
    expect(balances()).toEqual([[1, 5, 750, 0]])
    expect(problems()).toEqual([])
  })

  test('goods without a cost stay without one, and say so', () => {
    const { post, balances, problems } = ledgerBook('average')
    post({ qty: 10, on: '2026-01-01' })
    expect(balances()).toEqual([[1, 10, null, 10]])
    post({ qty: 10, on: '2026-01-02', value: 2000 })
    post({ qty: -10, on: '2026-01-03' })
    expect(balances()).toEqual([[1, 10, 1000, 5]])
    expect(problems()).toEqual([])
  })
})

test('a transfer carries its cost over, on the road too', () => {
  const { book, post, balances, problems } = ledgerBook('fifo')
  const place = book.write((tx) => tx.insert('warehouses', { name: 'B' }))
  post({ qty: 10, on: '2026-01-01', value: 999 })
  const [out] = post({ qty: -4, on: '2026-01-02', kind: 'transfer' })
  const [transit] = post({ qty: 4, on: '2026-01-02', kind: 'transfer', warehouseId: 2, originId: out ?? 0 })
  const [gone] = post({ qty: -3, on: '2026-01-09', kind: 'transfer', warehouseId: 2, originId: transit ?? 0 })
  post({ qty: 3, on: '2026-01-09', kind: 'transfer', warehouseId: place, originId: gone ?? 0 })
  expect(balances()).toEqual([
    [1, 6, 599, 0],
    [2, 1, 100, 0],
    [place, 3, 300, 0],
  ])
  expect(problems()).toEqual([])
})

test('the method of the book changes all costs at once', () => {
  const { book, post, balances, problems } = ledgerBook('fifo')
  post({ qty: 10, on: '2026-01-01', value: 1000 })
  post({ qty: 10, on: '2026-01-02', value: 2000 })
  post({ qty: -15, on: '2026-01-03' })
  book.write((tx) => {
    tx.update('books', 1, { cost_method: 'average' })
    settleCosts(tx, { products: 'all' })
  })
  expect(balances()).toEqual([[1, 5, 750, 0]])
  expect(problems()).toEqual([])
})

describe('kits', () => {
  test('cost what their parts cost, whatever is settled first, and later costs of parts go over', () => {
    const { book, mug, post, problems } = ledgerBook('fifo')
    const kit = book.write((tx) => makeProduct(tx, { sku: 'KIT' }))
    const document = book.write((tx) =>
      tx.insert('stock_documents', { kind: 'assembly', number: 'AS-1', moved_on: '2026-01-02', warehouse_id: 1 }),
    )
    const [receipt] = post({ qty: 10, on: '2026-01-01', value: 1000 })
    post(
      { qty: 2, on: '2026-01-02', kind: 'assembly', productId: kit, documentId: document },
      { qty: -4, on: '2026-01-02', kind: 'assembly', productId: mug, documentId: document },
    )
    const worth = () =>
      book.read((db) => db.raw('SELECT product_id, value_minor FROM stock_balances ORDER BY product_id'))
    expect(worth()).toEqual([
      [mug, 600],
      [kit, 400],
    ])
    expect(problems()).toEqual([])
    book.write((tx) => {
      const charge = tx.insert('landed_costs', {
        ...{ document_id: document, posted_on: '2026-01-05', kind: 'freight', split_by: 'value', amount_minor: 100 },
        ...{ currency: 'USD', rate: '1', rate_on: '2026-01-05', base_minor: 100 },
      })
      tx.insert('landed_cost_shares', { landed_cost_id: charge, movement_id: receipt ?? 0, base_minor: 100 })
      settleCosts(tx, { products: [mug] })
    })
    expect(worth()).toEqual([
      [mug, 660],
      [kit, 440],
    ])
    expect(problems()).toEqual([])
  })
})
