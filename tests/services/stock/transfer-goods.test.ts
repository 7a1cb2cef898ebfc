// Goods between two places: in transit until they arrive, short arrivals as differences, and the whole taken back.
import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import type { Id } from '#shared/ids.ts'
import { stockPosting } from '#shared/schemas/stock-postings.ts'
import { failureOf, main, type StockBook, stockBook } from './stock-book.ts'

const transit: Id = 2

function withStock(): StockBook {
  const book = stockBook()
  const lines = [{ productId: book.mug, quantity: 10, unitCost: { amount: '2', currency: 'USD' } }]
  book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId: main, lines } })
  return book
}

const sent = (book: StockBook, quantity: number, more: object = {}) =>
  book.post({
    kind: 'transfer',
    input: {
      on: '2026-03-05',
      warehouseId: main,
      toWarehouseId: book.yard,
      lines: [{ productId: book.mug, quantity }],
      ...more,
    },
  })
const document = (book: StockBook, id: Id) => book.read((db) => getDocument(db, id))
const lying = (book: StockBook) => [main, transit, book.yard].map((place) => book.onHand(book.mug, place))

describe('a transfer', () => {
  test('leaves one place, is in transit, and arrives in the other, worth what it was', () => {
    const book = withStock()
    const { id, number } = sent(book, 6)
    expect(number).toBe('TR-2026-0001')
    expect(lying(book)).toEqual([4, 6, 0])
    expect(document(book, id)).toMatchObject({ state: 'in_transit', transit: [{ sent: 6, arrived: 0, open: 6 }] })
    expect(book.read((db) => stockLevels(db, book.mug))).toMatchObject({ onHand: 4, inTransit: 6, available: 4 })
    book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-20' } })
    expect(lying(book)).toEqual([4, 0, 6])
    expect(document(book, id)).toMatchObject({
      state: 'arrived',
      lines: [
        { warehouseId: main, quantity: -6, on: '2026-03-05', value: '-12.00' },
        { warehouseId: book.yard, quantity: 6, on: '2026-03-20', value: '12.00' },
      ],
      transit: [{ sent: 6, arrived: 6, open: 0 }],
    })
    const { warehouses } = book.read((db) => stockLevels(db, book.mug))
    expect(warehouses.map(({ value }) => value)).toEqual(['8.00', '0.00', '12.00'])
    expect(book.problems()).toEqual([])
  })

  test('in one step is there the same day', () => {
    const book = withStock()
    const { id } = sent(book, 6, { isDirect: true })
    expect(lying(book)).toEqual([4, 0, 6])
    expect(document(book, id).state).toBe('arrived')
  })

  test('that arrives short stays in transit until it is settled', () => {
    const book = withStock()
    const { id } = sent(book, 6)
    const [{ movementId = 0 } = {}] = document(book, id).transit
    const arrive = (quantity: number) =>
      book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-20', lines: [{ movementId, quantity }] } })
    arrive(4)
    expect(lying(book)).toEqual([4, 2, 4])
    expect(document(book, id)).toMatchObject({ state: 'part_arrived', transit: [{ arrived: 4, open: 2 }] })
    expect(failureOf(() => arrive(3))).toMatchObject({
      code: 'stock/more-than-in-transit',
      details: { asked: 3, open: 2 },
    })
    arrive(1)
    book.post({ kind: 'settleTransit', input: { documentId: id, on: '2026-04-01', reason: 'lost' } })
    expect(lying(book)).toEqual([4, 0, 5])
    expect(document(book, id)).toMatchObject({ state: 'arrived', transit: [{ arrived: 5, settled: 1, open: 0 }] })
    expect(document(book, id).lines.at(-1)).toMatchObject({
      kind: 'adjustment',
      reason: 'lost',
      quantity: -1,
      value: '-2.00',
    })
    expect(() => arrive(1)).toThrow('stock/nothing-in-transit')
    expect(book.problems()).toEqual([])
  })

  test('cannot arrive before it left', () => {
    const book = withStock()
    const { id } = sent(book, 6)
    const early = () => book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-04' } })
    const refused = { code: 'stock/before-origin', details: { day: '2026-03-04', origin: '2026-03-05', field: 'on' } }
    expect(failureOf(early)).toMatchObject(refused)
    // Not even where enough of the product is in transit by another transfer.
    sent(book, 2, { on: '2026-03-02' })
    sent(book, 2, { on: '2026-03-03' })
    expect(failureOf(early)).toMatchObject(refused)
  })

  test('needs two places that are open', () => {
    const book = withStock()
    expect(() => sent(book, 1, { toWarehouseId: main })).toThrow('stock/same-place')
    expect(() => sent(book, 1, { toWarehouseId: transit })).toThrow('stock/place-not-found')
    book.write((tx) => tx.update('warehouses', book.yard, { archived: 1 }))
    expect(() => sent(book, 1)).toThrow('stock/place-archived')
  })

  test('is taken back whole, arrivals included', () => {
    const book = withStock()
    const { id } = sent(book, 6)
    book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-20' } })
    book.post({ kind: 'reverse', input: { documentId: id } })
    expect(lying(book)).toEqual([10, 0, 0])
    expect(document(book, id).state).toBe('reversed')
    expect(() => book.post({ kind: 'reverse', input: { documentId: id } })).toThrow('stock/already-reversed')
    expect(book.problems()).toEqual([])
  })

  test('whose arrival alone is taken back is in transit again', () => {
    const book = withStock()
    const { id } = sent(book, 6)
    book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-20' } })
    const arrival = document(book, id).lines.find(({ warehouseId }) => warehouseId === book.yard)
    book.post({ kind: 'reverse', input: { movementIds: [arrival?.movementId ?? 0] } })
    expect(lying(book)).toEqual([4, 6, 0])
    expect(document(book, id)).toMatchObject({ state: 'in_transit', transit: [{ sent: 6, arrived: 0, open: 6 }] })
    book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-21' } })
    expect(lying(book)).toEqual([4, 0, 6])
    expect(book.problems()).toEqual([])
  })
})

