// All services side by side: which zone, which table, what each part costs, and why one cannot take it.
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { chooseService, quoteShipment } from '#main/services/carriers/quote-shipment.ts'
import { setServicesArchived } from '#main/services/carriers/service-commands.ts'
import { chargesOfShipment } from '#main/services/charges/charge-queries.ts'
import { carrierBook, kg, twoCartons } from '#tests/services/carriers/carrier-book.ts'
import { laneShipment } from '#tests/support/lane-rows.ts'
import { makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'

const rates = (price: string, zoneId: number | null = null) => [
  { zoneId, upToGrams: kg(10), base: price },
  { zoneId, overGrams: kg(10), base: price, stepGrams: 500, step: '3.25' },
]

test('an empty book, and a service without anything: nothing can be quoted, and why', () => {
  const book = carrierBook()
  expect(book.quote().rows).toEqual([])
  const id = book.service()
  expect(book.quote().rows).toMatchObject([
    { serviceId: id, refusal: 'no_table', price: null, days: { source: 'none' } },
  ])
  expect(book.quote().rows[0]?.weight).toMatchObject({ chargeableGrams: kg(12), by: 'volume', volume: '0.060' })
})

test('price by part, in its own currency and in base by the rate of the day', () => {
  const book = carrierBook()
  book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-11-20', '1.1'))
  const id = book.service({ daysMin: 3, daysMax: 5 })
  book.table(id, {
    currency: 'EUR',
    rates: rates('80'),
    surcharges: [
      { kind: 'fuel', percent: 18.5 },
      { kind: 'remote', perShipment: '25', onRequest: true },
    ],
  })
  const [row] = book.quote().rows
  expect(row?.price).toMatchObject({
    ...{ currency: 'EUR', total: '110.21', base: '121.23', rate: '1.1', rateOn: '2026-11-20', isMinimum: false },
    parts: [
      { kind: 'freight', amount: '93.00' },
      { kind: 'fuel', amount: '17.21' },
    ],
    rule: { overGrams: kg(10), base: '80.00', stepGrams: 500, step: '3.25', steps: 4 },
  })
  expect(row?.days).toEqual({
    source: 'told',
    p50: 3,
    p80: 5,
    onTimeRate: null,
    judged: 0,
    n: 0,
    why: 'too_few',
    basis: null,
  })
  expect(book.quote({ requests: ['remote'] }).rows[0]?.price?.total).toBe('135.21')
  expect(book.quote({ on: '2026-10-01' }).rows[0]?.price).toMatchObject({ total: '110.21', base: null, rate: null })
})

test('zones by country and postal code; a service that cannot take it says why, and comes last', () => {
  const book = carrierBook()
  const id = book.service({ name: 'Zoned', maxSideMm: 1000, maxPieceGrams: kg(30) })
  const { Near = 0, Far = 0 } = book.zones(id, { Near: ['DE', 'GB'], Far: ['GB-BT', 'US-9'] })
  book.table(id, { rates: [...rates('80', Near), ...rates('120', Far)] })
  const cheap = book.service({ name: 'Cheap', divisor: null })
  book.table(cheap, { rates: [{ upToGrams: kg(9), base: '20' }] })
  const asked = (given: Parameters<typeof book.quote>[0]) =>
    book
      .quote(given)
      .rows.map(({ service, price, refusal: why, notices }) => [service, price?.total ?? why, ...notices])
  expect(asked({})).toEqual([
    ['Cheap', '20.00'],
    ['Zoned', '93.00'],
  ])
  expect(asked({ country: 'GB', postalCode: 'bt1 5gs' })[1]).toEqual(['Zoned', '133.00'])
  expect(asked({ country: 'GB' })[1]).toEqual(['Zoned', '93.00', 'postal_code'])
  expect(asked({ country: 'US' })[1]).toEqual(['Zoned', 'postal_code'])
  expect(asked({ country: 'US', postalCode: '10001' })[1]).toEqual(['Zoned', 'no_zone'])
  expect(asked({ pieces: [{ ...twoCartons, lengthMm: 1001 }] })).toEqual([
    ['Cheap', '20.00'],
    ['Zoned', 'too_long'],
  ])
  expect(asked({ pieces: [{ ...twoCartons, grams: kg(10) }] })).toEqual([
    ['Zoned', '145.00'],
    ['Cheap', 'no_rate'],
  ])
  expect(asked({ pieces: [{ ...twoCartons, heightMm: null }] })[1]).toEqual(['Zoned', 'no_size'])
  book.write((tx) => setServicesArchived(tx, [cheap], true))
  expect(asked({})).toHaveLength(1)
})

test('revenue tons: by volume or by weight, and by neither where the rate charges more of them than there are', () => {
  const book = carrierBook()
  const id = book.service({ mode: 'sea', weighsBy: 'revenue_ton', divisor: null })
  book.table(id, { rates: [{ ton: '100', minimumTons: 1 }] })
  const countsBy = (pieces: number, grams: number) => {
    const [row] = book.quote({ pieces: [{ ...twoCartons, pieces, grams }] }).rows
    return [row?.weight?.by, row?.price?.rule.tons, row?.price?.total]
  }
  expect(countsBy(2, kg(4))).toEqual(['least', '1', '100.00'])
  expect(countsBy(40, kg(4))).toEqual(['volume', '1.2', '120.00'])
  expect(countsBy(10, kg(150))).toEqual(['weight', '1.5', '150.00'])
})

test('by days: what is quickest first, what nobody knows last', () => {
  const book = carrierBook()
  const slow = book.service({ name: 'Slow', daysMin: 10, daysMax: 20 })
  const quick = book.service({ name: 'Quick', daysMin: 2 })
  const unknown = book.service({ name: 'Unknown' })
  for (const [id, price] of [
    [slow, '10'],
    [quick, '30'],
    [unknown, '20'],
  ] as const)
    book.table(id, { rates: rates(price) })
  const names = (sort: 'price' | 'days') => book.quote({ sort }).rows.map(({ service }) => service)
  expect(names('price')).toEqual(['Slow', 'Unknown', 'Quick'])
  expect(names('days')).toEqual(['Quick', 'Slow', 'Unknown'])
})

test('days and the on-time rate are those of own deliveries: on this lane, else wherever the service went', () => {
  const book = carrierBook()
  const id = book.service({ daysMin: 3 })
  book.table(id, { rates: rates('80') })
  const sent = (country: string, days: readonly string[], planned: string) =>
    book.write((tx) => {
      for (const day of days) {
        laneShipment(tx, {
          ...{ carrier_id: book.carrier, service_id: id, ship_to_country: country, state: 'delivered' },
          ...{ left_on: '2026-11-01', planned_on: planned, delivered_on: day },
        })
      }
    })
  sent('FR', ['2026-11-04', '2026-11-09'], '2026-11-05')
  expect(book.quote().rows[0]?.days).toMatchObject({ source: 'told', p50: 3, n: 2, onTimeRate: 0.5, judged: 2 })
  sent('DE', ['2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09', '2026-11-11'], '2026-11-08')
  expect(book.quote().rows[0]?.days).toEqual({
    ...{ source: 'measured', p50: 7, p80: 8.4, n: 5, basis: 'serviceLane', why: null },
    ...{ onTimeRate: 0.6, judged: 5 },
  })
  expect(book.quote({ fromCountry: 'VN' }).rows[0]?.days).toMatchObject({ source: 'measured', n: 7, judged: 7 })
})

test('a shipment is quoted by its parcels and its address; choosing sets carrier, service and what it should cost', () => {
  const book = carrierBook()
  const id = book.service()
  book.table(id, { rates: rates('80') })
  const { lines } = book.sale(10)
  const empty = book.add({ lines: [{ orderLineId: lines[0], quantity: 1 }] })
  const quote = (shipmentId: number) =>
    book.read((db) => quoteShipment(db, { shipmentId, requests: [], sort: 'price' as const }))
  expect(refusal(() => quote(empty.id))).toMatchObject({ code: 'carriers/no-country' })
  book.edit(empty.id, { shipTo: { country: 'DE' } })
  expect(refusal(() => quote(empty.id))).toMatchObject({ code: 'carriers/nothing-to-quote' })
  const { lengthMm, widthMm, heightMm } = twoCartons
  book.edit(empty.id, {
    shipTo: { country: 'DE' },
    parcels: [{ pieces: 2, lengthMm, widthMm, heightMm, grossGrams: 4200 }],
  })
  expect(quote(empty.id).rows[0]?.price?.total).toBe('93.00')
  book.write((tx) => chooseService(tx, { shipmentId: empty.id, serviceId: id, requests: [] }))
  expect(book.shipment(empty.id)).toMatchObject({
    serviceId: id,
    mode: 'courier',
    chargeableGrams: kg(12),
    estimate: '93.00',
  })
  // Chosen again after the price rose: the estimate is replaced, not doubled.
  book.table(id, { validFrom: '2026-11-01', rates: rates('90') }, true)
  book.write((tx) => chooseService(tx, { shipmentId: empty.id, serviceId: id, requests: [] }))
  const { charges } = book.read((db) => chargesOfShipment(db, empty.id))
  expect(charges.map(({ kind, estimate, note }) => [kind, estimate?.amount, note])).toEqual([
    ['freight', '103.00', 'Express: 103.00 USD'],
  ])
  expect(
    refusal(() =>
      book.write((tx) =>
        chooseService(tx, { shipmentId: empty.id, serviceId: id, on: '2025-01-01' as never, requests: [] }),
      ),
    ),
  ).toMatchObject({ code: 'carriers/service-refuses', details: { why: 'no_table' } })
  expect(book.read(checkBook).problems).toEqual([])
})
