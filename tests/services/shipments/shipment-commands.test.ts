// Shipments as records: what they take of orders, what lies in their parcels, what follows from it.
import { describe, expect, test } from 'vitest'
import { bookToday } from '#main/services/book/book-today.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import {
  addShipment,
  cancelShipments,
  packShipments,
  reopenShipments,
  setLegDays,
  setParcels,
  setShipmentsArchived,
  unpackShipments,
} from '#main/services/shipments/shipment-commands.ts'
import { settleShipments, shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { parcelInput, shipmentInput } from '#shared/schemas/shipments.ts'
import { shipmentBook } from '#tests/services/shipments/shipment-book.ts'
import { refusal } from '#tests/support/refusal.ts'

const parcels = (...given: Parameters<typeof parcelInput.parse>[0][]) =>
  given.map((parcel) => parcelInput.parse(parcel))

describe('what a shipment takes of orders', () => {
  test('lines of orders with their quantities, their products and what they are worth', () => {
    const book = shipmentBook()
    const one = book.sale(10, 4)
    const other = book.sale(5)
    const shipment = book.add({
      partyId: book.customer,
      lines: [
        { orderLineId: one.lines[0], quantity: 4 },
        { orderLineId: other.lines[0], quantity: 5 },
      ],
    })
    expect(shipment).toMatchObject({ status: 'draft', state: '', lineCount: 2, orderCount: 2, value: '27.00' })
    expect(shipment.number).toMatch(/^SH-\d{4}-0001$/)
    expect(shipment.lines.map(({ sku, quantity, value }) => [sku, quantity, value])).toEqual([
      ['MUG', 4, '12.00'],
      ['MUG', 5, '15.00'],
    ])
    expect(shipment.orders.map(({ id }) => id)).toEqual([one.id, other.id])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('a line that is worth nobody knows what leaves the whole without a value', () => {
    const book = shipmentBook()
    const { lines } = book.sale(10)
    const shipment = book.add({
      lines: [
        { orderLineId: lines[0], quantity: 1 },
        { productId: book.cup, quantity: 1 },
      ],
    })
    expect(shipment.value).toBeNull()
    expect(shipment.lines.map(({ value }) => value)).toEqual(['3.00', null])
  })

  test('never more than is open and not held by another shipment', () => {
    const book = shipmentBook()
    const { id, lines } = book.sale(10)
    const first = book.add({ lines: [{ orderLineId: lines[0], quantity: 6 }] })
    expect(book.toShip({ orderIds: [id] }).lines).toMatchObject([{ open: 10, held: 6, free: 4 }])
    expect(book.toShip({ orderIds: [id], exceptId: first.id }).lines).toMatchObject([{ open: 10, held: 0, free: 10 }])
    expect(refusal(() => book.add({ lines: [{ orderLineId: lines[0], quantity: 5 }] }))).toMatchObject({
      code: 'shipments/too-much',
      details: { line: 'MUG', asked: 5, open: 4, field: 'lines.0.quantity' },
    })
    book.edit(first.id, { lines: [{ orderLineId: lines[0], quantity: 10 }] })
    expect(book.toShip({ orderIds: [id] }).lines).toMatchObject([{ free: 0 }])
    book.write((tx) => cancelShipments(tx, [first.id]))
    const second = book.add({ lines: [{ orderLineId: lines[0], quantity: 8 }] })
    expect(refusal(() => book.write((tx) => reopenShipments(tx, [first.id])))).toMatchObject({
      code: 'shipments/too-much',
      details: { asked: 10, open: 2 },
    })
    book.write((tx) => cancelShipments(tx, [second.id]))
    book.write((tx) => reopenShipments(tx, [first.id]))
    expect(book.shipment(first.id).status).toBe('draft')
  })

  test('two lines of one shipment for one order line count together', () => {
    const book = shipmentBook()
    const { lines } = book.sale(10)
    const twice = [6, 5].map((quantity) => ({ orderLineId: lines[0], quantity }))
    expect(refusal(() => book.add({ lines: twice }))).toMatchObject({
      code: 'shipments/too-much',
      details: { asked: 11 },
    })
  })

  test('lines of purchase orders come from a supplier, and are held until they are received', () => {
    const book = shipmentBook()
    const order = book.order()
    const lineId = order.lines[0]?.id
    const shipment = book.add({ kind: 'purchase', lines: [{ purchaseLineId: lineId, quantity: 60 }] })
    expect(shipment.value).toBe('120.00')
    expect(book.toShip({ purchaseIds: [order.id] })).toMatchObject({
      kind: 'purchase',
      head: { partyId: book.factory },
      lines: [{ open: 100, held: 60, free: 40 }],
    })
    const wrong = refusal(() => book.add({ kind: 'order', lines: [{ purchaseLineId: lineId, quantity: 1 }] }))
    expect(wrong?.code).toBe('shipments/line-of-other-kind')
  })

  test('what an order costs later is what its shipment holds', () => {
    const book = shipmentBook()
    const order = book.order()
    const shipment = book.add({ kind: 'purchase', lines: [{ purchaseLineId: order.lines[0]?.id, quantity: 50 }] })
    book.write((tx) => tx.update('purchase_lines', order.lines[0]?.id ?? 0, { base_minor: 40000 }))
    expect(book.read(shipmentsOutOfStep)).toEqual([shipment.id])
    book.write((tx) => settleShipments(tx, [shipment.id]))
    expect(book.shipment(shipment.id).value).toBe('200.00')
    expect(book.read(shipmentsOutOfStep)).toEqual([])
  })
})

describe('parcels', () => {
  test('a parcel with a tracking number is enough', () => {
    const book = shipmentBook()
    const { lines } = book.sale(1)
    const shipment = book.add({
      carrierId: book.carrier,
      lines: [{ orderLineId: lines[0], quantity: 1 }],
      parcels: [{ packaging: 'parcel', trackingNumber: 'RR123456785CN' }],
    })
    expect(shipment).toMatchObject({ pieceCount: 1, weightGrams: null, volumeCm3: null })
    expect(shipment.parcels).toMatchObject([{ trackingNumber: 'RR123456785CN', contents: [], state: '' }])
  })

  test('contents by the place of a line; weights and volumes of all pieces', () => {
    const book = shipmentBook()
    const { lines } = book.sale(30, 5)
    const carton = { pieces: 3, lengthMm: 400, widthMm: 300, heightMm: 250, netGrams: 9000, grossGrams: 10000 }
    const shipment = book.add({
      lines: lines.map((orderLineId, index) => ({ orderLineId, quantity: index === 0 ? 30 : 5 })),
      parcels: [{ ...carton, contents: [{ line: 0, quantity: 30 }] }],
    })
    expect(shipment).toMatchObject({ pieceCount: 3, weightGrams: 30000, volumeCm3: 90000 })
    expect(shipment.lines.map(({ packed }) => packed)).toEqual([30, 0])
    const [parcel] = shipment.parcels
    const more = parcels(
      { ...carton, id: parcel?.id, contents: [{ lineId: shipment.lines[0]?.id, quantity: 30 }] },
      { grossGrams: 500 },
    )
    book.write((tx) => setParcels(tx, shipment.id, more))
    expect(book.shipment(shipment.id)).toMatchObject({ pieceCount: 4, weightGrams: 30500, volumeCm3: null })
    expect(book.shipment(shipment.id).parcels[0]?.id).toBe(parcel?.id)
  })

  test('never more of a line than the shipment holds', () => {
    const book = shipmentBook()
    const { lines } = book.sale(10)
    const shipment = book.add({ lines: [{ orderLineId: lines[0], quantity: 10 }] })
    const lineId = shipment.lines[0]?.id ?? 0
    const full = parcels({ contents: [{ lineId, quantity: 8 }] }, { contents: [{ lineId, quantity: 3 }] })
    expect(refusal(() => book.write((tx) => setParcels(tx, shipment.id, full)))).toMatchObject({
      code: 'shipments/parcels-too-full',
      details: { line: 'MUG', packed: 11, quantity: 10 },
    })
    book.write((tx) => setParcels(tx, shipment.id, parcels({ contents: [{ lineId, quantity: 8 }] })))
    const less = { lines: [{ id: lineId, orderLineId: lines[0], quantity: 7 }] }
    expect(refusal(() => book.edit(shipment.id, less))?.code).toBe('shipments/parcels-too-full')
    // A line that goes leaves its parcels.
    book.edit(shipment.id, { lines: [] })
    expect(book.shipment(shipment.id).parcels[0]?.contents).toEqual([])
  })

  test('a parcel that was heard of stays', () => {
    const book = shipmentBook()
    const shipment = book.add({ parcels: [{ trackingNumber: 'X1' }] })
    const parcel_id = shipment.parcels[0]?.id ?? 0
    book.write((tx) =>
      tx.insert('shipment_events', { shipment_id: shipment.id, parcel_id, local_time: '2026-10-01', happened_at: 1 }),
    )
    expect(refusal(() => book.write((tx) => setParcels(tx, shipment.id, [])))?.code).toBe('shipments/parcel-heard-of')
  })
})

describe('legs and the plan', () => {
  const leg = { mode: 'sea' as const, from: { code: 'cnszx' }, to: { code: 'DEHAM' } }

  test('nobody typed a day: the last leg’s plan says it, and what really happens does not move it', () => {
    const book = shipmentBook()
    const shipment = book.add({
      kind: 'purchase',
      legs: [
        { ...leg, plannedDepartureOn: '2026-10-01', plannedArrivalOn: '2026-11-02', containerNumber: 'csqu 305438-3' },
      ],
    })
    expect(shipment).toMatchObject({ plannedOn: '2026-11-02', plannedBy: 'legs' })
    expect(shipment.legs).toMatchObject([{ containerNumber: 'CSQU3054383', from: { code: 'CNSZX' } }])
    const legId = shipment.legs[0]?.id ?? 0
    book.write((tx) => setLegDays(tx, { legId, departedOn: asDay('2026-10-03'), arrivedOn: asDay('2026-11-05') }))
    expect(book.shipment(shipment.id)).toMatchObject({ plannedOn: '2026-11-02', plannedBy: 'legs' })
    const typed = book.edit(shipment.id, { plannedOn: '2026-11-20' })
    expect(typed).toMatchObject({ plannedOn: '2026-11-20', plannedBy: 'typed' })
    book.write((tx) => setLegDays(tx, { legId, departedOn: asDay('2026-10-03'), arrivedOn: asDay('2026-11-06') }))
    expect(book.shipment(shipment.id).plannedOn).toBe('2026-11-20')
    // Taken out again, the legs say it.
    expect(book.edit(shipment.id, { plannedOn: null })).toMatchObject({ plannedOn: '2026-11-02', plannedBy: 'legs' })
  })

  test('the legs do not take the place of what the order promised', () => {
    const book = shipmentBook()
    const shipment = book.add({ plannedOn: '2026-11-20' })
    book.write((tx) => tx.update('shipments', shipment.id, { planned_by: 'order' }))
    const legs = [{ ...leg, plannedDepartureOn: '2026-11-01', plannedArrivalOn: '2026-11-25' }]
    expect(book.edit(shipment.id, { plannedOn: '2026-11-20', legs })).toMatchObject({
      plannedOn: '2026-11-20',
      plannedBy: 'order',
    })
  })

  test('nothing comes in before it left', () => {
    const book = shipmentBook()
    const backwards = refusal(() => book.add({ legs: [{ ...leg, departedOn: '2026-10-05', arrivedOn: '2026-10-04' }] }))
    expect(backwards).toMatchObject({
      code: 'shipments/arrival-before-departure',
      details: { field: 'legs.0.arrivedOn' },
    })
  })

  test('no leg left or came in on a day that is still to come, but where the next day has begun', () => {
    const book = shipmentBook()
    const today = book.read((db) => bookToday(db, db.now))
    const legs = [{ ...leg, departedOn: today, arrivedOn: addDays(today, 1) }]
    const shipment = book.add({ legs })
    const legId = shipment.legs[0]?.id ?? (0 as Id)
    const late = { legId, departedOn: addDays(today, 2), arrivedOn: null }
    expect(refusal(() => book.write((tx) => setLegDays(tx, late)))).toMatchObject({
      code: 'shipments/future-day',
      details: { field: 'departedOn' },
    })
    const ahead = { legs: [{ ...leg, arrivedOn: addDays(today, 2) }] }
    expect(refusal(() => book.add(ahead))).toMatchObject({ details: { field: 'legs.0.arrivedOn' } })
  })
})

describe('how far it is', () => {
  test('packed, unpacked, cancelled, archived', () => {
    const book = shipmentBook()
    const { lines } = book.sale(10)
    const empty = book.add({})
    expect(refusal(() => book.write((tx) => packShipments(tx, [empty.id])))?.code).toBe('shipments/nothing-in-it')
    const { id } = book.add({ lines: [{ orderLineId: lines[0], quantity: 1 }] })
    book.write((tx) => packShipments(tx, [id], asDay('2026-10-02')))
    expect(book.shipment(id)).toMatchObject({ status: 'packed', packedOn: '2026-10-02' })
    expect(refusal(() => book.write((tx) => setShipmentsArchived(tx, [id], true)))?.code).toBe('shipments/still-open')
    book.write((tx) => unpackShipments(tx, [id]))
    book.write((tx) => cancelShipments(tx, [id]))
    book.write((tx) => setShipmentsArchived(tx, [id], true))
    expect(book.shipment(id)).toMatchObject({ status: 'cancelled', archived: true, verbs: ['reopen'] })
    expect(refusal(() => book.edit(id, {}))?.code).toBe('shipments/cannot-edit')
  })

  test('a number stands at one shipment', () => {
    const book = shipmentBook()
    book.add({ number: 'A-1' })
    expect(refusal(() => book.add({ number: 'A-1' }))).toMatchObject({ code: 'shipments/number-taken' })
  })

  test('what was sent without a word of it is booked, and what the events say, it is', () => {
    const book = shipmentBook()
    const { id } = book.write((tx) =>
      addShipment(tx, shipmentInput.parse({ kind: 'order', parcels: [{ trackingNumber: 'X1' }] }), {
        status: 'sent',
        sent_on: asDay('2026-10-01'),
      }),
    )
    expect(book.shipment(id)).toMatchObject({
      state: 'booked',
      stateOn: '2026-10-01',
      leftOn: '2026-10-01',
      isOpen: true,
    })
    const parcel_id = book.shipment(id).parcels[0]?.id ?? 0
    book.write((tx) => {
      tx.insert('shipment_events', {
        ...{ shipment_id: id, parcel_id, local_time: '2026-10-04T10:00', state: 'delivered' },
        happened_at: Date.parse('2026-10-04T10:00Z'),
      })
      settleShipments(tx, [id])
    })
    expect(book.shipment(id)).toMatchObject({ state: 'delivered', deliveredOn: '2026-10-04', isOpen: false })
    expect(book.shipment(id).parcels).toMatchObject([{ state: 'delivered', deliveredOn: '2026-10-04' }])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('a parcel that was deleted is nowhere, also where it left first', () => {
    const book = shipmentBook()
    const {
      id,
      parcels: [parcel],
    } = book.add({ parcels: parcels({ trackingNumber: 'RR123456785CN' }) })
    const where = () => book.read((db) => db.raw('SELECT state, state_on FROM parcels WHERE id = ?', parcel?.id ?? 0))
    book.write((tx) => {
      tx.update('shipments', id, { status: 'sent', sent_on: '2026-03-05' })
      settleShipments(tx, [id])
    })
    expect(where()).toEqual([['booked', '2026-03-05']])
    book.write((tx) => tx.update('parcels', parcel?.id ?? 0, { deleted: 1 }))
    expect(book.read(shipmentsOutOfStep)).toEqual([id])
    book.write((tx) => settleShipments(tx, [id]))
    expect(where()).toEqual([['', null]])
    expect(book.read(shipmentsOutOfStep)).toEqual([])
  })

  test('of files of the past that tell no days of delivery nobody waits for more', () => {
    const book = shipmentBook()
    const { id } = book.write((tx) =>
      addShipment(tx, shipmentInput.parse({ kind: 'order', plannedOn: '2026-09-01' }), {
        ...{ status: 'sent', sent_on: asDay('2026-10-01'), is_history: 1, has_delivery_days: 0 },
      }),
    )
    expect(book.shipment(id)).toMatchObject({
      state: 'departed',
      isOpen: false,
      isLate: false,
      verbs: ['edit', 'cancel'],
    })
  })
})
