// What two copies did with one shipment, brought together and mended.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { arriveShipment } from '#main/services/shipments/moving/arrive-shipment.ts'
import { decideShipment } from '#main/services/shipments/moving/decide-shipment.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { reverseShipment } from '#main/services/shipments/moving/reverse-shipment.ts'
import { takeReturn } from '#main/services/shipments/moving/take-return.ts'
import { addShipment, cancelShipments, editShipment, setParcels } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { arriveShipmentInput, dispatchShipmentInput, takeReturnInput } from '#shared/schemas/shipment-moves.ts'
import { parcelInput, shipmentInput } from '#shared/schemas/shipments.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'

let product = 0 as Id
let order = 0 as Id
let shipment = 0 as Id
const on = asDay('2026-11-10')

/** A hundred mugs, an order of ten, and a shipment of it that waits. */
function fill(kind: 'order' | 'transfer') {
  return (tx: WriteTx) => {
    product = makeProduct(tx, { sku: 'MUG' })
    setOpeningStock(tx, product, 100_000, asDay('2026-01-01'))
    order = makeOrder(tx, { lines: [{ productId: product, quantity: 10, unitPrice: '3.00' }] })
    const yard = tx.insert('warehouses', { name: 'Yard' })
    const line = tx.get<{ id: Id }>('SELECT id FROM order_lines WHERE order_id = ?', order)?.id ?? 0
    const lines = [kind === 'order' ? { orderLineId: line, quantity: 10 } : { productId: product, quantity: 10 }]
    const places = kind === 'order' ? {} : { warehouseId: 1, toWarehouseId: yard }
    shipment = addShipment(tx, shipmentInput.parse({ kind, ...places, lines })).id
    const { status } = tx.get<{ status: string }>('SELECT status FROM sales_orders WHERE id = ?', order) ?? {
      status: '',
    }
    if (status === 'draft') confirmOrders(tx, [order], { despite: true })
  }
}

const send = (tx: WriteTx) => void dispatchShipment(tx, dispatchShipmentInput.parse({ id: shipment, on }))
const lying = (book: BookCopy) =>
  book.read((db) =>
    db.raw('SELECT on_hand_milli FROM stock_balances WHERE product_id = ? AND warehouse_id = 1', product),
  )

