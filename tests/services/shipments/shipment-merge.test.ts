// Two copies that went on with the same shipments, brought together; and what is taken back.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addShipment, editShipment, setParcels } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { parcelInput, type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'

let line = 0 as Id
let shipment = 0 as Id

/** An order of 10 mugs, in the book before it was copied. */
function fill(tx: WriteTx): void {
  const productId = makeProduct(tx, { sku: 'MUG' })
  const order = makeOrder(tx, { lines: [{ productId, description: '', quantity: 10, unitPrice: '3.00' }] })
  line = tx.get<{ id: Id }>('SELECT id FROM order_lines WHERE order_id = ?', order)?.id ?? line
}

function fillWithShipment(tx: WriteTx): void {
  fill(tx)
  shipment = add({ lines: [{ orderLineId: line, quantity: 4 }], parcels: [{ trackingNumber: 'X1' }] })(tx)
}

const add =
  (given: Partial<ShipmentDraft>, from: Parameters<typeof addShipment>[2] = {}) =>
  (tx: WriteTx): Id =>
    addShipment(tx, shipmentInput.parse({ kind: 'order', ...given }), from).id

test('what both copies heard of one shipment tells together where it is', () => {
  const event = (state: string, day: string) => (tx: WriteTx) => {
    const happened_at = Date.parse(`${day}T00:00Z`)
    tx.insert('shipment_events', { shipment_id: shipment, local_time: day, happened_at, state })
    settleShipments(tx, [shipment])
  }
  const book = merged(
    pairOf((tx) => {
      fillWithShipment(tx)
      tx.update('shipments', shipment, { status: 'sent', sent_on: '2026-10-01' })
      settleShipments(tx, [shipment])
    }),
    event('delivered', '2026-10-09'),
    event('departed', '2026-10-03'),
  )
  expect(book.read((db) => getShipment(db, shipment))).toMatchObject({
    ...{ state: 'delivered', deliveredOn: '2026-10-09', quietDays: 6 },
    parcels: [{ state: 'delivered' }],
  })
  expect(book.read(checkBook).problems).toEqual([])
})

test('one copy packed another parcel, the other changed the lines: all of it is there, and settled', () => {
  const edited = (tx: WriteTx) => {
    const lines = getShipment(tx, shipment).lines.map(({ id }) => ({ id, orderLineId: line, quantity: 6 }))
    editShipment(tx, shipment, shipmentInput.parse({ kind: 'order', lines }))
  }
  const packed = (tx: WriteTx) => {
    const { parcels } = getShipment(tx, shipment)
    const more = [...parcels.map(({ id, trackingNumber }) => ({ id, trackingNumber })), { grossGrams: 500, pieces: 2 }]
    setParcels(
      tx,
      shipment,
      more.map((parcel) => parcelInput.parse(parcel)),
    )
  }
  const book = merged(pairOf(fillWithShipment), edited, packed)
  expect(book.read((db) => getShipment(db, shipment))).toMatchObject({ value: '18.00', pieceCount: 3 })
  expect(book.read(checkBook).problems).toEqual([])
})

test('one number, given in both copies', () => {
  const book = merged(pairOf(fill), add({ number: 'A-1' }))
  expect(rulesWithClashes(book)).toEqual(['shipments/same-number'])
  mendAll(book, { rule: 'shipments/same-number', mending: 'rename' })
  expect(rulesWithClashes(book)).toEqual([])
})

test('one file, read in both copies: the other goes with all that hangs on it', () => {
  const read = add(
    {
      lines: [{ orderLineId: line, quantity: 1 }],
      parcels: [{ trackingNumber: 'X1', contents: [{ line: 0, quantity: 1 }] }],
      legs: [{ mode: 'air' }],
      customs: [{ direction: 'export', lines: [{ hsCode: '6912' }] }],
    },
    { channel: 'file', external_id: 'S-1', is_history: 1, status: 'sent', sent_on: asDay('2026-09-01') },
  )
  const book = merged(pairOf(fill), (tx) => read(tx))
  expect(rulesWithClashes(book)).toContain('shipments/same-external')
  mendAll(book, { rule: 'shipments/same-external', mending: 'keepOne' })
  expect(clashesOf(book, 'shipments/same-external')).toEqual([])
  expect(rulesWithClashes(book)).toEqual([])
})

test('each copy put the goods of one order into a shipment of its own', () => {
  const book = merged(
    pairOf(fill),
    (tx) => add({ lines: [{ orderLineId: line, quantity: 7 }] })(tx),
    (tx) => add({ lines: [{ orderLineId: line, quantity: 6 }] })(tx),
  )
  expect(clashesOf(book, 'shipments/over-order')).toMatchObject([{ facts: { number: expect.any(String), lines: 1 } }])
  mendAll(book, { rule: 'shipments/over-order', mending: 'keepOne' })
  expect(book.read((db) => db.raw("SELECT count(*) FROM live_shipments WHERE status = 'draft'"))).toEqual([[1]])
  expect(rulesWithClashes(book)).not.toContain('shipments/over-order')
})

test('what has left of the order stays, however many shipments it left by; what waits beside it goes', () => {
  const sent = add({ lines: [{ orderLineId: line, quantity: 2 }] }, { status: 'sent', sent_on: asDay('2026-09-01') })
  const book = merged(
    pairOf(fill),
    (tx) => {
      sent(tx)
      sent(tx)
      add({ lines: [{ orderLineId: line, quantity: 7 }] })(tx)
    },
    (tx) => add({ lines: [{ orderLineId: line, quantity: 6 }] })(tx),
  )
  mendAll(book, { rule: 'shipments/over-order', mending: 'keepOne' })
  expect(book.read((db) => db.raw('SELECT status FROM live_shipments ORDER BY status')).flat()).toEqual([
    ...['cancelled', 'cancelled', 'sent', 'sent'],
  ])
  expect(rulesWithClashes(book)).not.toContain('shipments/over-order')
})

test('shipments of two copies that fit into the order are no clash', () => {
  const book = merged(
    pairOf(fill),
    (tx) => add({ lines: [{ orderLineId: line, quantity: 5 }] })(tx),
    (tx) => add({ lines: [{ orderLineId: line, quantity: 5 }] })(tx),
  )
  expect(rulesWithClashes(book)).not.toContain('shipments/over-order')
})

test('one tracking number, written down by both copies', () => {
  const book = merged(pairOf(fill), (tx) => add({ parcels: [{ trackingNumber: 'RR123456785CN' }] })(tx))
  expect(rulesWithClashes(book)).toContain('shipments/same-tracking')
  mendAll(book, { rule: 'shipments/same-tracking', mending: 'clear' })
  expect(rulesWithClashes(book)).not.toContain('shipments/same-tracking')
})

test('several orders in one parcel, written down by one copy, are meant so', () => {
  const pair = pairOf(fill)
  pair.mei.write(add({ parcels: [{ trackingNumber: 'X9' }] }))
  pair.mei.write(add({ parcels: [{ trackingNumber: 'X9' }] }))
  expect(rulesWithClashes(pair.mei)).toEqual([])
})

test('a shipment that is taken back takes its parcels along, and what is derived is right again', () => {
  const { mei } = pairOf(fill)
  const { result, operationId } = mei.writeNamed(
    'shipments.add',
    add({ lines: [{ orderLineId: line, quantity: 4 }], parcels: [{ grossGrams: 5 }] }),
  )
  mei.writeNamed('history.undo', (tx) => undoOperation(tx, operationId ?? 0))
  expect(() => mei.read((db) => getShipment(db, result))).toThrow('shipments/not-found')
  expect(mei.read(checkBook).problems).toEqual([])
})
