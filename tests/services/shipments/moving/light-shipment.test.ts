// Every dispatch has a shipment: one that it made of itself where nobody had put one together.
import { describe, expect, test } from 'vitest'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { trackingNumbersOf } from '#main/services/shipments/moving/light-shipment.ts'
import { cancelShipments, editShipment } from '#main/services/shipments/shipment-commands.ts'
import { shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import type { Id } from '#shared/ids.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { type DispatchBook, dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf } from '#tests/services/stock/stock-book.ts'

type Row = Record<string, string | number | null>

const shipments = (book: DispatchBook) =>
  book.read((db) => db.all<Row & { id: Id }>('SELECT * FROM live_shipments ORDER BY id'))
const parcels = (book: DispatchBook) =>
  book.read((db) => db.raw('SELECT tracking_number, state FROM live_parcels ORDER BY id'))
const lines = (book: DispatchBook) =>
  book.read((db) => db.raw('SELECT order_line_id, product_id, qty_milli FROM live_shipment_lines ORDER BY id'))

describe('a dispatch without a shipment', () => {
  test('makes one with its lines, its numbers, its customer and what was promised', () => {
    const book = dispatchBook()
    const order = book.order({ requiredOn: '2026-11-20' }, [{}, { productId: book.cup, quantity: 4 }])
    const [mugs = 0, cups = 0] = lineIds(order)
    const part = [{ lineId: mugs, quantity: 6 }]
    const sent = book.send({ orderId: order.id, on, lines: part, trackingNumber: '1Z 1, 1Z 2' })
    book.send({ orderId: order.id, on: '2026-11-12' })
    const [first, second] = shipments(book)
    expect(first).toMatchObject({
      ...{ number: 'SH-2026-0001', kind: 'order', status: 'sent', sent_on: on, party_id: book.customer },
      ...{ planned_on: '2026-11-20', planned_by: 'order', state: 'booked', is_open: 1, left_on: on },
      ...{ line_count: 1, order_count: 1, piece_count: 2, value_base_minor: 3000, warehouse_id: 1 },
    })
    expect(second).toMatchObject({ number: 'SH-2026-0002', line_count: 2, value_base_minor: 4000 })
    expect(lines(book)).toEqual([
      [mugs, book.mug, 6000],
      [mugs, book.mug, 4000],
      [cups, book.cup, 4000],
    ])
    expect(parcels(book)).toEqual([
      ['1Z1', 'booked'],
      ['1Z2', 'booked'],
    ])
    const linked = book.read((db) => db.raw('SELECT id, shipment_id FROM dispatches ORDER BY id'))
    expect(linked).toEqual([
      [sent.dispatchId, first?.id],
      [expect.any(Number), second?.id],
    ])
    expect(book.problems()).toEqual([])
    expect(book.read(shipmentsOutOfStep)).toEqual([])
  })

  test('one that fails leaves none, of many as well', () => {
    const book = dispatchBook()
    const [good, bad] = [book.order(), book.order({}, [{ quantity: 1000 }])]
    const outcome = book.sendMany({ on, orderIds: [bad.id, good.id], trackingNumbers: { [good.id]: 'T9' } })
    expect(outcome).toMatchObject({ sent: 1, failed: 1 })
    expect(shipments(book)).toHaveLength(1)
    expect(parcels(book)).toEqual([['T9', 'booked']])
  })

  test('taken back it is void, and sending again makes another one', () => {
    const book = dispatchBook()
    const order = book.order()
    const { dispatchId } = book.send({ orderId: order.id, on })
    book.write((tx) => reverseDispatch(tx, { dispatchId, note: '' }))
    expect(shipments(book)).toMatchObject([{ status: 'cancelled', state: '', is_open: 0 }])
    book.send({ orderId: order.id, on })
    expect(shipments(book)).toMatchObject([{ status: 'cancelled' }, { status: 'sent', number: 'SH-2026-0002' }])
    expect(book.onHand(book.mug, 1)).toBe(90)
  })

  test('undone it is gone', () => {
    const book = dispatchBook()
    const order = book.order()
    book.send({ orderId: order.id, on })
    const last = book.read((db) => db.get<{ id: Id }>('SELECT max(id) AS id FROM operations'))
    book.write((tx) => undoOperation(tx, last?.id ?? 0))
    expect(shipments(book)).toEqual([])
    expect(book.sold(order.id).status).toBe('confirmed')
    expect(book.problems()).toEqual([])
  })
})

describe('shipments that wait for all of an order', () => {
  /** Ten mugs and four cups, packed apart: six mugs, then the rest; gives the order and the two. */
  const packedApart = () => {
    const book = movingBook()
    const order = book.order({}, [{}, { productId: book.cup, quantity: 4 }])
    const [mugs = 0, cups = 0] = lineIds(order)
    const ship = (...held: [Id, number][]) =>
      book.ship({ kind: 'order', lines: held.map(([orderLineId, quantity]) => ({ orderLineId, quantity })) })
    return { book, order, mugs, cups, first: ship([mugs, 6]), second: ship([mugs, 4], [cups, 4]), ship }
  }
  const states = (book: DispatchBook) => shipments(book).map(({ status }) => status)
  const sentIn = (book: DispatchBook, shipmentId: Id) =>
    book.read((db) =>
      db.raw(
        `SELECT g.line_id, g.qty_milli FROM dispatches d JOIN dispatch_lines g ON g.dispatch_id = d.id
         WHERE d.shipment_id = ? ORDER BY g.line_id`,
        shipmentId,
      ),
    )

  test('all leave when it is marked as shipped, each with what it holds, beside orders without any', () => {
    const { book, order, mugs, cups, first, second } = packedApart()
    const other = book.order()
    expect(book.sendMany({ orderIds: [order.id, other.id], on })).toMatchObject({ sent: 2, failed: 0 })
    expect(states(book)).toEqual(['sent', 'sent', 'sent'])
    expect([sentIn(book, first), sentIn(book, second)]).toEqual([
      [[mugs, 6000]],
      [
        [mugs, 4000],
        [cups, 4000],
      ],
    ])
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', shippedOn: on })
    expect([book.onHand(book.mug, 1), book.onHand(book.cup, 1)]).toEqual([80, 96])
    expect(book.read(shipmentsOutOfStep)).toEqual([])
    expect(book.problems()).toEqual([])
  })

  test('all leave where the order itself sends all its lines; short of goods none of them does', () => {
    const { book, order, mugs, cups } = packedApart()
    const lines = [
      { lineId: mugs, quantity: 10 },
      { lineId: cups, quantity: 4 },
    ]
    book.send({ orderId: order.id, on, lines })
    expect(states(book)).toEqual(['sent', 'sent'])
    const scarce = packedApart()
    scarce.book.send({ orderId: scarce.book.order({}, [{ productId: scarce.book.cup, quantity: 98 }]).id, on })
    expect(scarce.book.sendMany({ orderIds: [scarce.order.id], on })).toMatchObject({ sent: 0 })
    expect(states(scarce.book)).toEqual(['draft', 'draft', 'sent'])
    expect(scarce.book.problems()).toEqual([])
  })

  test('with a number, or where they hold only a part, none is passed by: they are to be sent themselves', () => {
    const { book, order, first, second } = packedApart()
    const code = (given: object) => failureOf(() => book.send({ orderId: order.id, on, ...given })).code
    expect(code({ trackingNumber: 'RR1' })).toBe('shipments/parts-wait')
    book.write((tx) => cancelShipments(tx, [first]))
    expect(code({})).toBe('shipments/parts-wait')
    const lines = book.sold(order.id).lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }))
    expect(code({ lines })).toBe('shipments/parts-wait')
    expect(book.sendMany({ orderIds: [order.id], on }).orders).toMatchObject([
      { details: { number: order.number, shipments: book.shipment(second).number } },
    ])
    book.leave({ id: second, on })
    book.send({ orderId: order.id, on, trackingNumber: 'RR1' })
    expect(states(book)).toEqual(['cancelled', 'sent', 'sent'])
    expect(book.problems()).toEqual([])
  })
})

test('numbers are parted by commas in both languages; spaces stand within them', () => {
  expect(trackingNumbersOf(' LV 123 456 789 CN ，RR1;RR2、RR1\nRR3 ')).toEqual([
    'LV 123 456 789 CN',
    'RR1',
    'RR2',
    'RR3',
  ])
  expect(trackingNumbersOf('')).toEqual([])
})

test('its form may be saved as it came: the words of the order’s lines are no change of lines', () => {
  const book = dispatchBook()
  const order = book.order({}, [{ productId: book.mug, description: 'Blue one', quantity: 2 }])
  book.send({ orderId: order.id, on })
  const id = shipments(book)[0]?.id ?? 0
  const shown = () => book.read((db) => getShipment(db, id))
  expect(shown().lines).toMatchObject([{ description: 'Blue one' }])
  const input = shipmentInput.parse({
    ...shown(),
    parcels: undefined,
    legs: undefined,
    customs: undefined,
    note: 'Told',
  })
  book.write((tx) => editShipment(tx, id, input))
  expect(shown()).toMatchObject({ note: 'Told', lines: [{ description: 'Blue one' }] })
  expect(book.problems()).toEqual([])
})
