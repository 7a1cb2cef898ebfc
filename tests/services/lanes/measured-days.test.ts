import { expect, test } from 'vitest'
import { expectedArrival } from '#main/services/lanes/expected-arrival.ts'
import { laneDays, measuredDays } from '#main/services/lanes/measured-days.ts'
import { setShippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { type LaneQuestion, laneQuestion } from '#shared/schemas/lanes.ts'
import { type LaneShipmentRow, laneCarrier, laneService, laneShipment } from '#tests/support/lane-rows.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const leftOn = asDay('2026-05-01')

function carriedBook() {
  const book = testBook()
  const ids = book.write((tx) => {
    const carrierId = laneCarrier(tx, 'DHL')
    return { carrierId, serviceId: laneService(tx, carrierId, { min: 3, max: 6, storage: 7 }) }
  })
  return { book, ...ids }
}

/** Deliveries that took so many days, a day apart. */
function deliver(book: TestBook, days: readonly number[], row: LaneShipmentRow) {
  book.write((tx) =>
    days.forEach((transit, at) => {
      const left_on = addDays(leftOn, at)
      laneShipment(tx, { left_on, delivered_on: addDays(left_on, transit), ...row })
    }),
  )
}

const ask = (book: TestBook, question: Partial<LaneQuestion>) =>
  book.read((db) => measuredDays(db, laneQuestion.parse({ fromCountry: 'CN', toCountry: 'DE', ...question })))
const expected = (book: TestBook, question: Partial<LaneQuestion>) =>
  book.read((db) =>
    expectedArrival(db, { ...laneQuestion.parse({ fromCountry: 'CN', toCountry: 'DE', ...question }), leftOn }),
  )

test('nothing known is said so, with why', () => {
  const book = testBook()
  expect(ask(book, {})).toEqual({ step: null, n: 0, why: 'too_few' })
  expect(expected(book, { fromCountry: '', toCountry: '' })).toEqual({ on: null, by: null, why: 'too_few', n: 0 })
})

test('enough deliveries of the service on the lane tell its days, by linear interpolation', () => {
  const { book, carrierId, serviceId } = carriedBook()
  deliver(book, [4, 5, 6, 7, 12], { carrier_id: carrierId, service_id: serviceId })
  expect(ask(book, { carrierId, serviceId })).toEqual({ step: 'serviceLane', n: 5, p50: 6, p80: 8, p90: 10 })
  expect(expected(book, { carrierId, serviceId })).toEqual({
    ...{ on: '2026-05-07', by: '2026-05-09', p50: 6, p80: 8, n: 5 },
    ...{ source: 'measured', step: 'serviceLane' },
  })
})

test('a day begun counts: 6.5 days are seven', () => {
  const { book, carrierId, serviceId } = carriedBook()
  deliver(book, [4, 5, 6, 7, 12, 13], { carrier_id: carrierId, service_id: serviceId })
  expect(expected(book, { carrierId, serviceId })).toMatchObject({ on: '2026-05-08', p50: 6.5 })
})

test('too few on the narrow step widen it: carrier, mode, service elsewhere, carrier elsewhere', () => {
  const { book, carrierId, serviceId } = carriedBook()
  deliver(book, [4, 5, 6, 7], { carrier_id: carrierId, service_id: serviceId })
  expect(ask(book, { carrierId, serviceId, mode: 'courier' })).toEqual({ step: null, n: 4, why: 'too_few' })
  expect(expected(book, { carrierId, serviceId })).toMatchObject({
    source: 'service',
    n: 0,
    on: '2026-05-06',
    by: '2026-05-07',
  })
  deliver(book, [9], { carrier_id: carrierId })
  expect(ask(book, { carrierId, serviceId, mode: 'courier' })).toMatchObject({ step: 'carrierLane', n: 5 })
  expect(ask(book, { carrierId, serviceId, mode: 'air' })).toMatchObject({ step: null, n: 4 })
  const other = book.write((tx) => laneCarrier(tx, 'UPS'))
  expect(ask(book, { carrierId: other, mode: 'courier' })).toMatchObject({ step: 'modeLane', n: 5 })
  expect(ask(book, { carrierId, serviceId, toCountry: 'US' })).toMatchObject({ step: 'carrier', n: 5 })
  deliver(book, [20], { carrier_id: carrierId, service_id: serviceId, ship_to_country: 'FR' })
  expect(ask(book, { carrierId, serviceId, toCountry: 'US' })).toMatchObject({ step: 'service', n: 5 })
})

test('history without days of delivery, what is lost and what is on its way measure nothing', () => {
  const { book, carrierId, serviceId } = carriedBook()
  deliver(book, [1, 1, 1, 1, 1, 1], { carrier_id: carrierId, service_id: serviceId, has_delivery_days: 0 })
  book.write((tx) => laneShipment(tx, { carrier_id: carrierId, service_id: serviceId, left_on: leftOn, was_lost: 1 }))
  expect(ask(book, { carrierId, serviceId })).toMatchObject({ step: null, n: 0 })
})

test('the settings say how many are enough, how many of the newest count, and which share a promise keeps', () => {
  const { book, carrierId, serviceId } = carriedBook()
  deliver(book, [30, 30, 30, 30, 30, 30, 30, 30, 30, 30], {
    carrier_id: carrierId,
    service_id: serviceId,
    left_on: '2025-01-01',
    delivered_on: '2025-01-31',
  })
  deliver(book, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13], { carrier_id: carrierId, service_id: serviceId })
  book.write((tx) => setShippingSetting(tx, 'lanes', { promise: 'p50', leastSample: 2, newest: 10 }))
  expect(ask(book, { carrierId, serviceId })).toMatchObject({ n: 10, p50: 8.5 })
  expect(expected(book, { carrierId, serviceId })).toMatchObject({ on: '2026-05-10', by: '2026-05-10' })
  book.write((tx) => setShippingSetting(tx, 'lanes', { leastSample: 200 }))
  expect(ask(book, { carrierId, serviceId })).toMatchObject({ step: null, n: 20 })
})

test('one call asks once for each lane, by its own index', () => {
  const { book, carrierId, serviceId } = carriedBook()
  deliver(book, [4, 5, 6, 7, 12], { carrier_id: carrierId, service_id: serviceId })
  const question = laneQuestion.parse({ fromCountry: 'CN', toCountry: 'DE', carrierId, serviceId })
  const plans = queryPlans(book, (db) => {
    const lanes = laneDays(db)
    for (let at = 0; at < 3; at += 1) lanes.sampleOf(question)
  })
  expect(plans.filter((step) => / r /.test(step))).toEqual([
    expect.stringMatching(/^SEARCH r USING COVERING INDEX shipments_measured/),
  ])
  const wide = queryPlans(book, (db) => laneDays(db).sampleOf({ ...question, toCountry: 'US' }))
  expect(wide.filter((step) => / r /.test(step)).at(-1)).toMatch(/INDEX shipments_delivered_by_carrier/)
})
