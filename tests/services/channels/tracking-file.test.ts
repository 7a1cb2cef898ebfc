// Files that tell channels tracking numbers: what stands in them, what is left out and why, and that nothing is told twice.
import { describe, expect, test } from 'vitest'
import { fileText } from '#main/domain/channels/file-format.ts'
import { addChannel } from '#main/services/channels/channel-commands.ts'
import { markTold, trackingFile } from '#main/services/channels/tracking-file.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { addShipment, setParcels } from '#main/services/shipments/shipment-commands.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { trackingFileInput } from '#shared/schemas/channel-files.ts'
import { channelInput } from '#shared/schemas/channels.ts'
import type { OrderDraft } from '#shared/schemas/orders.ts'
import { dispatchShipmentInput } from '#shared/schemas/shipment-moves.ts'
import { parcelInput, shipmentInput } from '#shared/schemas/shipments.ts'
import { makeParty } from '#tests/services/channels/carrier-of-book.ts'
import { type DispatchBook, dispatchBook, lineIds } from '#tests/services/dispatch/dispatch-book.ts'

const orderId = '123-4567890-1234567'
const itemId = '98765432101234567'

type Sent = { parcelIds: Id[] }

/** Sends an order in one shipment with as many parcels as there are numbers, each with its share of the first line. */
function send(book: DispatchBook, given: Partial<OrderDraft>, numbers: readonly string[], isPacked = true): Sent {
  const order = book.order(given)
  const [lineId = 0] = lineIds(order)
  const [externalId = ''] = given.externalId ? [itemId] : []
  book.write((tx) =>
    tx.update('order_lines', lineId, { external_id: externalId, external_sku: externalId && 'TH-MUG' }),
  )
  const quantity = 10 / numbers.length
  const carrierId = carrier(book)
  const { id, parcelIds } = book.write((tx) =>
    addShipment(
      tx,
      shipmentInput.parse({
        kind: 'order',
        carrierId,
        lines: [{ orderLineId: lineId, quantity: 10 }],
        parcels: numbers.map((trackingNumber) => ({
          trackingNumber,
          contents: isPacked ? [{ line: 0, quantity }] : [],
        })),
      }),
    ),
  )
  book.write((tx) => dispatchShipment(tx, dispatchShipmentInput.parse({ id, on: '2026-11-10' })))
  return { parcelIds }
}

let known: { book: DispatchBook; id: Id } | null = null
function carrier(book: DispatchBook): Id {
  if (known?.book !== book) known = { book, id: makeParty(book, 'YunExpress', 'https://track.example/{number}') }
  return known.id
}

function withChannels(): DispatchBook {
  const book = dispatchBook()
  book.write((tx) => addChannel(tx, channelInput.parse({ code: 'amz-de', kind: 'amazon', country: 'DE' })))
  book.write((tx) => addChannel(tx, channelInput.parse({ code: 'shop', kind: 'shopify' })))
  return book
}

const amazon = { channel: 'amz-de', externalId: orderId }
const made = (book: DispatchBook, input: unknown) => book.read((db) => trackingFile(db, trackingFileInput.parse(input)))
const reasons = (book: DispatchBook, input: unknown) => made(book, input).leftOut.map(({ why, count }) => [why, count])

describe('the file for Amazon', () => {
  test('has a row for each item of a parcel, its long numbers as they are', () => {
    const book = withChannels()
    send(book, amazon, ['YT2612345678901234', 'YT2612345678901235'])
    const { rows, format } = made(book, { format: 'amazon' })
    expect(
      fileText(
        format,
        rows.map(({ cells }) => cells),
      ).split('\r\n'),
    ).toEqual([
      'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method',
      `${orderId}\t${itemId}\t5\t2026-11-10\tYun Express\t\tYT2612345678901234\t`,
      `${orderId}\t${itemId}\t5\t2026-11-10\tYun Express\t\tYT2612345678901235\t`,
      '',
    ])
  })

  test('tells all goods under the only number, and an order alone where several parcels say nothing', () => {
    const book = withChannels()
    send(book, amazon, ['A1'], false)
    expect(made(book, { format: 'amazon' }).rows.map(({ cells }) => cells)).toEqual([
      [orderId, itemId, '10', '2026-11-10', 'Yun Express', '', 'A1', ''],
    ])
    const other = withChannels()
    send(other, amazon, ['A1', 'A2'], false)
    expect(made(other, { format: 'amazon' }).rows.map(({ cells }) => cells)).toEqual([
      [orderId, '', '', '2026-11-10', 'Yun Express', '', 'A1', ''],
      [orderId, '', '', '2026-11-10', 'Yun Express', '', 'A2', ''],
    ])
  })

  test('tells cartons without a number under the first of their shipment', () => {
    const book = withChannels()
    const { parcelIds } = send(book, amazon, ['A1', 'A2', 'A3', 'A4', 'A5'])
    book.write((tx) => {
      for (const id of parcelIds.slice(2)) tx.update('parcels', id, { tracking_number: '' })
    })
    expect(made(book, { format: 'amazon' }).rows.map(({ cells }) => [cells[2], cells[6]])).toEqual([
      ['8', 'A1'],
      ['2', 'A2'],
    ])
  })

  test('tells an order once where its items have no number there', () => {
    const book = withChannels()
    send(book, amazon, ['A1'])
    book.write((tx) => {
      for (const [id] of tx.raw('SELECT id FROM order_lines')) tx.update('order_lines', id as Id, { external_id: '' })
    })
    expect(made(book, { format: 'amazon' }).rows.map(({ cells }) => cells.slice(0, 3))).toEqual([[orderId, '', '']])
    expect(made(book, { format: 'generic' }).rows.map(({ cells }) => cells.slice(3, 6))).toEqual([['', 'TH-MUG', '10']])
  })

  test('counts in the units of the channel, and leaves a broken pack without a figure', () => {
    const book = withChannels()
    const sku = { channel: 'amz-de', external_sku: 'TH-MUG', title: '', product_id: book.mug, factor_milli: 5000 }
    book.write((tx) => tx.insert('channel_skus', sku))
    send(book, amazon, ['A1', 'A2'])
    send(book, { ...amazon, externalId: '123-4567890-7654321' }, ['A3', 'A4', 'A5', 'A6'])
    const quantities = made(book, { format: 'amazon' }).rows.map(({ cells }) => cells[2])
    expect(quantities).toEqual(['1', '1', '', '', '', ''])
  })
})

