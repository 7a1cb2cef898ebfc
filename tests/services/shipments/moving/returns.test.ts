// What comes of news: orders delivered, goods that come back, and what is decided of those that nobody took.
import { describe, expect, test } from 'vitest'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { performance } from '#main/services/lanes/performance.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { closeOrders, deliverOrders, reopenOrders } from '#main/services/orders/order-steps.ts'
import { setDecideBy } from '#main/services/shipments/moving/decide-shipment.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { movesOf } from '#main/services/shipments/moving/moves-of.ts'
import { noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import { toArrive } from '#main/services/shipments/moving/to-move.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { removeEvents } from '#main/services/tracking/event-commands.ts'
import { asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { performanceInput } from '#shared/schemas/lanes.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { type MovingBook, movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'

/** A sent order of ten mugs, and its shipment. */
function sent(book: MovingBook): { order: Id; line: Id; shipment: Id } {
  const order = book.order()
  const [line = 0] = lineIds(order)
  const shipment = book.ship({ kind: 'order', lines: [{ orderLineId: line, quantity: 10 }], warehouseId: main })
  book.leave({ id: shipment, on })
  return { order: order.id, line, shipment }
}

describe('orders follow', () => {
  test('delivered on the day of the last parcel; not any more where that was no news', () => {
    const book = movingBook()
    const order = book.order({}, [{}, { productId: book.cup, quantity: 4 }])
    const [mugs = 0, cups = 0] = lineIds(order)
    book.send({ orderId: order.id, on, lines: [{ lineId: mugs, quantity: 10 }] })
    book.send({ orderId: order.id, on, lines: [{ lineId: cups, quantity: 4 }] })
    const [[first = 0], [second = 0]] = book.read((db) => db.raw('SELECT id FROM shipments')) as [[Id], [Id]]
    book.hear(first, 'delivered', '2026-11-14')
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', deliveredOn: null })
    const event = book.hear(second, 'delivered', '2026-11-13')
    expect(book.sold(order.id)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-14' })
    book.writer.write('tracking.remove', null, (tx) => {
      tx.update('shipment_events', event, { deleted: 1 })
      settleShipments(tx, [second])
      followShipments(tx, [second])
    })
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', deliveredOn: null })
    expect(book.problems()).toEqual([])
  })

  test('what a customer sent back was delivered all the same: the order stays so, the carrier was in time', () => {
    const book = movingBook()
    const { order, shipment: id } = sent(book)
    book.write((tx) => tx.update('shipments', id, { planned_on: '2026-11-15', planned_by: 'typed' }))
    book.hear(id, 'delivered', '2026-11-14')
    book.back({ id, on: '2026-11-18', as: 'credit' })
    expect(book.shipment(id)).toMatchObject({ state: 'returned', deliveredOn: '2026-11-14' })
    expect(book.sold(order)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-14' })
    const question = performanceInput.parse({ by: 'carrier', asOf: '2026-12-31' })
    expect(book.read((db) => performance(db, question)).total).toMatchObject({ completed: 1, onTimeRate: 1 })
    expect(book.problems()).toEqual([])
  })

  test('news taken back and brought back again is news all the same', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    const event = book.hear(shipment, 'delivered', '2026-11-14')
    for (const name of ['history.undo', 'history.redo']) {
      const last = book.read((db) => db.get<{ id: Id }>('SELECT max(id) AS id FROM operations'))
      book.writer.write(name, null, (tx) => undoOperation(tx, last?.id ?? 0))
    }
    expect(book.sold(order).status).toBe('delivered')
    book.writer.write('tracking.remove', null, (tx) => removeEvents(tx, [event]))
    expect(book.sold(order).status).toBe('shipped')
  })

  test('what a person said stays: closed, or delivered by hand', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.writer.write('orders.deliver', null, (tx) => deliverOrders(tx, [order], '2026-11-12' as never))
    book.hear(shipment, 'departed', '2026-11-13')
    expect(book.sold(order)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-12' })
    book.write((tx) => reopenOrders(tx, [order]))
    book.write((tx) => closeOrders(tx, [order]))
    book.hear(shipment, 'delivered', '2026-11-14')
    expect(book.sold(order).status).toBe('closed')
  })
})

describe('what nobody took', () => {
  test('is asked for by a day, unless somebody said not to: then no news sets one, and a person may again', () => {
    const book = movingBook()
    const { shipment: id } = sent(book)
    const set = (by: Day | null) =>
      book.writer.write('shipments.setDecideBy', null, (tx) => setDecideBy(tx, { id, by }))
    const asked = () => [book.shipment(id).decideBy, book.read((db) => movesOf(db, id)).isAskedNoMore]
    book.hear(id, 'attempt_failed', '2026-11-13')
    expect(asked()).toEqual(['2026-11-18', false])
    set(null)
    expect(asked()).toEqual([null, true])
    book.hear(id, 'returning', '2026-11-14')
    expect(asked()).toEqual([null, true])
    set(asDay('2026-11-20'))
    book.hear(id, 'attempt_failed', '2026-11-15')
    expect(asked()).toEqual(['2026-11-20', false])
    expect(book.problems()).toEqual([])
  })

  test('that it is not asked for can be taken back', () => {
    const book = movingBook()
    const { shipment: id } = sent(book)
    book.hear(id, 'attempt_failed', '2026-11-13')
    const { operationId } = book.writer.write('shipments.setDecideBy', null, (tx) => setDecideBy(tx, { id, by: null }))
    book.writer.write('history.undo', null, (tx) => undoOperation(tx, operationId ?? 0))
    expect(book.shipment(id).decideBy).toBe('2026-11-18')
    expect(book.read((db) => movesOf(db, id)).isAskedNoMore).toBe(false)
  })
})

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

describe('nobody took it', () => {
  test('on its way back it goes from the country of the customer to where it had left', () => {
    const book = movingBook()
    const [orderLineId = 0] = lineIds(book.order())
    const shipment = book.ship({
      ...{ kind: 'order', warehouseId: main, lines: [{ orderLineId, quantity: 10 }] },
      ...{ fromCountry: 'CN', fromPlace: 'Ningbo' },
      shipTo: { name: 'Anna', street: 'Main St 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    })
    book.leave({ id: shipment, on })
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const { followedById } = book.decide({ id: shipment, decision: 'return', on: '2026-11-15' })
    expect(book.shipment(followedById ?? 0)).toMatchObject({
      ...{ fromCountry: 'DE', fromPlace: '' },
      shipTo: { name: 'Anna', street: '', postalCode: '', city: 'Ningbo', country: 'CN' },
    })
  })

  test('sent anew once it is back: the order sends the same goods again, once', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const { followedById } = book.decide({ id: shipment, decision: 'resend', on: '2026-11-15' })
    const anew = followedById ?? 0
    expect(book.shipment(anew)).toMatchObject({
      kind: 'order',
      status: 'draft',
      followsId: shipment,
      lines: [{ quantity: 10 }],
    })
    expect(book.shipment(shipment)).toMatchObject({ decision: 'resend', decidedOn: '2026-11-15', decideBy: null })
    const twice = { id: shipment, decision: 'abandon', on: '2026-11-15' } as const
    expect(failureOf(() => book.decide(twice)).code).toBe('shipments/already-decided')
    book.back({ id: shipment, on: '2026-11-17', as: 'reopen' })
    book.leave({ id: anew, on: '2026-11-18' })
    expect(book.onHand(book.mug, main)).toBe(90)
    expect(book.sold(order).status).toBe('shipped')
    book.hear(anew, 'delivered', '2026-11-21')
    expect(book.sold(order)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-21' })
    expect(book.problems()).toEqual([])
  })

  test('sent on without coming back first: stock does not move again', () => {
    const book = movingBook()
    const { shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const anew = book.decide({ id: shipment, decision: 'resend', on: '2026-11-15' }).followedById ?? 0
    expect(book.leave({ id: anew, on: '2026-11-16' }).documents).toEqual([])
    expect(book.onHand(book.mug, main)).toBe(90)
  })

  test('lost: new goods leave, and the order is delivered by them', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'lost', '2026-11-14')
    const anew = book.decide({ id: shipment, decision: 'resend', on: '2026-11-15' }).followedById ?? 0
    expect(book.leave({ id: anew, on: '2026-11-16' }).documents).toHaveLength(1)
    expect(book.onHand(book.mug, main)).toBe(80)
    book.hear(anew, 'delivered', '2026-11-20')
    expect(book.sold(order)).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-20' })
    expect(book.problems()).toEqual([])
  })

  test('brought back: a shipment on its way to us, whose goods come in once', () => {
    const book = movingBook()
    const { order, shipment } = sent(book)
    book.hear(shipment, 'attempt_failed', '2026-11-14')
    const back = book.decide({ id: shipment, decision: 'return', on: '2026-11-15' }).followedById ?? 0
    expect(book.shipment(back)).toMatchObject({ kind: 'return', status: 'sent', followsId: shipment })
    book.back({ id: back, on: '2026-11-20', as: 'reopen' })
    expect(book.onHand(book.mug, main)).toBe(100)
    expect(book.sold(order).status).toBe('confirmed')
    expect(book.shipment(shipment).state).toBe('returned')
    expect(failureOf(() => book.back({ id: shipment, on: '2026-11-20', as: 'reopen' })).code).toBe(
      'shipments/already-returned',
    )
  })

  test('given up: destroyed by our own word, no loss of the carrier', () => {
    const book = movingBook()
    const { shipment } = sent(book)
    expect(failureOf(() => book.decide({ id: shipment, decision: 'abandon', on })).code).toBe('shipments/cannot-decide')
    book.hear(shipment, 'import_hold', '2026-11-14')
    book.decide({ id: shipment, decision: 'abandon', on: '2026-11-15', note: 'duty too high' })
    expect(book.shipment(shipment)).toMatchObject({
      state: 'destroyed',
      isOpen: false,
      wasLost: false,
      decision: 'abandon',
    })
  })
})

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

describe('an undoing out of order', () => {
  test('the order is sent as far as its lines say', () => {
    const book = movingBook()
    const order = book.order()
    const [lineId = 0] = lineIds(order)
    const sendOne = (quantity: number) =>
      book.operation((tx) =>
        dispatchOrder(tx, dispatchInput.parse({ orderId: order.id, on, lines: [{ lineId, quantity }] })),
      )
    sendOne(2)
    const { id } = sendOne(3)
    sendOne(5)
    expect(book.sold(order.id).status).toBe('shipped')
    book.operation((tx) => undoOperation(tx, id))
    expect(book.sold(order.id)).toMatchObject({ status: 'part_shipped', shippedOn: null })
    expect(book.problems()).toEqual([])
  })

  test('a dispatch does not stand again without the shipment that it left by', () => {
    const book = movingBook()
    const orders = [book.order(), book.order()]
    const lines = orders.flatMap(lineIds).map((orderLineId) => ({ orderLineId, quantity: 10 }))
    const shipmentId = book.ship({ kind: 'order', lines })
    book.leave({ id: shipmentId, on })
    const [[dispatchId] = [0]] = book.read((db) => db.raw('SELECT id FROM live_dispatches ORDER BY id')) as [Id][]
    const { id } = book.operation((tx) => reverseDispatch(tx, { dispatchId, note: '' }))
    book.unsend(shipmentId)
    expect(failureOf(() => book.operation((tx) => undoOperation(tx, id))).code).toBe('history/undo-later-change')
    expect(book.onHand(book.mug, main)).toBe(100)
  })
})

test('goods sent anew for those that are lost leave the rest of their order to be sent', () => {
  const book = movingBook()
  const order = book.order({}, [{ quantity: 20 }])
  const [orderLineId = 0] = lineIds(order)
  const half = () => book.ship({ kind: 'order', lines: [{ orderLineId, quantity: 10 }] })
  const first = half()
  book.leave({ id: first, on })
  book.hear(first, 'lost', '2026-11-12')
  const { followedById } = book.decide({ id: first, decision: 'resend', on: '2026-11-13' })
  book.leave({ id: followedById ?? 0, on: '2026-11-13' })
  expect(book.sold(order.id).status).toBe('part_shipped')
  book.leave({ id: half(), on: '2026-11-14' })
  expect(book.sold(order.id).status).toBe('shipped')
  expect(book.onHand(book.mug, main)).toBe(70)
  expect(book.problems()).toEqual([])
})
