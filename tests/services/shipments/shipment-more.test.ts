// What shipments take along and are begun with: transfers on their way, addresses of orders, customs lines of their goods; what
// is told of them and refused.
import { describe, expect, test } from 'vitest'
import { findPorts } from '#main/domain/shipments/ports.ts'
import { shipmentWarnings } from '#main/domain/shipments/shipment-warnings.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addOrder, editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { recordCounts } from '#main/services/records/record-counts.ts'
import { proposeCustoms } from '#main/services/shipments/propose-customs.ts'
import { setCustoms } from '#main/services/shipments/shipment-commands.ts'
import { listShipments } from '#main/services/shipments/shipment-list.ts'
import { shipmentsOf } from '#main/services/shipments/shipments-of.ts'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { tasksOf } from '#main/services/tasks/task-queries.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { customsEntryInput } from '#shared/schemas/shipment-customs.ts'
import { legInput, shipmentsOfInput } from '#shared/schemas/shipments.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { shipmentCheckInput } from '#shared/schemas/to-ship.ts'
import { shipmentBook } from '#tests/services/shipments/shipment-book.ts'
import { refusal } from '#tests/support/refusal.ts'

describe('a transfer that left without a shipment', () => {
  test('is taken along, has left on its day, and is taken once', () => {
    const book = shipmentBook()
    const cost = { amount: '2', currency: 'USD' }
    book.post({
      kind: 'receive',
      input: { on: '2026-10-01', warehouseId: 1, lines: [{ productId: book.mug, quantity: 50, cost }] },
    } as never)
    const sent = book.post({
      kind: 'transfer',
      input: {
        on: '2026-10-03',
        warehouseId: 1,
        toWarehouseId: book.yard,
        lines: [{ productId: book.mug, quantity: 30 }],
      },
    }) as { id: number }
    const begun = book.toShip({ documentIds: [sent.id] })
    expect(begun).toMatchObject({ kind: 'transfer', head: { warehouseId: 1, toWarehouseId: book.yard } })
    expect(begun.lines).toMatchObject([{ productId: book.mug, free: 30 }])
    const given = {
      ...{ kind: 'transfer' as const, warehouseId: 1, toWarehouseId: book.yard, documentIds: [sent.id] },
      lines: [{ productId: book.mug, quantity: 30 }],
    }
    const documentShipment = () => book.read((db) => getDocument(db, sent.id)).shipment
    expect(documentShipment()).toBeNull()
    const shipment = book.add(given)
    expect(documentShipment()).toEqual({ id: shipment.id, number: shipment.number })
    expect(shipment).toMatchObject({ status: 'sent', sentOn: '2026-10-03', state: 'booked', hasMoved: true })
    expect(shipment.verbs).toContain('arrive')
    expect(refusal(() => book.add(given))?.code).toBe('shipments/not-a-transfer')
    expect(refusal(() => book.edit(shipment.id, { lines: [] }))?.code).toBe('shipments/lines-fixed')
    expect(book.read(checkBook).problems).toEqual([])
  })
})

