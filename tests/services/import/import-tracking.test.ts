// Files of tracking: numbers in the shape of AfterShip and PKGE, and events of numbers in anybody's.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { deliverOrders } from '#main/services/orders/order-steps.ts'
import { cancelShipments } from '#main/services/shipments/shipment-commands.ts'
import { shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import { removeEvents, setEventState } from '#main/services/tracking/event-commands.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchBook } from '#tests/services/dispatch/dispatch-book.ts'
import { shipmentBook } from '#tests/services/shipments/shipment-book.ts'
import { fileOf, importAll, importOne, inspect, lent } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const rows = (book: TestBook, sql: string) => book.read((db) => db.raw(sql))
const sound = (book: TestBook) => {
  expect(book.read(shipmentsOutOfStep)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
}

const aftership = 'tracking_number,courier,title,order_id,order_path,customer_name,email,phone,destination_country'
const pkge =
  'trackNumber,courierId,destinationCountry,departureAddress,destinationAddress,orderId,recipientName,recipientEmail,recipientPhone,comment'

describe('tracking numbers', () => {
  test('of orders go onto their shipments, or make a draft of what is still to be sent', () => {
    const book = shipmentBook()
    const first = book.sale(10)
    const second = book.sale(4)
    const [a, b] = rows(book, 'SELECT number FROM sales_orders ORDER BY id').map(([number]) => String(number))
    const shipment = book.add({ lines: [{ orderLineId: first.lines[0] ?? 0, quantity: 10 }], parcels: [{}] })
    const file = fileOf('import.csv', [
      aftership,
      `9400100000000000000000,usps,#${a},${a},https://example.test,Anna,"a@example.com,b@example.com","+491",DEU`,
      `YT2400000000000031,yunexpress,,${b},,Bert,,,DE`,
    ])
    expect(inspect(book, file).mapping.kind).toBe('trackings')
    expect(importOne(book, file)).toMatchObject({ new: 1, changed: 1, refused: [] })
    expect(rows(book, `SELECT tracking_number FROM parcels WHERE shipment_id = ${shipment.id}`)).toEqual([
      ['9400100000000000000000'],
    ])
    const made = rows(book, 'SELECT kind, status, ship_to_country FROM shipments ORDER BY id DESC LIMIT 1')
    expect(made).toEqual([['order', 'draft', 'DE']])
    const lines = rows(book, 'SELECT order_line_id, qty_milli FROM shipment_lines ORDER BY id DESC LIMIT 1')
    expect(lines).toEqual([[second.lines[0], 4000]])
    expect(importOne(book, file)).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
    sound(book)
  })

  test('a shipment keeps the carrier that its file names; one that the book does not know is made once', () => {
    const book = testBook()
    const line = (number: string, courier: string) => `${number},${courier},,,,Anna,,,DEU`
    const file = fileOf('import.csv', [
      aftership,
      line('9400100000000000000000', 'usps'),
      line('9400100000000000000001', 'USPS'),
      line('QZ77', 'Onkel Otto'),
      line('QZ78', '1217'),
    ])
    const asked = importAll(book, [file], { dry: true })
    expect(asked.missing).toEqual([{ kind: 'carrier', count: 3, examples: ['usps', 'USPS', 'Onkel Otto'] }])
    const { files, made, missing } = importAll(book, [file], { options: { makeMissing: true } })
    expect({ files, made, missing }).toMatchObject({ files: [{ new: 4, refused: [] }], missing: [] })
    expect(made).toEqual([{ kind: 'carrier', count: 2 }])
    const named = `SELECT p.tracking_number, c.name, c.courier_code FROM shipments s JOIN parcels p ON p.shipment_id = s.id
      LEFT JOIN parties c ON c.id = s.carrier_id ORDER BY p.tracking_number`
    expect(rows(book, named)).toEqual([
      ['9400100000000000000000', 'USPS', 'usps'],
      ['9400100000000000000001', 'USPS', 'usps'],
      ['QZ77', 'Onkel Otto', ''],
      ['QZ78', null, null],
    ])
    expect(rows(book, 'SELECT count(*) FROM parties WHERE is_carrier = 1')).toEqual([[2]])
    sound(book)
  })

  test('a second number of an order is another parcel of its shipment; of a cancelled one nobody has it', () => {
    const book = shipmentBook()
    book.sale(10)
    const [[number]] = rows(book, 'SELECT number FROM sales_orders') as [[string]]
    const line = (tracking: string) => `${tracking},usps,,${number},,Anna,,,DEU`
    const file = fileOf('import.csv', [aftership, line('YT2400000000000031'), line('YT2400000000000032')])
    expect(importOne(book, file)).toMatchObject({ new: 1, changed: 1, refused: [] })
    expect(rows(book, 'SELECT tracking_number FROM parcels ORDER BY position')).toEqual([
      ['YT2400000000000031'],
      ['YT2400000000000032'],
    ])
    expect(rows(book, 'SELECT count(*) FROM shipments')).toEqual([[1]])
    book.write((tx) => cancelShipments(tx, [Number(rows(book, 'SELECT id FROM shipments')[0]?.[0])]))
    expect(importOne(book, file)).toMatchObject({ new: 1, changed: 1 })
    expect(rows(book, 'SELECT status FROM shipments ORDER BY id')).toEqual([['cancelled'], ['draft']])
    sound(book)
  })

  test('one number for two orders: the second is told, not passed over', () => {
    const book = shipmentBook()
    book.sale(10)
    book.sale(4)
    const lines = rows(book, 'SELECT number FROM sales_orders ORDER BY id').map(
      ([number]) => `="00340434161094042557",dhl,,${number},,Anna,,,DEU`,
    )
    expect(importOne(book, fileOf('import.csv', [aftership, ...lines]))).toMatchObject({
      new: 1,
      refused: [{ value: '00340434161094042557', expected: 'number-of-order' }],
    })
    expect(rows(book, 'SELECT tracking_number FROM parcels')).toEqual([['00340434161094042557']])
  })

  test('without an order that the book has make shipments of their own', () => {
    const book = testBook()
    const file = fileOf('pkge.csv', [
      pkge,
      '505010120238,3,ua,Von,Nach 1,111111,Name,test@recipient.email,79999991212,Text',
    ])
    expect(inspect(book, file).mapping.kind).toBe('trackings')
    expect(importOne(book, file)).toMatchObject({ new: 1, refused: [] })
    expect(
      rows(book, 'SELECT kind, status, reference, ship_to_name, ship_to_country, ship_to_email FROM shipments'),
    ).toEqual([['other', 'sent', '111111', 'Name', 'UA', 'test@recipient.email']])
    sound(book)
  })
})

describe('tracking events', () => {
  const track17 = 'number,time,status,sub_status,description,location'
  const news = [
    track17,
    'YT2400000000000031,2026-11-03T10:00:00+08:00,InTransit,InTransit_PickedUp,Accepted,Shenzhen',
    'YT2400000000000031,2026-11-09 22:00,InTransit,InTransit_CustomsRequiringInformation,In transit,Leipzig',
    'YT2400000000000031,2026-11-12,Delivered,Delivered_Other,,Berlin',
  ]

  const withNumber = () => {
    const book = shipmentBook()
    const shipment = book.add({ kind: 'other', parcels: [{ trackingNumber: 'YT2400000000000031' }] })
    book.write((tx) => tx.update('shipments', shipment.id, { status: 'sent', sent_on: '2026-11-02' }))
    return { book, id: shipment.id }
  }

  test('go to the shipment that has the number, in order, and once', () => {
    const { book, id } = withNumber()
    const file = fileOf('events.csv', news)
    expect(inspect(book, file).mapping.kind).toBe('tracking-events')
    expect(importOne(book, file)).toMatchObject({ new: 3, refused: [] })
    expect(rows(book, 'SELECT local_time, zone, state, read_by FROM shipment_events ORDER BY happened_at')).toEqual([
      ['2026-11-03T10:00', '+08:00', 'picked_up', 'text'],
      ['2026-11-09T22:00', '', 'import_hold', 'code'],
      ['2026-11-12', '', 'delivered', 'code'],
    ])
    expect(rows(book, `SELECT state, delivered_on FROM shipments WHERE id = ${id}`)).toEqual([
      ['delivered', '2026-11-12'],
    ])
    expect(importOne(book, file)).toMatchObject({ new: 0, unchanged: 3 })
    sound(book)
  })

  test('that said an order is delivered say so no more once they are gone or mean something else', () => {
    const book = dispatchBook()
    const remove = (id: Id) => book.write((tx) => removeEvents(tx, [id]), 'tracking.remove')
    const [one, other, byFile] = [book.order(), book.order(), book.order()]
    const numbered = { [one.id]: 'T-1', [other.id]: 'T-2', [byFile.id]: 'T-3' }
    book.sendMany({ orderIds: [one.id, other.id, byFile.id], on: '2026-11-10', trackingNumbers: numbered })
    // A file of orders says it, before anything is heard.
    book.write((tx) => deliverOrders(tx, [byFile.id], '2026-11-11' as never), 'imports.run')
    const news = ['T-1', 'T-2', 'T-3'].map((number) => `${number},2026-11-12,Delivered,Delivered_Other,,Berlin`)
    importOne(book, fileOf('events.csv', [track17, ...news]))
    const states = () => [one, other, byFile].map(({ id }) => book.sold(id).status)
    expect(states()).toEqual(['delivered', 'delivered', 'delivered'])
    const [first, second, third] = rows(book, 'SELECT id FROM shipment_events ORDER BY id').map(([id]) => id as Id)
    remove(first ?? 0)
    book.write((tx) => setEventState(tx, second ?? 0, 'departed'), 'tracking.setState')
    remove(third ?? 0)
    expect(states()).toEqual(['shipped', 'shipped', 'delivered'])
    expect(book.sold(one.id).deliveredOn).toBe(null)
    sound(book)
  })

  test('of a number that no shipment has are refused, or make one', () => {
    const book = testBook()
    const file = fileOf('events.csv', news)
    expect(importOne(book, file, { options: { makeMissing: false } })).toMatchObject({ new: 0 })
    expect(importOne(book, file, { options: { makeMissing: true } })).toMatchObject({ new: 3, refused: [] })
    expect(rows(book, 'SELECT kind, status, sent_on, state FROM shipments')).toEqual([
      ['other', 'sent', '2026-11-03', 'delivered'],
    ])
    sound(book)
  })

  test('whose days read two ways are asked about', () => {
    const { book } = withNumber()
    const file = fileOf('轨迹.csv', [
      '运单号,轨迹时间,轨迹描述,地点',
      'YT2400000000000031,03/04/2026 10:00,已揽收,深圳',
      'YT2400000000000031,05/04/2026 10:00,已签收,柏林',
    ])
    const { mapping, questions } = inspect(book, file)
    expect(mapping.kind).toBe('tracking-events')
    expect(questions.map(({ key }) => key)).toContain('dateOrder')
    expect(importOne(book, file)).toMatchObject({ new: 0, refused: [{ expected: 'day-ymd' }, { expected: 'day-ymd' }] })
    expect(importOne(book, file, { options: { dateOrder: 'dmy' } })).toMatchObject({ new: 2, refused: [] })
    expect(rows(book, 'SELECT local_time, state, place FROM shipment_events ORDER BY id')).toEqual([
      ['2026-04-03T10:00', 'picked_up', '深圳'],
      ['2026-04-05T10:00', 'delivered', '柏林'],
    ])
  })
})

test('events with day and clock in columns of their own are known as such', () => {
  const book = testBook()
  const file = fileOf('history.csv', [
    'Tracking Number,Date,Time,Activity,Location',
    'YT2400000000000031,11/14/2026,2:05 P.M.,Departed from Facility,Shenzhen',
    'YT2400000000000031,11/14/2026,16:30,Arrived at Facility,Hong Kong',
    'YT2400000000000031,11/15/2026,,Out for Delivery,Berlin',
    'YT2400000000000031,11/15/2026,noon,Delivered,Berlin',
  ])
  expect(inspect(book, file).mapping.kind).toBe('tracking-events')
  expect(importOne(book, file, { options: { makeMissing: true } })).toMatchObject({
    new: 3,
    refused: [{ value: 'noon', expected: 'clock' }],
  })
  expect(rows(book, 'SELECT local_time FROM shipment_events ORDER BY id').flat()).toEqual([
    ...['2026-11-14T14:05', '2026-11-14T16:30', '2026-11-15'],
  ])
})

test('events of Chinese files: hours by their word, zones by GMT', () => {
  const book = testBook()
  const file = fileOf('轨迹.csv', [
    '运单号,轨迹时间,轨迹描述,时区',
    'YT2400000000000031,2026年11月3日 14时05分,已揽收,GMT+8',
    'YT2400000000000031,2026/11/4 下午3:05,已签收,+0100',
  ])
  expect(importOne(book, file, { options: { makeMissing: true } })).toMatchObject({ new: 2, refused: [] })
  expect(rows(book, 'SELECT local_time, zone FROM shipment_events ORDER BY id')).toEqual([
    ['2026-11-03T14:05', '+08:00'],
    ['2026-11-04T15:05', '+01:00'],
  ])
})

const folder = fileURLToPath(new URL('../../../../shared/data/tracking/', import.meta.url))

describe.skipIf(!existsSync(folder))('the real templates (skipped where they are not there)', () => {
  test.each(['aftership_import_template.csv', 'pkge_import_template.csv'])('%s is known and taken', (name) => {
    const book = testBook()
    const file = lent(`${folder}${name}`)
    expect(inspect(book, file).mapping.kind).toBe('trackings')
    expect(importOne(book, file)).toMatchObject({ new: 1, refused: [] })
    expect(importOne(book, file)).toMatchObject({ new: 0, unchanged: 1 })
    sound(book)
  })
})
