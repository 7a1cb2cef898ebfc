// Files of shipments: what a marketplace says it sent itself, and the list of a warehouse or a carrier. Each row is taken, merged
// with what is there, or refused with why.
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { editCharge } from '#main/services/charges/charge-commands.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import type { Id } from '#shared/ids.ts'
import { chargeInput } from '#shared/schemas/charges.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { dispatchBook } from '#tests/services/dispatch/dispatch-book.ts'
import { counts, fileOf, importAll, importOne, inspect } from '#tests/support/import-files.ts'
import type { TestBook } from '#tests/support/test-book.ts'

type Row = Record<string, string | number | null>
const shipments = (book: TestBook, columns: string) =>
  book.read((db) => db.all<Row>(`SELECT ${columns} FROM live_shipments ORDER BY id`))
const numbers = (book: TestBook) =>
  book.read((db) => db.raw('SELECT tracking_number, gross_grams FROM live_parcels ORDER BY id'))

const sound = (book: TestBook) => {
  expect(book.read(shipmentsOutOfStep)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
}

describe('Amazon, fulfilled shipments', () => {
  const header = [
    ...['amazon-order-id', 'merchant-order-id', 'shipment-id', 'shipment-item-id', 'amazon-order-item-id'],
    ...['purchase-date', 'payments-date', 'shipment-date', 'reporting-date', 'buyer-email', 'sku', 'quantity-shipped'],
    ...['ship-address-1', 'ship-country', 'carrier', 'tracking-number', 'estimated-arrival-date'],
    ...['fulfillment-center-id', 'fulfillment-channel'],
  ].join('\t')
  const row = (order: string, shipment: string, sku: string, quantity: number, number: string) =>
    [
      ...[order, '', shipment, `${shipment}-${sku}`, '', '2026-11-01T10:00:00+00:00', '', '2026-11-10T08:00:00+00:00'],
      ...[
        '',
        'a@example.test',
        sku,
        quantity,
        'Street 1',
        'DE',
        'AMZN_DE',
        number,
        '2026-11-13T20:00:00+00:00',
        'LEJ1',
        'AFN',
      ],
    ].join('\t')

  /** FBA-1 waits for ten mugs and four cups, sent by the channel from a place of its own. */
  const waiting = () => {
    const book = dispatchBook()
    const order = book.order({}, [{}, { productId: book.cup, quantity: 4 }])
    book.write((tx) => {
      const place = tx.insert('warehouses', { name: 'FBA' })
      tx.insert('channels', { code: 'amazon', kind: 'amazon', name: 'Amazon', warehouse_id: place })
      tx.update('sales_orders', order.id, { channel: 'amazon', external_id: '302-1', fulfilled_by: 'channel' })
    })
    const place = book.read((db) => db.get<{ id: Id }>("SELECT id FROM warehouses WHERE name = 'FBA'"))?.id ?? 0
    const lines = [book.mug, book.cup].map((productId) => ({
      productId,
      quantity: 10,
      unitCost: { amount: '2', currency: 'USD' },
    }))
    book.post({ kind: 'receive', input: { warehouseId: place, on: '2026-11-01', lines } })
    return { book, order: order.id, place }
  }

  test('is known by its headers; goods leave the place of the channel, one shipment for each number', () => {
    const { book, order, place } = waiting()
    const file = () =>
      fileOf('fulfilled.txt', [
        header,
        row('302-1', 'S-1', 'MUG', 10, 'DE1'),
        row('302-1', 'S-2', 'CUP', 3, 'DE2'),
        row('302-9', 'S-3', 'CUP', 1, 'DE3'),
      ])
    expect(inspect(book, file()).mapping).toMatchObject({ kind: 'shipments', options: { platform: 'amazon' } })
    const report = importOne(book, file())
    expect(counts(report)).toEqual([2, 0, 0, 1])
    expect(report.refused[0]).toMatchObject({ value: '302-9', expected: 'known-order' })
    expect(
      shipments(
        book,
        'channel, external_id AS id, sent_on AS sent, planned_on AS planned, planned_by AS by, warehouse_id AS place',
      ),
    ).toEqual([
      { channel: 'amazon', id: 'S-1', sent: '2026-11-10', planned: '2026-11-13', by: 'service', place },
      { channel: 'amazon', id: 'S-2', sent: '2026-11-10', planned: '2026-11-13', by: 'service', place },
    ])
    expect([book.onHand(book.mug, place), book.onHand(book.cup, place), book.onHand(book.mug, 1)]).toEqual([0, 7, 100])
    expect(book.sold(order).status).toBe('part_shipped')
    // Read again nothing leaves and nothing is made.
    expect(counts(importOne(book, file())).slice(0, 2)).toEqual([0, 0])
    expect(shipments(book, 'id')).toHaveLength(2)
    sound(book)
  })

  // Each estimate was taken for the plan before: by it nothing is late that is late by what the customer was told.
  test('an estimate of the file does not take the place of what the customer was promised', () => {
    const { book, order } = waiting()
    book.write((tx) => tx.update('sales_orders', order, { required_on: '2026-11-12' }))
    importOne(book, fileOf('fulfilled.txt', [header, row('302-1', 'S-1', 'MUG', 10, 'DE1')]))
    expect(shipments(book, 'planned_on AS planned, planned_by AS by')).toEqual([{ planned: '2026-11-12', by: 'order' }])
    sound(book)
  })

  test('what left before by another file is the same shipment, and gets its number', () => {
    const { book, order } = waiting()
    book.send({ orderId: order, on: '2026-11-09' })
    const file = () =>
      fileOf('fulfilled.txt', [header, row('302-1', 'S-1', 'MUG', 10, 'DE1'), row('302-1', 'S-2', 'CUP', 4, 'DE2')])
    const report = importOne(book, file())
    expect(counts(report)[3]).toBe(0)
    expect(shipments(book, 'external_id AS id, piece_count AS pieces')).toEqual([{ id: 'S-1', pieces: 2 }])
    expect(numbers(book)).toEqual([
      ['DE1', null],
      ['DE2', null],
    ])
    sound(book)
  })

  test('what does not lie there is refused with why, and leaves nothing', () => {
    const { book, order } = waiting()
    const report = importOne(book, fileOf('fulfilled.txt', [header, row('302-1', 'S-1', 'MUG', 11, 'DE1')]))
    expect(report.refused[0]).toMatchObject({ expected: 'open-quantity' })
    expect(book.sold(order).status).toBe('confirmed')
    expect(shipments(book, 'id')).toEqual([])
    sound(book)
  })
})

describe('a list of parcels', () => {
  const header = 'Order,Tracking number,Carrier,Shipped on,Delivered on,Weight (g),Shipping cost,Currency'
  const options = { makeMissing: true }

  test('sends what waits, with all that it tells; a second reading updates and adds nothing twice', () => {
    const book = dispatchBook()
    const [one, two] = [book.order(), book.order()]
    const rows = (delivered: string, cost: string) => [
      header,
      `${one.number},T-1,Swift,2026-11-10,${delivered},500,${cost},USD`,
      `${one.number},T-2,Swift,2026-11-10,${delivered},700,4.00,USD`,
      `${two.number},T-3,Swift,2026-11-11,,900,,`,
    ]
    const first = importOne(book, fileOf('shipments.csv', rows('', '6.50')), { kind: 'shipments', options })
    expect(counts(first)).toEqual([3, 0, 0, 0])
    expect(shipments(book, 'sent_on AS sent, state, weight_grams AS grams, cost_base_minor AS cost')).toEqual([
      { sent: '2026-11-10', state: 'booked', grams: 1200, cost: 1050 },
      { sent: '2026-11-11', state: 'booked', grams: 900, cost: null },
    ])
    const again = importOne(book, fileOf('shipments.csv', rows('2026-11-14', '7.00')), { kind: 'shipments', options })
    expect(counts(again)).toEqual([0, 2, 1, 0])
    expect(shipments(book, 'state, delivered_on AS day, cost_base_minor AS cost')).toEqual([
      { state: 'delivered', day: '2026-11-14', cost: 1100 },
      { state: 'booked', day: null, cost: null },
    ])
    // What a person typed since stays; a file fills in where nobody said anything.
    const ofOne = book.read((db) => db.get<{ id: Id }>('SELECT min(id) AS id FROM live_shipment_charges'))?.id ?? 0
    const actual = { amount: '12.50', currency: 'USD', rate: '' }
    book.write((tx) => editCharge(tx, ofOne, chargeInput.parse({ kind: 'freight', actual })), 'charges.edit')
    importOne(book, fileOf('shipments.csv', rows('2026-11-14', '8.00')), { kind: 'shipments', options })
    expect(shipments(book, 'cost_base_minor AS cost')).toEqual([{ cost: 1250 }, { cost: null }])
    expect(book.read((db) => db.raw('SELECT position, actual_minor FROM live_shipment_charges'))).toEqual([[1, 1250]])
    expect([book.sold(one.id).status, book.sold(two.id).status]).toEqual(['delivered', 'shipped'])
    expect(numbers(book)).toEqual([
      ['T1', 500],
      ['T2', 700],
      ['T3', 900],
    ])
    expect(book.onHand(book.mug, 1)).toBe(80)
    sound(book)
  })

  test('orders and their shipments in one import leave once, as the file of shipments says', () => {
    const book = dispatchBook()
    const ordersFile = fileOf('orders.csv', [
      'Order ID,Order date,Order status,SKU,Quantity,Unit price,Currency,Fulfillment channel,Customer',
      'X-1,2026-11-05,Shipped,MUG,2,5.00,USD,Merchant,Ann',
    ])
    const shipmentsFile = fileOf('shipments.csv', [header, 'X-1,T-9,Swift,2026-11-10,,,,'])
    importAll(book, [shipmentsFile, ordersFile], { options })
    expect(shipments(book, 'sent_on AS sent, piece_count AS pieces')).toEqual([{ sent: '2026-11-10', pieces: 1 }])
    expect(numbers(book)).toEqual([['T9', null]])
    sound(book)
  })

  test('an order of the past gets its shipment without stock moving', () => {
    const book = dispatchBook()
    const order = book.order()
    book.write((tx) => tx.update('sales_orders', order.id, { is_history: 1, status: 'shipped' }))
    const file = fileOf('shipments.csv', [header, `${order.number},T-1,Swift,2026-10-10,2026-10-20,,,`])
    expect(counts(importOne(book, file, { kind: 'shipments', options }))).toEqual([1, 0, 0, 0])
    expect(
      shipments(book, 'is_history AS past, left_on AS gone, delivered_on AS there, has_delivery_days AS days'),
    ).toEqual([{ past: 1, gone: '2026-10-10', there: '2026-10-20', days: 1 }])
    expect(book.onHand(book.mug, 1)).toBe(100)
    sound(book)
  })

  test('an order that waits in several shipments is not sent beside them', () => {
    const book = dispatchBook()
    const order = book.order()
    const orderLineId = order.lines[0]?.id ?? 0
    for (const quantity of [4, 6])
      book.write((tx) => addShipment(tx, shipmentInput.parse({ kind: 'order', lines: [{ orderLineId, quantity }] })))
    const file = fileOf('shipments.csv', [header, `${order.number},T-1,Swift,2026-11-10,,500,,`])
    const { refused } = importOne(book, file, { kind: 'shipments', options })
    expect(refused).toMatchObject([{ value: order.number, expected: 'one-waiting-shipment' }])
    expect(shipments(book, 'status')).toEqual([{ status: 'draft' }, { status: 'draft' }])
    sound(book)
  })

  test('what is no order of the book, or cannot leave, is refused by its row', () => {
    const book = dispatchBook()
    const draft = book.order({ status: 'draft' })
    const rows = [header, 'ZZ-9,T-1,Swift,2026-11-10,,,,', `${draft.number},T-2,Swift,2026-11-10,,,,`]
    const report = importOne(book, fileOf('shipments.csv', rows), { kind: 'shipments', options })
    expect(report.refused.map(({ expected }) => expected)).toEqual(['known-order', 'sendable-order'])
    sound(book)
  })
})