describe('begun from orders', () => {
  test('they agree on whom it goes to, or it says nobody', () => {
    const book = shipmentBook()
    const shipTo = { name: 'Anna', street: 'Weg 1', city: 'Bonn', postalCode: '53111', country: 'DE' }
    const [one, two] = [shipTo, { ...shipTo, city: 'Kiel' }].map((address) =>
      book.write((tx) => {
        const lines = [{ productId: book.mug, description: '', quantity: 1, unitPrice: '3' }]
        const head = {
          orderedOn: '2026-10-01',
          currency: 'USD',
          status: 'confirmed' as const,
          customerId: book.customer,
        }
        return addOrder(tx, orderInput.parse({ ...head, shipTo: address, lines })).id
      }),
    )
    expect(book.toShip({ orderIds: [one] }).head.shipTo).toMatchObject({ name: 'Anna', city: 'Bonn' })
    expect(book.toShip({ orderIds: [one, two] }).head).toMatchObject({ partyId: book.customer, shipTo: { city: '' } })
  })

  test('what the order sells for afterwards is what lies in the shipment', () => {
    const book = shipmentBook()
    const { id, lines } = book.sale(10)
    const shipment = book.add({ lines: [{ orderLineId: lines[0], quantity: 4 }] })
    book.write((tx) => {
      const order = getOrder(tx, id)
      const kept = order.lines.map((line) => ({
        id: line.id,
        productId: line.productId,
        description: '',
        quantity: 10,
        unitPrice: '5.00',
      }))
      editOrder(tx, id, orderInput.parse({ ...order, rate: '', lines: kept }))
    })
    expect(book.shipment(shipment.id).value).toBe('20.00')
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('an order and a product show the shipments that hold of them', () => {
    const book = shipmentBook()
    const { id, lines } = book.sale(10, 5)
    const shipment = book.add({ lines: [{ orderLineId: lines[1], quantity: 5 }] })
    const of = (question: object) =>
      book.read((db) => shipmentsOf(db, shipmentsOfInput.parse(question)).map((row) => row.id))
    expect(of({ orderId: id })).toEqual([shipment.id])
    expect(of({ productId: book.cup })).toEqual([shipment.id])
    expect(of({ productId: book.mug })).toEqual([])
    expect(of({})).toEqual([])
  })
})

describe('customs', () => {
  test('one line for each HS code and origin, with what is known of its goods', () => {
    const book = shipmentBook()
    const { lines } = book.sale(10, 4)
    book.write((tx) => {
      tx.update('products', book.mug, {
        hs_code: '691200',
        origin_country: 'CN',
        net_weight_grams: 300,
        gross_weight_grams: 350,
        customs_name_en: 'Mugs',
      })
      tx.update('products', book.cup, {
        hs_code: '691200',
        origin_country: 'CN',
        net_weight_grams: 200,
        gross_weight_grams: null,
        customs_name_en: 'Cups',
      })
    })
    const shipment = book.add({
      fromCountry: 'CN',
      lines: lines.map((orderLineId, index) => ({ orderLineId, quantity: index === 0 ? 10 : 4 })),
    })
    const proposed = book.read((db) => proposeCustoms(db, shipment.id, 'export'))
    expect(proposed).toMatchObject({ country: 'CN', currency: 'USD' })
    expect(proposed.lines).toEqual([
      {
        ...{ hsCode: '691200', description: 'Mugs; Cups', originCountry: 'CN', quantity: 14, unit: 'pcs' },
        ...{ netGrams: 3800, grossGrams: null, value: '42.00' },
      },
    ])
    const entry = customsEntryInput.parse({ ...proposed, declarationNumber: 'E-1', duty: '5.10', status: 'held' })
    book.write((tx) => setCustoms(tx, shipment.id, [entry]))
    expect(book.shipment(shipment.id).customs).toMatchObject([
      { status: 'held', duty: '5.10', tax: null, totals: { netGrams: 3800, grossGrams: null, value: '42.00' } },
    ])
    const early = { ...entry, declaredOn: '2026-10-05', statusOn: '2026-10-04' }
    const wrong = refusal(() => book.write((tx) => setCustoms(tx, shipment.id, [customsEntryInput.parse(early)])))
    expect(wrong?.code).toBe('shipments/customs-before-declared')
    book.write((tx) => setCustoms(tx, shipment.id, []))
    expect(book.read((db) => db.raw('SELECT count(*) FROM live_customs_lines'))).toEqual([[0]])
  })

  test('amounts need a currency', () => {
    const read = customsEntryInput.safeParse({ direction: 'export', duty: '5' })
    expect(read.error?.issues[0]?.path).toEqual(['currency'])
  })
})

describe('what does not look right and blocks nothing', () => {
  const warnings = (given: object) =>
    shipmentWarnings(shipmentCheckInput.parse(given)).map(({ field, code }) => `${field} ${code}`)
  const leg = (given: object) => legInput.parse({ mode: 'sea', ...given })

  test('terms for ships where none sails, numbers whose check digit fails, legs that do not meet', () => {
    expect(warnings({ incoterm: 'FOB', mode: 'air' })).toEqual(['incoterm incoterm-mode'])
    expect(warnings({ incoterm: 'FOB', mode: 'sea' })).toEqual([])
    expect(warnings({ incoterm: 'CIF', mode: 'courier', legs: [leg({}), leg({ mode: 'road' })] })).toEqual([])
    expect(
      warnings({ legs: [leg({ containerNumber: 'CSQU3054384' }), leg({ mode: 'air', blNumber: '020-12345676' })] }),
    ).toEqual(['legs.0.containerNumber container-digit', 'legs.1.blNumber waybill-digit'])
    // A bill of lading of a ship has no form of its own.
    expect(warnings({ legs: [leg({ blNumber: 'BHLNGB2600463' })] })).toEqual([])
    const legs = [leg({ plannedArrivalOn: '2026-11-10' }), leg({ plannedDepartureOn: '2026-11-09' })]
    expect(warnings({ legs })).toEqual(['legs.1.plannedDepartureOn leg-early'])
  })
})

test('ports by code and by name; what is exact first', () => {
  expect(findPorts('nlrtm')[0]).toEqual({ code: 'NLRTM', name: 'Rotterdam', country: 'NL' })
  expect(findPorts('rotter').map(({ code }) => code)).toContain('NLRTM')
  expect(findPorts('x')).toEqual([])
})

test('the list says whom a shipment goes to, what it holds and which are late; it is found by its numbers', () => {
  const book = shipmentBook()
  const { lines } = book.sale(10)
  const parcels = [{ trackingNumber: 'RR 123 CN' }, { trackingNumber: 'RR124CN' }]
  const one = book.add({
    partyId: book.customer,
    carrierId: book.carrier,
    shipTo: { country: 'DE' },
    lines: [{ orderLineId: lines[0], quantity: 2 }],
    parcels,
  })
  book.add({
    kind: 'purchase',
    partyId: book.factory,
    fromCountry: 'CN',
    legs: [{ mode: 'sea', containerNumber: 'CSQU3054383' }],
  })
  const list = (query: object) => book.read((db) => listShipments(db, listInput.parse(query))).rows
  expect(list({})).toMatchObject([
    { to: 'Factory', country: 'CN', trackingNumber: '' },
    { to: 'Buyer', country: 'DE', carrier: 'Fast Parcels', trackingNumber: 'RR123CN', moreNumbers: 1, value: '6.00' },
  ])
  for (const search of ['RR124', 'buyer', one.number]) expect(list({ search }).map(({ id }) => id)).toEqual([one.id])
  expect(list({ search: 'csqu305' })).toMatchObject([{ kind: 'purchase' }])
  expect(list({ filters: [{ column: 'kind', op: 'is', values: ['purchase'] }] })).toHaveLength(1)
})

test('a task hangs on a shipment, is counted on its panel and named by its number', () => {
  const book = shipmentBook()
  const { id, number } = book.add({ kind: 'other' })
  const record = { kind: 'shipment', id } as const
  book.write((tx) => addTask(tx, taskInput.parse({ title: 'Call the broker', record })))
  expect(book.read((db) => tasksOf(db, record))).toMatchObject([
    { title: 'Call the broker', record: { kind: 'shipment', id, code: number } },
  ])
  expect(book.read((db) => recordCounts(db, record))).toMatchObject({ tasks: 1 })
})
