// Goods that come back: as if they had never left, or by a credit; and the same undone.
import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { toArrive } from '#main/services/shipments/moving/to-move.ts'
import type { Id } from '#shared/ids.ts'
import { type MovingBook, movingBook, sent } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'

describe('goods come back', () => {
  test('as if they had never left: the order waits for them again, the shipment says returned', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'returning', '2026-11-14')
    expect(book.shipment(shipment).decideBy).toBe('2026-11-19')
    expect(book.read((db) => toArrive(db, shipment))).toMatchObject({
      canReopen: true,
      returns: [{ quantity: 10, open: 10 }],
    })
    book.back({ id: shipment, on: '2026-11-18', as: 'reopen' })
    expect(book.sold(order).status).toBe('confirmed')
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.shipment(shipment)).toMatchObject({ status: 'sent', state: 'returned', isOpen: false, decideBy: null })
    const again = { id: shipment, on: '2026-11-18', as: 'reopen' } as const
    expect(failureOf(() => book.back(again)).code).toBe('shipments/already-returned')
    expect(failureOf(() => book.back({ ...again, as: 'credit' })).code).toBe('shipments/already-returned')
    book.send({ orderId: order, on: '2026-11-19' })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test('by a credit: some for sale, some not, each once, linked to what brought them', () => {
    const book = movingBook()
    const { order, line, shipment } = sent(book)
    book.hear(shipment, 'delivered', '2026-11-12')
    const lines = [{ orderLineId: line, quantity: 4 }]
    const id = book.ship({ kind: 'return', followsId: shipment, warehouseId: main, lines })
    book.leave({ id, on: '2026-11-14' })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(failureOf(() => book.back({ id, on: '2026-11-18', as: 'reopen' })).code).toBe('shipments/return-part')
    const parts = [
      { orderLineId: line, quantity: 3 },
      { orderLineId: line, quantity: 1, condition: 'scrap' as const },
    ]
    const { creditIds } = book.back({ id, on: '2026-11-18', as: 'credit', reason: 'wrong', lines: parts })
    expect(book.onHand(book.mug, main)).toBe(93)
    expect(book.read((db) => getOrder(db, creditIds[0] ?? 0))).toMatchObject({ document: 'credit', creditsId: order })
    const linked = book.read((db) => db.raw('SELECT shipment_id FROM dispatches WHERE order_id = ?', creditIds[0] ?? 0))
    expect(linked).toEqual([[id]])
    expect(book.shipment(id)).toMatchObject({ state: 'delivered', isOpen: false })
    expect(book.shipment(shipment).state).toBe('delivered')
    expect(failureOf(() => book.back({ id, on: '2026-11-18', as: 'credit' })).code).toBe('shipments/already-returned')
    expect(book.problems()).toEqual([])
  })
})

describe('undone', () => {
  const undoLast = (book: MovingBook) => {
    const last = book.read((db) => db.get<{ id: Id }>('SELECT max(id) AS id FROM operations'))
    book.write((tx) => undoOperation(tx, last?.id ?? 0))
  }

  test.each(['reopen', 'credit'] as const)('a return taken in by %s: the goods are on their way again', (as) => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'returning', '2026-11-14')
    book.back({ id: shipment, on: '2026-11-18', as })
    expect(book.onHand(book.mug, main)).toBe(100)
    undoLast(book)
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.sold(order)).toMatchObject({ status: 'shipped', shippingState: 'sent' })
    expect(book.shipment(shipment)).toMatchObject({ state: 'returning', isOpen: true })
    book.back({ id: shipment, on: '2026-11-18', as })
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.problems()).toEqual([])
  })

  test('an arrival from a supplier, and a decision with the shipment that it made', () => {
    const book = movingBook()
    const line = book.buy().lines[0]?.id ?? 0
    const id = book.ship({ kind: 'purchase', warehouseId: main, lines: [{ purchaseLineId: line, quantity: 100 }] })
    book.leave({ id, on: '2026-11-05' })
    book.arrive({ id, on: '2026-11-15' })
    undoLast(book)
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.shipment(id)).toMatchObject({ state: 'booked', isOpen: true })
    const { shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const { followedById } = book.decide({ id: shipment, decision: 'return', on: '2026-11-15' })
    undoLast(book)
    expect(book.shipment(shipment)).toMatchObject({ decision: '', decideBy: '2026-11-19', followedBy: [] })
    expect(book.read((db) => db.get('SELECT 1 FROM live_shipments WHERE id = ?', followedById ?? 0))).toBeUndefined()
    expect(book.problems()).toEqual([])
  })
})
