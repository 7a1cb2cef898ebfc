// Goods that come back and go back, kits put together and taken apart, stock set right.
import { describe, expect, test } from 'vitest'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { returnables } from '#main/services/stock/returnables.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import type { Id } from '#shared/ids.ts'
import { makeProduct } from '#tests/support/records.ts'
import { failureOf, main, type StockBook, stockBook } from './stock-book.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

function soldBook(): StockBook & { receipt: Id; issue: Id } {
  const book = stockBook()
  const lines = [{ productId: book.mug, quantity: 10, unitCost: usd('2') }]
  const receipt = book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId: main, lines } })
  const sold = [{ productId: book.mug, quantity: 6 }]
  const issue = book.post({ kind: 'issue', input: { on: '2026-03-05', warehouseId: main, lines: sold } })
  const lineOf = (id: Id) => book.read((db) => getDocument(db, id)).lines[0]?.movementId ?? 0
  return { ...book, receipt: lineOf(receipt.id), issue: lineOf(issue.id) }
}

const back = (book: ReturnType<typeof soldBook>, line: object, more: object = {}) =>
  book.post({
    kind: 'returnFromCustomer',
    input: {
      on: '2026-03-08',
      warehouseId: main,
      lines: [{ productId: book.mug, quantity: 1, originId: book.issue, ...line }],
      ...more,
    },
  })

describe('a customer return', () => {
  test('to stock comes in at the cost at which it left', () => {
    const book = soldBook()
    const { id, number } = back(book, { quantity: 2 })
    expect(number).toBe('CR-2026-0001')
    expect(book.onHand(book.mug, main)).toBe(6)
    expect(book.read((db) => getDocument(db, id)).lines).toMatchObject([
      { quantity: 2, reason: 'stock', value: '4.00' },
    ])
    expect(book.problems()).toEqual([])
  })

  test('of second quality lies apart and is not available', () => {
    const book = soldBook()
    expect(() => back(book, { condition: 'second' })).toThrow('stock/second-place')
    expect(() => back(book, { condition: 'second' }, { secondWarehouseId: book.yard })).toThrow('stock/second-place')
    back(book, { condition: 'second' }, { secondWarehouseId: book.seconds })
    expect(book.onHand(book.mug, book.seconds)).toBe(1)
    expect(book.read((db) => stockLevels(db, book.mug))).toMatchObject({ onHand: 5, available: 4 })
  })

  test('to scrap comes in and goes out at once', () => {
    const book = soldBook()
    const { id } = back(book, { condition: 'scrap' })
    expect(book.onHand(book.mug, main)).toBe(4)
    expect(book.read((db) => getDocument(db, id)).lines).toMatchObject([
      { kind: 'customer_return', quantity: 1, value: '2.00' },
      { kind: 'adjustment', reason: 'scrap', quantity: -1, value: '-2.00' },
    ])
  })

  test('is never more than was issued, and what was taken back may come again', () => {
    const book = soldBook()
    const { id } = back(book, { quantity: 4 })
    expect(failureOf(() => back(book, { quantity: 3 }))).toMatchObject({
      code: 'stock/more-than-moved',
      details: { asked: 3, open: 2 },
    })
    const open = () =>
      book.read((db) => returnables(db, { productId: book.mug, kind: 'issue', partyId: null })).map((one) => one.open)
    expect(open()).toEqual([2])
    book.post({ kind: 'reverse', input: { documentId: id } })
    expect(open()).toEqual([6])
    back(book, { quantity: 6 })
    expect(open()).toEqual([])
  })

  test('stands on its issue: that is taken back last', () => {
    const book = soldBook()
    const { number } = back(book, {})
    const reverse = () => book.post({ kind: 'reverse', input: { movementIds: [book.issue] } })
    expect(failureOf(reverse)).toMatchObject({ code: 'stock/has-followers', details: { number } })
  })
})

test('goods go back to the supplier at what they cost', () => {
  const book = soldBook()
  const lines = [{ productId: book.mug, quantity: 3, originId: book.receipt }]
  const { id, number } = book.post({ kind: 'returnToSupplier', input: { on: '2026-03-08', warehouseId: main, lines } })
  expect(number).toBe('SR-2026-0001')
  expect(book.read((db) => getDocument(db, id)).lines).toMatchObject([{ quantity: -3, value: '-6.00' }])
  expect(book.onHand(book.mug, main)).toBe(1)
})

