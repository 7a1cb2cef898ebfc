// Goods come back once, by whichever shipment brings them, in parts or whole.
import { describe, expect, test } from 'vitest'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import { toArrive } from '#main/services/shipments/moving/to-move.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { type MovingBook, movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'

describe('goods that came back once', () => {
  /** Two halves of one order's line, each in a shipment of its own. */
  function halves(book: MovingBook): { line: Id; first: Id } {
    const order = book.order({}, [{ quantity: 20 }])
    const [line = 0] = lineIds(order)
    const [first = 0] = [0, 1].map(() => {
      const id = book.ship({ kind: 'order', lines: [{ orderLineId: line, quantity: 10 }] })
      book.leave({ id, on })
      return id
    })
    return { line, first }
  }

  test('by the shipment itself do not come by the one that was to bring them', () => {
    const book = movingBook()
    const { first } = halves(book)
    book.hear(first, 'attempt_failed', '2026-11-12')
    const { followedById } = book.decide({ id: first, decision: 'return', on: '2026-11-13' })
    book.back({ id: first, on: '2026-11-14', as: 'credit' })
    const again = () => book.back({ id: followedById ?? 0, on: '2026-11-15', as: 'credit' })
    expect(failureOf(again).code).toBe('shipments/already-returned')
    expect(book.shipment(followedById ?? 0)).toMatchObject({ state: 'delivered', isOpen: false })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test('as if they had never left end the one that was to bring them, though the order holds others', () => {
    const book = movingBook()
    const { first } = halves(book)
    book.hear(first, 'attempt_failed', '2026-11-12')
    const { followedById } = book.decide({ id: first, decision: 'return', on: '2026-11-13' })
    book.back({ id: first, on: '2026-11-14', as: 'reopen' })
    expect(book.shipment(followedById ?? 0)).toMatchObject({ state: 'delivered', isOpen: false })
    const again = () => book.back({ id: followedById ?? 0, on: '2026-11-15', as: 'credit' })
    expect(failureOf(again).code).toBe('shipments/already-returned')
    expect(book.onHand(book.mug, main)).toBe(90)
  })

  test('in parts: credited as often as something is left, and returned with the last of it', () => {
    const book = movingBook()
    const { line, first } = halves(book)
    book.hear(first, 'delivered', '2026-11-12')
    const part = (day: string, quantity: number) =>
      book.back({ id: first, on: day, as: 'credit', lines: [{ orderLineId: line, quantity }] })
    part('2026-11-14', 5)
    expect(book.shipment(first)).toMatchObject({ state: 'delivered', isOpen: false })
    expect(book.read((db) => toArrive(db, first))).toMatchObject({
      hasArrived: false,
      canReopen: false,
      returns: [{ quantity: 10, open: 5 }],
    })
    expect(failureOf(() => book.back({ id: first, on: '2026-11-15', as: 'reopen' })).code).toBe('shipments/return-part')
    expect(failureOf(() => book.unsend(first)).code).toBe('shipments/already-returned')
    expect(failureOf(() => part('2026-11-15', 6)).code).toBe('shipments/more-than-line')
    part('2026-11-21', 3)
    part('2026-11-22', 2)
    expect(book.shipment(first)).toMatchObject({ state: 'returned' })
    expect(failureOf(() => part('2026-11-22', 1)).code).toBe('shipments/already-returned')
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test('in parts: a part that is taken back is out again, and returned with the last of it once more', () => {
    const book = movingBook()
    const { line, first } = halves(book)
    book.hear(first, 'delivered', '2026-11-12')
    const part = (on: string, quantity: number) =>
      book.back({ id: first, on, as: 'credit', lines: [{ orderLineId: line, quantity }] }).creditIds[0] ?? 0
    part('2026-11-14', 4)
    const last = part('2026-11-15', 6)
    expect(book.shipment(first)).toMatchObject({ state: 'returned', deliveredOn: '2026-11-12' })
    book.write((tx) => cancelCredit(tx, { creditId: last, reason: 'not these' }))
    expect(book.shipment(first)).toMatchObject({ state: 'delivered', deliveredOn: '2026-11-12' })
    expect(book.read((db) => toArrive(db, first)).returns).toMatchObject([{ quantity: 10, open: 6 }])
    part('2026-11-16', 6)
    expect(book.shipment(first)).toMatchObject({ state: 'returned', deliveredOn: '2026-11-12' })
    expect(book.problems()).toEqual([])
  })

  test('a cancelled credit takes back no other word of ours: what we knew as delivered stays so', () => {
    const book = movingBook()
    const { first } = halves(book)
    book.write((tx) => {
      noteOwnEvent(tx, first, { state: 'delivered', on: asDay('2026-11-12') })
      settleShipments(tx, [first])
    })
    const { creditIds } = book.back({ id: first, on: '2026-11-14', as: 'credit' })
    expect(book.shipment(first).state).toBe('returned')
    book.write((tx) => cancelCredit(tx, { creditId: creditIds[0] ?? 0, reason: 'not these' }))
    expect(book.shipment(first)).toMatchObject({ state: 'delivered', deliveredOn: '2026-11-12' })
  })

  test('in parts: some by the first shipment, others by one that brings them, no more than left', () => {
    const book = movingBook()
    const { line, first } = halves(book)
    book.hear(first, 'delivered', '2026-11-12')
    const lines = (quantity: number) => [{ orderLineId: line, quantity }]
    book.back({ id: first, on: '2026-11-14', as: 'credit', lines: lines(5) })
    const id = book.ship({ kind: 'return', followsId: first, lines: lines(7) })
    book.leave({ id, on: '2026-11-15' })
    expect(book.read((db) => toArrive(db, id)).returns).toMatchObject([{ quantity: 7, open: 5 }])
    book.back({ id, on: '2026-11-20', as: 'credit', lines: lines(2) })
    expect(book.shipment(id)).toMatchObject({ state: 'delivered', isOpen: false })
    book.back({ id, on: '2026-11-22', as: 'credit', lines: lines(3) })
    expect(failureOf(() => book.back({ id, on: '2026-11-22', as: 'credit' })).code).toBe('shipments/already-returned')
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test.each([false, true])(
    'a credit taken back brought nothing: they can come again (by a shipment of its own: %s)',
    (isOwn) => {
      const book = movingBook()
      const { first } = halves(book)
      book.hear(first, 'attempt_failed', '2026-11-12')
      const decided = isOwn ? book.decide({ id: first, decision: 'return', on: '2026-11-13' }).followedById : null
      const id = decided ?? first
      const { creditIds } = book.back({ id, on: '2026-11-14', as: 'credit' })
      expect(book.shipment(first).state).toBe('returned')
      book.write((tx) => cancelCredit(tx, { creditId: creditIds[0] ?? 0, reason: 'wrong parcel' }))
      expect(book.shipment(id).isOpen).toBe(true)
      expect(book.shipment(first).state).toBe('attempt_failed')
      expect(book.onHand(book.mug, main)).toBe(80)
      book.back({ id, on: '2026-11-15', as: 'credit' })
      expect(book.onHand(book.mug, main)).toBe(90)
      expect(book.problems()).toEqual([])
    },
  )

  test('a credit taken back of goods that were to come by another shipment: that one is on its way again', () => {
    const book = movingBook()
    const { line, first } = halves(book)
    book.hear(first, 'attempt_failed', '2026-11-12')
    const { followedById } = book.decide({ id: first, decision: 'return', on: '2026-11-13' })
    const bringing = followedById ?? 0
    const part = (quantity: number) =>
      book.back({ id: first, on: '2026-11-14', as: 'credit', lines: [{ orderLineId: line, quantity }] }).creditIds[0]
    part(4)
    const rest = part(6) ?? 0
    expect(book.shipment(bringing)).toMatchObject({ state: 'delivered', isOpen: false })
    book.write((tx) => cancelCredit(tx, { creditId: rest, reason: 'not these' }))
    expect(book.shipment(bringing).isOpen).toBe(true)
    expect(book.read((db) => toArrive(db, bringing)).returns).toMatchObject([{ quantity: 10, open: 6 }])
    book.back({ id: bringing, on: '2026-11-16', as: 'credit' })
    expect(book.shipment(bringing)).toMatchObject({ state: 'delivered', isOpen: false })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.problems()).toEqual([])
  })

  test('by another shipment do not come by the first, though it was delivered', () => {
    const book = movingBook()
    const { line, first } = halves(book)
    book.hear(first, 'delivered', '2026-11-12')
    const id = book.ship({ kind: 'return', followsId: first, lines: [{ orderLineId: line, quantity: 10 }] })
    book.leave({ id, on: '2026-11-13' })
    book.back({ id, on: '2026-11-14', as: 'credit' })
    expect(failureOf(() => book.back({ id: first, on: '2026-11-15', as: 'credit' })).code).toBe(
      'shipments/nothing-to-return',
    )
    expect(failureOf(() => book.unsend(first)).code).toBe('dispatch/has-credits')
    expect(book.onHand(book.mug, main)).toBe(90)
  })

  test('no more comes back of a shipment than it holds', () => {
    const book = movingBook()
    const { line, first } = halves(book)
    const lines = [{ orderLineId: line, quantity: 15 }]
    expect(failureOf(() => book.back({ id: first, on: '2026-11-14', as: 'credit', lines }))).toMatchObject({
      code: 'shipments/more-than-line',
      details: { line: 1, product: 'MUG', asked: 15, open: 10 },
    })
  })

  test('goods sent anew arrive once, whatever is heard of the first shipment: the rest is still under way', () => {
    const book = movingBook()
    const order = book.order()
    const [orderLineId = 0] = lineIds(order)
    const [first = 0] = [6, 4].map((quantity) => {
      const id = book.ship({ kind: 'order', lines: [{ orderLineId, quantity }] })
      book.leave({ id, on })
      return id
    })
    book.hear(first, 'attempt_failed', '2026-11-12')
    const { followedById } = book.decide({ id: first, decision: 'resend', on: '2026-11-13' })
    book.leave({ id: followedById ?? 0, on: '2026-11-13' })
    book.hear(followedById ?? 0, 'delivered', '2026-11-15')
    book.hear(first, 'delivered', '2026-11-16')
    expect(book.sold(order.id).status).toBe('shipped')
  })
})