test('one copy sent it, the other cancelled it: it is sent, as its goods are', () => {
  const book = merged(pairOf(fill('order')), send, (tx) => cancelShipments(tx, [shipment]))
  expect(rulesWithClashes(book)).toEqual(['shipments/state-at-odds'])
  mendAll(book, { rule: 'shipments/state-at-odds', mending: 'follow' })
  expect(book.read((db) => getShipment(db, shipment))).toMatchObject({ status: 'sent', sentOn: on, state: 'booked' })
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

test('both sent the same orders: the later dispatch is taken back, the shipment stays sent with its lines', () => {
  const book = merged(pairOf(fill('order')), send, send)
  expect(rulesWithClashes(book)).toEqual(['orders/sent-twice'])
  mendAll(book, { rule: 'orders/sent-twice', mending: 'reverse' })
  expect(lying(book)).toEqual([[90_000]])
  expect(book.read((db) => getShipment(db, shipment))).toMatchObject({ status: 'sent', lineCount: 1, orderCount: 1 })
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

test('one sent the shipment, the other the order by itself: one of both is taken back with its shipment', () => {
  const alone = (tx: WriteTx) => void dispatchOrder(tx, dispatchInput.parse({ orderId: order, on }))
  const book = merged(pairOf(fill('order')), send, alone)
  expect(rulesWithClashes(book)).toContain('orders/sent-twice')
  mendAll(book, { rule: 'orders/sent-twice', mending: 'reverse' })
  expect(lying(book)).toEqual([[90_000]])
  const sent = book.read((db) => db.raw("SELECT count(*) FROM live_shipments WHERE status = 'sent'"))
  expect(sent).toEqual([[1]])
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

test('both sent a transfer: the later document is taken back', () => {
  const book = merged(pairOf(fill('transfer')), send, send)
  expect(lying(book)).toEqual([[80_000]])
  expect(clashesOf(book, 'shipments/moved-twice')).toHaveLength(1)
  mendAll(book, { rule: 'shipments/moved-twice', mending: 'reverse' })
  expect(lying(book)).toEqual([[90_000]])
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

/** Half of the order is in the shipment; the other half has left by another one. */
const halved = (tx: WriteTx) => {
  fill('order')(tx)
  const [line] = getShipment(tx, shipment).lines
  if (line) editShipment(tx, shipment, shipmentInput.parse({ kind: 'order', lines: [{ ...line, quantity: 5 }] }))
}
const sentInHalves = (tx: WriteTx) => {
  halved(tx)
  send(tx)
  dispatchOrder(tx, dispatchInput.parse({ orderId: order, on }))
}
const back = (as: 'credit' | 'reopen') => (tx: WriteTx) =>
  void takeReturn(tx, takeReturnInput.parse({ id: shipment, on: '2026-11-14', as }))

test('both sent a part of an order by one shipment: told, though together it is no more than was ordered', () => {
  const book = merged(pairOf(halved), send)
  expect(lying(book)).toEqual([[90_000]])
  mendAll(book, { rule: 'orders/sent-twice', mending: 'reverse' })
  expect(lying(book)).toEqual([[95_000]])
  expect(rulesWithClashes(book)).toEqual([])
})

test.each([
  ['credited both times', back('credit'), 95_000],
  ['credited by one, as if never sent by the other', back('reopen'), 95_000],
] as const)('goods of one shipment came back in both copies, %s: they lie there once', (_, other, milli) => {
  const book = merged(pairOf(sentInHalves), back('credit'), other)
  expect(lying(book)).toEqual([[100_000]])
  mendAll(book, { rule: 'orders/credited-twice', mending: 'makeVoid' })
  expect(lying(book)).toEqual([[milli]])
  expect(rulesWithClashes(book)).toEqual([])
})

const fillOnItsWay = (tx: WriteTx) => {
  fill('transfer')(tx)
  send(tx)
}
const countIn = (tx: WriteTx) => void arriveShipment(tx, arriveShipmentInput.parse({ id: shipment, on: '2026-11-12' }))
const everywhere = (book: BookCopy) =>
  book.read((db) =>
    db.raw('SELECT on_hand_milli FROM stock_balances WHERE product_id = ? ORDER BY warehouse_id', product),
  )

test('both copies counted one transfer in: the later arrival is taken back', () => {
  const book = merged(pairOf(fillOnItsWay), countIn, countIn)
  expect(everywhere(book)).toEqual([[90_000], [-10_000], [20_000]])
  mendAll(book, { rule: 'stock/arrived-twice', mending: 'reverse', isTried: false })
  expect(everywhere(book)).toEqual([[90_000], [0], [10_000]])
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

test('one copy counted it in, the other took it back: it never left', () => {
  const book = merged(pairOf(fillOnItsWay), countIn, (tx) => void reverseShipment(tx, { id: shipment, note: '' }))
  mendAll(book, { rule: 'stock/arrived-twice', mending: 'reverse', isTried: false })
  expect(everywhere(book)).toEqual([[100_000], [0], [0]])
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

/** The order was sent, and its shipment is lost. */
const lost = (tx: WriteTx) => {
  fill('order')(tx)
  send(tx)
  const event = { local_time: '2026-11-13T10:00', happened_at: Date.parse('2026-11-13T10:00:00Z'), source: 'typed' }
  tx.insert('shipment_events', { shipment_id: shipment, ...event, state: 'lost', read_by: 'hand' })
  settleShipments(tx, [shipment])
}
const decide = (decision: 'resend' | 'return', isSent: boolean) => (tx: WriteTx) => {
  const input = { id: shipment, decision, on: asDay('2026-11-15'), note: '' }
  const id = decideShipment(tx, input).followedById ?? 0
  if (isSent) dispatchShipment(tx, dispatchShipmentInput.parse({ id, on: '2026-11-16' }))
}
const followers = (book: BookCopy) =>
  book.read((db) => db.raw('SELECT status FROM live_shipments WHERE follows_id = ? ORDER BY id', shipment))

test('both sent a lost shipment anew: one replacement stays, the goods of the other are back', () => {
  const book = merged(pairOf(lost), decide('resend', true))
  expect(lying(book)).toEqual([[70_000]])
  expect(clashesOf(book, 'shipments/followed-twice')).toHaveLength(1)
  mendAll(book, { rule: 'shipments/followed-twice', mending: 'keepOne', isTried: false })
  expect(lying(book)).toEqual([[80_000]])
  expect(followers(book)).toEqual([['sent'], ['cancelled']])
  expect(clashesOf(book, 'shipments/followed-twice')).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

test('both decided to send it anew, and one did: what left stays, whoever was first', () => {
  const book = merged(pairOf(lost), decide('resend', false), decide('resend', true))
  mendAll(book, { rule: 'shipments/followed-twice', mending: 'keepOne' })
  expect(followers(book)).toEqual([['cancelled'], ['sent']])
  expect(lying(book)).toEqual([[80_000]])
  expect(clashesOf(book, 'shipments/followed-twice')).toEqual([])
})

const decisionOf = (book: BookCopy) =>
  book.read((db) => db.get<{ decision: string }>('SELECT decision FROM shipments WHERE id = ?', shipment))?.decision

test.each([
  ['resend', 'return', [['draft'], ['cancelled']]],
  ['return', 'resend', [['sent'], ['cancelled']]],
] as const)('one copy decided %s, the other %s: one of both stays, and is what was decided', (byMei, byLi, kept) => {
  const book = merged(pairOf(lost), decide(byMei, false), decide(byLi, false))
  mendAll(book, { rule: 'shipments/followed-twice', mending: 'keepOne' })
  expect(followers(book)).toEqual(kept)
  expect(decisionOf(book)).toBe(byMei)
  expect(rulesWithClashes(book)).toEqual([])
})

test('decided by one copy, and something else put beside it by hand that knew of it: nothing is told', () => {
  const pair = pairOf(lost)
  pair.mei.write(decide('resend', true))
  mergeCopy(pair.li, pair.mei)
  pair.li.write(
    (tx) => void addShipment(tx, shipmentInput.parse({ kind: 'return', followsId: shipment, lines: inside(tx) })),
  )
  expect(clashesOf(pair.li, 'shipments/followed-twice')).toEqual([])
})

const inside = (tx: WriteTx) =>
  tx
    .all<{ orderLineId: Id }>('SELECT order_line_id AS orderLineId FROM shipment_lines WHERE shipment_id = ?', shipment)
    .map((line) => ({ ...line, quantity: 10 }))

/** Li packs another number of mugs into it. */
const holds = (quantity: number) => (tx: WriteTx) => {
  const line = tx.get<{ id: Id; orderLineId: Id }>(
    'SELECT id, order_line_id AS orderLineId FROM live_shipment_lines WHERE shipment_id = ?',
    shipment,
  )
  editShipment(tx, shipment, shipmentInput.parse({ kind: 'order', lines: [{ ...line, quantity }] }))
}
const linesOf = (book: BookCopy) =>
  book.read((db) => db.raw('SELECT qty_milli FROM live_shipment_lines WHERE shipment_id = ?', shipment))

test('one copy sent ten, the other put four into it: told, and its lines become what left', () => {
  const book = merged(pairOf(fill('order')), send, holds(4))
  expect(linesOf(book)).toEqual([[4000]])
  expect(rulesWithClashes(book)).toEqual(['shipments/contents-at-odds'])
  mendAll(book, { rule: 'shipments/contents-at-odds', mending: 'follow' })
  expect(linesOf(book)).toEqual([[10_000]])
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

test('one copy sent four of ten and packed them, the other put ten into it: what is packed beyond what left is unpacked', () => {
  const pair = pairOf((tx) => {
    fill('order')(tx)
    holds(4)(tx)
  })
  const book = merged(pair, send, (tx) => {
    holds(10)(tx)
    const { id } = tx.get<{ id: Id }>('SELECT id FROM live_shipment_lines WHERE shipment_id = ?', shipment) ?? { id: 0 }
    setParcels(tx, shipment, [parcelInput.parse({ contents: [{ lineId: id, quantity: 10 }] })])
  })
  mendAll(book, { rule: 'shipments/contents-at-odds', mending: 'follow' })
  expect(linesOf(book)).toEqual([[4000]])
  expect(book.read((db) => db.raw('SELECT qty_milli FROM live_parcel_lines'))).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})

/** The order leaves in two shipments of five. */
const parts: Id[] = []
const sentInParts = (tx: WriteTx) => {
  fill('order')(tx)
  cancelShipments(tx, [shipment])
  const [line] = inside(tx)
  parts.length = 0
  for (const _ of ['first', 'second']) {
    const { id } = addShipment(tx, shipmentInput.parse({ kind: 'order', lines: [{ ...line, quantity: 5 }] }))
    dispatchShipment(tx, dispatchShipmentInput.parse({ id, on }))
    parts.push(id)
  }
}
const hear = (at: 0 | 1) => (tx: WriteTx) => {
  const event = {
    local_time: `2026-11-1${at + 3}T10:00`,
    happened_at: Date.parse('2026-11-13T10:00:00Z'),
    source: 'dhl',
  }
  const id = parts[at] ?? 0
  tx.insert('shipment_events', { shipment_id: id, ...event, state: 'delivered', read_by: 'text' })
  settleShipments(tx, [id])
  followShipments(tx, [id])
}
const orderOf = (book: BookCopy) =>
  book.read((db) => db.raw('SELECT status, delivered_on FROM sales_orders WHERE id = ?', order))

test('each copy heard that a half arrived: told, and the order is delivered', () => {
  const book = merged(pairOf(sentInParts), hear(0), hear(1))
  expect(orderOf(book)).toEqual([['shipped', null]])
  expect(rulesWithClashes(book)).toEqual(['orders/arrived-in-parts'])
  mendAll(book, { rule: 'orders/arrived-in-parts', mending: 'follow' })
  expect(orderOf(book)).toEqual([['delivered', '2026-11-14']])
  expect(rulesWithClashes(book)).toEqual([])
})

test('an undoing out of order: the order follows what is heard now; lines that goods left by stay', () => {
  const { mei } = pairOf(sentInParts)
  const first = mei.writeNamed('tracking.addEvent', hear(0)).operationId ?? 0
  mei.writeNamed('tracking.addEvent', hear(1))
  expect(orderOf(mei)).toEqual([['delivered', '2026-11-14']])
  mei.writeNamed('history.undo', (tx) => undoOperation(tx, first))
  expect(orderOf(mei)).toEqual([['shipped', null]])
  const other = pairOf(fill('order')).mei
  const edit = other.writeNamed('shipments.edit', holds(4)).operationId ?? 0
  other.write(send)
  expect(() => other.writeNamed('history.undo', (tx) => undoOperation(tx, edit))).toThrow('shipments/lines-fixed')
  expect(linesOf(other)).toEqual([[4000]])
})

test('sent anew by one copy alone: nothing is told', () => {
  const book = merged(pairOf(lost), decide('resend', true), () => {})
  expect(clashesOf(book, 'shipments/followed-twice')).toEqual([])
})