test('the file for eBay is the template of Seller Hub: a mark above the headings, a row for each transaction', () => {
  const book = withChannels()
  book.write((tx) => addChannel(tx, channelInput.parse({ code: 'ebay', kind: 'ebay' })))
  send(book, { channel: 'ebay', externalId: '12-34567-89012' }, ['E1'])
  const { rows, format } = made(book, { format: 'ebay' })
  expect(
    fileText(
      format,
      rows.map(({ cells }) => cells),
    ).split('\r\n'),
  ).toEqual([
    '#INFO',
    'Shipping Status,Order Number,Item Number,Item Title,Custom Label,Transaction ID,Shipping Carrier Used,Tracking Number',
    `Shipped,12-34567-89012,,,TH-MUG,${itemId},YunExpress,E1`,
    '',
  ])
})

describe('left out', () => {
  test('is what was told before, what has no channel and what is another one, each by its reason', () => {
    const book = withChannels()
    send(book, amazon, ['A1'])
    send(book, { channel: 'shop', externalId: '#1001' }, ['S1'])
    send(book, {}, ['N1'])
    expect(reasons(book, { format: 'amazon' })).toEqual([
      ['other-channel', 1],
      ['no-channel', 1],
    ])
    expect(made(book, { format: 'shopify' }).rows.map(({ cells }) => cells)).toEqual([
      ['#1001', 'S1', 'YunExpress', 'https://track.example/S1', '2026-11-10'],
    ])
    expect(made(book, { format: 'generic' }).rows).toHaveLength(3)
  })

  test('is nothing twice: once told, only when asked for again', () => {
    const book = withChannels()
    const { parcelIds } = send(book, amazon, ['A1'])
    const { id } = book.operation((tx) => markTold(tx, parcelIds, '2026-11-11' as Day))
    expect(id).toBeGreaterThan(0)
    expect(made(book, { format: 'amazon' }).rows).toEqual([])
    expect(reasons(book, { format: 'amazon' })).toEqual([['told-before', 1]])
    expect(made(book, { format: 'amazon', includeTold: true }).rows).toHaveLength(1)
    expect(book.write((tx) => markTold(tx, parcelIds, null))).toBe(1)
    expect(made(book, { format: 'amazon' }).rows).toHaveLength(1)
    expect(book.problems()).toEqual([])
  })

  test('but a number that was mended since is told', () => {
    const book = withChannels()
    const { parcelIds } = send(book, amazon, ['A1'])
    book.write((tx) => markTold(tx, parcelIds, '2026-11-11' as Day))
    const [[shipmentId]] = book.read((db) => db.raw('SELECT id FROM shipments')) as [[Id]]
    const save = (trackingNumber: string) =>
      book.write((tx) => setParcels(tx, shipmentId, [parcelInput.parse({ id: parcelIds[0], trackingNumber })]))
    save('a1')
    expect(made(book, { format: 'amazon' }).rows).toEqual([])
    save('A2')
    expect(made(book, { format: 'amazon' }).rows.map(({ cells }) => cells[6])).toEqual(['A2'])
  })

  test('are shipments outside of the days asked for', () => {
    const book = withChannels()
    send(book, amazon, ['A1'])
    expect(made(book, { format: 'amazon', from: '2026-11-11' }).rows).toEqual([])
    expect(made(book, { format: 'amazon', from: '2026-11-10', to: '2026-11-10' }).rows).toHaveLength(1)
  })
})

test('cells that a spreadsheet would take for a formula are guarded', () => {
  const book = withChannels()
  send(book, { ...amazon, externalId: '=1+1' }, ['A1'])
  const { rows, format } = made(book, { format: 'generic' })
  expect(
    fileText(
      format,
      rows.map(({ cells }) => cells),
    ),
  ).toContain("'=1+1")
})

test('a book without anything makes files without rows', () => {
  const book = dispatchBook()
  for (const format of ['amazon', 'shopify', 'etsy', 'ebay', 'generic']) {
    expect(made(book, { format })).toMatchObject({ rows: [], leftOut: [] })
  }
})