test('nothing comes back before it was issued, or goes back before it was received', () => {
  const book = soldBook()
  const early = () => back(book, {}, { on: '2026-03-04' })
  expect(failureOf(early)).toMatchObject({ code: 'stock/before-origin', details: { origin: '2026-03-05' } })
  const more = [{ productId: book.mug, quantity: 5 }]
  book.post({ kind: 'receive', input: { on: '2026-02-01', warehouseId: main, lines: more } })
  const lines = [{ productId: book.mug, quantity: 1, originId: book.receipt }]
  const sendBack = () => book.post({ kind: 'returnToSupplier', input: { on: '2026-02-10', warehouseId: main, lines } })
  expect(failureOf(sendBack)).toMatchObject({ code: 'stock/before-origin', details: { origin: '2026-03-01' } })
})

describe('an adjustment', () => {
  test('goes both ways, for a reason', () => {
    const book = soldBook()
    const adjust = (quantity: number, reason: 'found' | 'damaged') =>
      book.post({
        kind: 'adjust',
        input: { on: '2026-03-08', warehouseId: main, reason, lines: [{ productId: book.mug, quantity }] },
      })
    expect(adjust(2, 'found').number).toBe('AD-2026-0001')
    adjust(-5, 'damaged')
    expect(book.onHand(book.mug, main)).toBe(1)
    expect(() => adjust(-2, 'damaged')).toThrow('stock/insufficient')
  })
})

describe('a kit', () => {
  function kitBook() {
    const book = stockBook()
    const lid = book.write((tx) => makeProduct(tx, { sku: 'LID', cost: usd('1') }))
    const kitParts = [
      { partId: book.mug, quantity: 1 },
      { partId: lid, quantity: 2 },
    ]
    const kit = book.write((tx) => makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts }))
    const lines = [
      { productId: book.mug, quantity: 10, unitCost: usd('3') },
      { productId: lid, quantity: 10, unitCost: usd('0.5') },
    ]
    book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId: main, lines } })
    const assemble = (quantity: number, isTakingApart = false) =>
      book.post({
        kind: 'assemble',
        input: { on: '2026-03-05', warehouseId: main, kitId: kit, quantity, isTakingApart },
      })
    const values = (id: Id) => book.read((db) => getDocument(db, id)).lines.map(({ value }) => value)
    return { ...book, lid, kit, assemble, values }
  }

  test('is put together out of its parts, worth what they were', () => {
    const book = kitBook()
    const { id, number } = book.assemble(4)
    expect(number).toBe('AS-2026-0001')
    expect([book.mug, book.lid, book.kit].map((product) => book.onHand(product, main))).toEqual([6, 2, 4])
    expect(book.values(id)).toEqual(['-12.00', '-4.00', '16.00'])
    expect(() => book.assemble(2)).toThrow('stock/insufficient')
    expect(book.problems()).toEqual([])
  })

  test('is taken apart again, its value going to its parts', () => {
    const book = kitBook()
    book.assemble(4)
    const { id } = book.assemble(2, true)
    expect([book.mug, book.lid, book.kit].map((product) => book.onHand(product, main))).toEqual([8, 6, 2])
    const [kit, ...parts] = book.values(id)
    expect(kit).toBe('-8.00')
    expect(parts.reduce((sum, value) => sum + Number(value), 0)).toBe(8)
    expect(book.problems()).toEqual([])
  })

  test('is taken back as a whole, whichever movement is named', () => {
    const book = kitBook()
    const { id } = book.assemble(4)
    const [line] = book.read((db) => getDocument(db, id)).lines
    book.post({ kind: 'reverse', input: { movementIds: [line?.movementId ?? 0] } })
    expect([book.mug, book.lid, book.kit].map((product) => book.onHand(product, main))).toEqual([10, 10, 0])
    expect(book.problems()).toEqual([])
  })

  test('needs parts', () => {
    const book = kitBook()
    const input = { on: '2026-03-05', warehouseId: main, kitId: book.mug, quantity: 1 }
    expect(() => book.post({ kind: 'assemble', input })).toThrow('stock/not-a-kit')
  })
})

describe('a closed period', () => {
  test('keeps its documents: they are taken back on the first open day', () => {
    const book = soldBook()
    book.write((tx) => tx.insert('period_closings', { through_on: '2026-03-31' }))
    book.post({ kind: 'reverse', input: { movementIds: [book.issue] } })
    expect(book.onHand(book.mug, main, '2026-03-31')).toBe(4)
    expect(book.onHand(book.mug, main, '2026-04-01')).toBe(10)
  })
})
