// What orders do with the news of their shipments: delivered, and not any more; steps undone out of order.
import { describe, expect, test } from 'vitest'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { performance } from '#main/services/lanes/performance.ts'
import { closeOrders, deliverOrders, reopenOrders } from '#main/services/orders/order-steps.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { removeEvents } from '#main/services/tracking/event-commands.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { performanceInput } from '#shared/schemas/lanes.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { movingBook, sent } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'

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
