// A pasted list of orders with their numbers: what each line means, and what becomes of it.
import { describe, expect, test } from 'vitest'
import { readSentList } from '#main/domain/shipments/read-sent-list.ts'
import { previewSentList, sendList } from '#main/services/shipments/moving/sent-list.ts'
import { type SentListDraft, sentListInput } from '#shared/schemas/shipment-moves.ts'
import { lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'
import { type MovingBook, movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { failureOf, main } from '#tests/services/stock/stock-book.ts'
import { makeCustomer } from '#tests/support/records.ts'

describe('reading', () => {
  const read = (text: string) => readSentList(text).map(({ line: _l, text: _t, ...row }) => row)
  const row = { order: 'SO-1', trackingNumbers: ['LV123456789CN'], carrier: '', day: '' }

  test.each([
    ['tabs', 'SO-1\tLV123456789CN\tChina Post\t2026-11-09', { carrier: 'China Post', day: '2026-11-09' }],
    ['commas', 'SO-1,LV123456789CN,China Post', { carrier: 'China Post' }],
    ['spaces, and a number that has some', 'SO-1  LV 123 456 789 CN', {}],
    ['semicolons and quotes', '"SO-1";"LV123456789CN";09.11.2026', { day: '09.11.2026' }],
    ['full-width marks', 'SO-1，LV123456789CN，顺丰', { carrier: '顺丰' }],
    ['a day with its time', 'SO-1 LV123456789CN 2026-11-09 14:05', { day: '2026-11-09' }],
    ['the order alone', 'SO-1', { trackingNumbers: [] }],
    ['several numbers', 'SO-1,LV123456789CN,LV987654321CN', { trackingNumbers: ['LV123456789CN', 'LV987654321CN'] }],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual([{ ...row, ...expected }])
  })

  test.each([
    'Order,Carrier,Tracking number,Shipped\nSO-1,DHL,LV123456789CN,2026-11-09',
    '订单号\t物流公司\t运单号\t发货日期\nSO-1\tDHL\tLV123456789CN\t2026-11-09',
    'Order date,Order status,Order no.,Carrier,Tracking number,Ship date\n2026-11-01,Paid,SO-1,DHL,LV123456789CN,2026-11-09',
    '订单日期\t订单号\t物流公司\t运单号\t发货日期\n2026-11-01\tSO-1\tDHL\tLV123456789CN\t2026-11-09',
  ])('headings say what a column is', (text) => {
    expect(read(text)).toEqual([{ ...row, carrier: 'DHL', day: '2026-11-09' }])
  })

  test('lines keep their places; empty ones are none', () => {
    expect(readSentList('\n\nSO-1\n\r\nSO-2\n').map(({ line, order }) => [line, order])).toEqual([
      [3, 'SO-1'],
      [5, 'SO-2'],
    ])
    expect(readSentList('')).toEqual([])
  })
})

const preview = (book: MovingBook, given: SentListDraft) =>
  book.writer.rehearse(null, (tx) => previewSentList(tx, sentListInput.parse(given)))
const send = (book: MovingBook, given: SentListDraft) => book.write((tx) => sendList(tx, sentListInput.parse(given)))
const parcels = (book: MovingBook) =>
  book.read((db) => db.raw('SELECT tracking_number FROM live_parcels ORDER BY id')).flat()

describe('shipments by their number', () => {
  test('a packed one is sent as it is, with its numbers; read again they are known; one that cannot leave says why', () => {
    const book = movingBook()
    const [order, big] = [book.order(), book.order({}, [{ quantity: 500 }])]
    const [id, short] = [order, big].map((one) => {
      const [orderLineId] = lineIds(one)
      const { quantity } = one === big ? { quantity: 500 } : { quantity: 4 }
      return book.ship({ kind: 'order', lines: [{ orderLineId, quantity }], warehouseId: main })
    }) as [number, number]
    const text = `${book.shipment(id).number},RR123456785CN\n${book.shipment(short).number},RR2222222222\nSH-1999-0001,RR3333333333`
    expect(preview(book, { on, text }).rows).toMatchObject([
      { state: 'ready', shipmentId: id, orderId: null },
      { state: 'short', code: 'stock/insufficient' },
      { state: 'unknown' },
    ])
    expect(book.shipment(id).status).toBe('draft')
    expect(send(book, { on, text })).toMatchObject({ sent: 1, numbered: 0, failed: 2 })
    expect(book.shipment(id)).toMatchObject({ status: 'sent', sentOn: on })
    expect(book.shipment(short).status).toBe('draft')
    expect(parcels(book)).toEqual(['RR123456785CN'])
    expect(book.onHand(book.mug, main)).toBe(96)
    expect(preview(book, { on, text }).rows[0]).toMatchObject({ state: 'sent' })
    expect(send(book, { on, text: `${book.shipment(id).number},RR987654321CN` })).toMatchObject({ numbered: 1 })
    expect(book.problems()).toEqual([])
  })
})

describe('sending', () => {
  test('each line says what it is: found, unknown, waiting, short, sent before', () => {
    const book = movingBook()
    const [one, big, draft, sent] = [
      book.order(),
      book.order({}, [{ quantity: 500 }]),
      book.order({ status: 'draft' }),
      book.order(),
    ]
    book.send({ orderId: sent.id, on, trackingNumber: 'OLD12345' })
    book.write((tx) => tx.update('sales_orders', one.id, { channel: 'etsy', external_id: '900-1' }))
    const text = [
      '900-1,RR123456785CN,swift parcel,2026-11-09',
      `${big.number},RR2222222222`,
      `${draft.number},RR3333333333`,
      `${sent.number},NEW55555`,
      'SO-9999,RR4444444444',
      ',RR5555555555',
    ].join('\n')
    const { rows, ready } = preview(book, { text, on })
    expect(rows.map(({ state }) => state)).toEqual(['ready', 'short', 'waiting', 'numbers', 'unknown', 'unread'])
    expect(rows[0]).toMatchObject({
      orderNumber: one.number,
      customer: 'Buyer',
      carrierId: book.carrier,
      on: '2026-11-09',
    })
    expect(rows[1]).toMatchObject({ code: 'stock/insufficient' })
    expect(ready).toBe(2)
    expect(book.sold(one.id).status).toBe('confirmed')
    expect(send(book, { text, on })).toMatchObject({ sent: 1, numbered: 1, failed: 4 })
    expect(parcels(book)).toEqual(['OLD12345', 'RR123456785CN', 'NEW55555'])
    expect(book.sold(one.id)).toMatchObject({ status: 'shipped', shippedOn: '2026-11-09' })
    // A second time nothing is left to do.
    expect(failureOf(() => send(book, { text, on })).code).toBe('shipments/list-empty')
    expect(book.onHand(book.mug, 1)).toBe(80)
    expect(book.problems()).toEqual([])
  })

  test('several lines of one order are one dispatch with all its numbers', () => {
    const book = movingBook()
    const order = book.order()
    const text = `${order.number} RR1111111111\n${order.number} RR2222222222\n${order.number} rr1111111111`
    expect(send(book, { text, on, carrierId: book.carrier })).toMatchObject({ sent: 1, failed: 0 })
    expect(parcels(book)).toEqual(['RR1111111111', 'RR2222222222'])
    expect(book.read((db) => db.raw('SELECT count(*) FROM live_dispatches'))).toEqual([[1]])
  })

  test('a day that could be two is asked for', () => {
    const book = movingBook()
    const order = book.order()
    const text = `${order.number},RR1111111111,03/11/2026`
    expect(preview(book, { text, on })).toMatchObject({
      ready: 0,
      needsDayOrder: true,
      rows: [{ state: 'day', on: null }],
    })
    expect(preview(book, { text, on, dayOrder: 'dmy' }).rows).toMatchObject([{ state: 'ready', on: '2026-11-03' }])
    const clear = `${order.number},RR1111111111,13/11/2026`
    expect(preview(book, { text: clear, on }).rows).toMatchObject([{ on: '2026-11-13' }])
  })

  test('a shipment that was packed for it is what leaves, with its cartons and the number', () => {
    const book = movingBook()
    const order = book.order({}, [{}, { productId: null, description: 'Insurance', quantity: 1 }])
    const [line] = order.lines
    const contents = [{ line: 0, quantity: 10 }]
    const packed = book.ship({
      ...{ kind: 'order', carrierId: book.carrier, lines: [{ orderLineId: line?.id ?? 0, quantity: 10 }] },
      parcels: [{ grossGrams: 1200, contents }],
    })
    send(book, { text: `${order.number}\tYT2612345678901234`, on })
    expect(book.shipment(packed)).toMatchObject({ status: 'sent', sentOn: on, carrierId: book.carrier })
    expect(book.shipment(packed).parcels).toMatchObject([{ trackingNumber: 'YT2612345678901234', grossGrams: 1200 }])
    expect(book.read((db) => db.raw('SELECT id FROM live_shipments'))).toEqual([[packed]])
    expect(book.sold(order.id).status).toBe('shipped')
    expect(book.problems()).toEqual([])
  })

  test('several that wait for one order are left to be sent one by one, and the line says which', () => {
    const book = movingBook()
    const [parted, whole] = [book.order(), book.order()]
    const lineId = parted.lines[0]?.id ?? 0
    for (const quantity of [4, 6]) book.ship({ kind: 'order', lines: [{ orderLineId: lineId, quantity }] })
    const text = `${parted.number}\tYT2612345678901234\n${whole.number}\tYT2612345678901235`
    expect(send(book, { text, on })).toMatchObject({ sent: 1, failed: 1 })
    expect(preview(book, { text, on }).rows[0]).toMatchObject({
      ...{ state: 'waiting', code: 'shipments/parts-wait' },
      details: { number: parted.number, shipments: expect.stringContaining(', ') },
    })
    expect(book.sold(parted.id).status).toBe('confirmed')
    expect(book.read((db) => db.raw('SELECT status FROM live_shipments ORDER BY id'))).toEqual([
      ['draft'],
      ['draft'],
      ['sent'],
    ])
    expect(book.problems()).toEqual([])
  })

  test('of an order in many parcels every number is kept, whole', () => {
    const book = movingBook()
    const order = book.order()
    const numbers = Array.from({ length: 40 }, (_, index) => `YT${2_612_345_678_901_000 + index}`)
    send(book, { text: numbers.map((number) => `${order.number}\t${number}`).join('\n'), on })
    expect(parcels(book)).toEqual(numbers)
    const [[told]] = book.read((db) => db.raw('SELECT tracking_number FROM dispatches')) as [[string]]
    expect(numbers.join(', ').startsWith(told)).toBe(true)
    expect(numbers).toContain(told.split(', ').at(-1))
  })

  test('a dash is no carrier, a name that begins alike is another; shops write # before their numbers', () => {
    const book = movingBook()
    const orders = ['1001', '1002', '1003'].map((number) => book.order({ number }))
    const [ups] = [book.write((tx) => makeCustomer(tx, 'UPS', { roles: ['carrier'] }))]
    const lines = [',-', ',Upson Jane', ',UPS快递']
    const text = orders.map(({ number }, at) => `#${number},YT261234567890123${at}${lines[at]}`).join('\n')
    expect(preview(book, { text, on }).rows.map(({ state, carrierId }) => [state, carrierId])).toEqual([
      ['ready', null],
      ['ready', null],
      ['ready', ups],
    ])
  })
})