describe('undo', () => {
  test('of a departure is refused once it arrived; of the arrival first, then of both, and redo', () => {
    const book = withStock()
    const departure = book.operation((tx) =>
      postAny(
        tx,
        stockPosting.parse({
          kind: 'transfer',
          input: {
            on: '2026-03-05',
            warehouseId: main,
            toWarehouseId: book.yard,
            lines: [{ productId: book.mug, quantity: 6 }],
          },
        }),
      ),
    )
    const documentId = departure.result.id
    const arrival = book.operation((tx) =>
      postAny(tx, stockPosting.parse({ kind: 'arrive', input: { documentId, on: '2026-03-06' } })),
    )
    const undo = (id: Id) => book.operation((tx) => undoOperation(tx, id))
    expect(() => undo(departure.id)).toThrow('history/undo-in-use')
    undo(arrival.id)
    expect(lying(book)).toEqual([4, 6, 0])
    const redone = undo(arrival.id === 0 ? 0 : lastOperation(book))
    expect(lying(book)).toEqual([4, 0, 6])
    expect(document(book, documentId)).toMatchObject({ state: 'arrived', transit: [{ open: 0 }] })
    undo(redone.id)
    expect(lying(book)).toEqual([4, 6, 0])
    expect(book.problems()).toEqual([])
  })

  test('takes a document back and leaves it as taken back', () => {
    const book = stockBook()
    const made = book.operation((tx) =>
      postAny(
        tx,
        stockPosting.parse({
          kind: 'receive',
          input: { on: '2026-03-01', warehouseId: main, lines: [{ productId: book.mug, quantity: 5 }] },
        }),
      ),
    )
    const undone = book.operation((tx) => undoOperation(tx, made.id))
    expect(book.onHand(book.mug, main)).toBe(0)
    expect(document(book, made.result.id).state).toBe('reversed')
    book.operation((tx) => undoOperation(tx, undone.id))
    expect(book.onHand(book.mug, main)).toBe(5)
    expect(document(book, made.result.id).state).toBe('part_reversed')
    expect(book.problems()).toEqual([])
  })

  test('of a receipt whose goods are gone is refused', () => {
    const book = stockBook()
    const lines = [{ productId: book.mug, quantity: 5 }]
    const input = { on: '2026-03-01', warehouseId: main, lines }
    const made = book.operation((tx) => postAny(tx, stockPosting.parse({ kind: 'receive', input })))
    book.post({ kind: 'issue', input: { ...input, on: '2026-03-02' } })
    expect(() => book.operation((tx) => undoOperation(tx, made.id))).toThrow('stock/insufficient')
  })
})

function lastOperation(book: StockBook): Id {
  const [[id] = []] = book.read((db) => db.raw('SELECT max(id) FROM operations'))
  return Number(id)
}
