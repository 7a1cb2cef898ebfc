import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTravels, carrierMetrics, completedOf, newLaneTally } from '#main/domain/lanes/carrier-metrics.ts'
import { travelOutcome } from '#main/domain/lanes/shipment-outcome.ts'
import { laneShipments } from '#main/services/lanes/lane-shipments.ts'
import { laneTrend, performance } from '#main/services/lanes/performance.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import { laneGroups, laneShipmentsInput, laneTrendInput, performanceInput } from '#shared/schemas/lanes.ts'
import { type LaneShipmentRow, laneCarrier, laneService, laneShipment } from '#tests/support/lane-rows.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const asOf = '2026-06-01'
const ask = (book: TestBook, question: object) =>
  book.read((db) => performance(db, performanceInput.parse({ asOf, ...question })))
const behind = (book: TestBook, question: object) =>
  book.read((db) => laneShipments(db, laneShipmentsInput.parse({ asOf, ...question })))

test('an empty book has no rows, and a total of nothing with reasons', () => {
  const book = testBook()
  for (const by of laneGroups) {
    const { rows, total } = ask(book, { by })
    expect(rows).toEqual([])
    expect(total).toMatchObject({ n: 0, completed: 0, onTimeRate: null, reasons: { onTimeRate: 'none_completed' } })
    expect(book.read((db) => laneTrend(db, laneTrendInput.parse({ by }))).rows).toEqual([])
    expect(behind(book, { by })).toEqual({ rows: [], total: 0 })
  }
})

/** The reference case of carriers, as shipments of a book. */
function referenceBook() {
  const book = testBook()
  const carrier = book.write((tx) => {
    const carrier_id = laneCarrier(tx, 'Sea Star')
    const add = (row: LaneShipmentRow) => laneShipment(tx, { carrier_id, mode: 'sea', ...row })
    const kg = (kilograms: number, cost: number) => ({ weight_grams: kilograms * 1000, cost_base_minor: cost * 100 })
    const planned = (planned_on: string, left_on: string, delivered_on: string | null) => ({
      planned_on,
      left_on,
      delivered_on,
    })
    add({ ...planned('2026-05-10', '2026-04-10', '2026-05-08'), ...kg(1200, 2400) })
    add({ ...planned('2026-05-12', '2026-04-12', '2026-05-15'), ...kg(800, 2000), was_damaged: 1 })
    add({ ...planned('2026-05-20', '2026-04-18', null), ...kg(500, 1500), was_lost: 1 })
    add({ ...planned('2026-06-30', '2026-05-30', null), ...kg(900, 1800), is_open: 1 })
    add({ ...planned('2026-05-25', '2026-04-28', '2026-05-25'), ...kg(500, 1100) })
    return carrier_id
  })
  return { book, carrier }
}

test('the reference case: lost is late, what is still to come does not count, costs without it', () => {
  const { book, carrier } = referenceBook()
  const { rows, total, currency } = ask(book, { by: 'carrier' })
  expect(currency).toBe('USD')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    id: carrier,
    key: 'Sea Star',
    name: 'Sea Star',
    n: 5,
    completed: 4,
    onTime: 2,
    onTimeRate: 0.5,
  })
  expect(rows[0]).toMatchObject({
    basis: 'delivered',
    nTransit: 3,
    nCost: 4,
    cost: '7000.00',
    weightKg: 3000,
    lossRate: 0.25,
  })
  expect(rows[0]?.avgTransit).toBeCloseTo(29.3333333333333, 12)
  expect(rows[0]?.spread).toBeCloseTo(3.21455025366432, 12)
  expect(rows[0]?.avgDelay).toBe(1)
  expect(rows[0]?.damageRate).toBeCloseTo(1 / 3, 12)
  expect(rows[0]?.costPerKg).toBeCloseTo(2.33333333333333, 12)
  expect(rows[0]?.costPerOrder).toBe(1750)
  expect(rows[0]?.transitP50).toBe(28)
  expect(total).toMatchObject({ n: 5, completed: 4, onTimeRate: 0.5 })
})

test('rows behind a figure are as many as the figure says', () => {
  const { book, carrier } = referenceBook()
  const count = (figure: string) => behind(book, { by: 'carrier', id: carrier, key: 'Sea Star', figure }).total
  expect(
    ['n', 'completed', 'onTime', 'late', 'transit', 'damaged', 'lost', 'overdue', 'cost', 'silent'].map(count),
  ).toEqual([5, 4, 2, 2, 3, 1, 1, 0, 4, 0])
  const { rows } = behind(book, { by: 'carrier', figure: 'damaged' })
  expect(rows).toMatchObject([
    { transitDays: 33, delayDays: 3, isOnTime: false, wasDamaged: true, cost: '2000.00', weightKg: 800 },
  ])
  expect(behind(book, { by: 'mode', key: 'air' }).total).toBe(0)
})

test('the days asked for are those of departure; an earlier day of knowledge knows less', () => {
  const { book } = referenceBook()
  expect(ask(book, { by: 'mode', from: '2026-04-12', to: '2026-04-18' }).total).toMatchObject({
    n: 2,
    completed: 2,
    onTime: 0,
  })
  expect(ask(book, { by: 'mode', asOf: '2026-05-13' }).total).toMatchObject({
    n: 4,
    completed: 3,
    onTime: 1,
    overdue: 1,
  })
  expect(ask(book, { by: 'mode', kind: 'purchase' }).rows).toEqual([])
})

test('months without gaps; of a month without shipments nothing is said', () => {
  const { book } = referenceBook()
  book.write((tx) =>
    laneShipment(tx, { mode: 'sea', left_on: '2026-02-10', planned_on: '2026-02-20', delivered_on: '2026-02-20' }),
  )
  const { rows } = book.read((db) => laneTrend(db, laneTrendInput.parse({ by: 'mode', asOf })))
  expect(rows).toHaveLength(1)
  expect(rows[0]?.key).toBe('sea')
  expect(rows[0]?.months.map(({ month, n, onTimeRate }) => [month, n, onTimeRate])).toEqual([
    ['2026-02', 1, 1],
    ['2026-03', 0, null],
    ['2026-04', 4, 0.5],
    ['2026-05', 1, null],
  ])
})

test('cancelled, deleted and not sent ones are in no figure', () => {
  const book = testBook()
  book.write((tx) => {
    for (const status of ['draft', 'packed', 'cancelled']) laneShipment(tx, { status, left_on: '2026-05-01' })
    const id = laneShipment(tx, { left_on: '2026-05-01' })
    tx.update('shipments', id, { deleted: 1 })
  })
  expect(ask(book, { by: 'lane' })).toMatchObject({ rows: [], total: { n: 0 } })
})

test('history that tells of no harm says nothing of it; where it tells of one, the others had none', () => {
  const book = testBook()
  const old = { is_history: 1, left_on: '2026-05-01', delivered_on: '2026-05-05' }
  book.write((tx) => laneShipment(tx, old))
  expect(ask(book, { by: 'mode' }).total).toMatchObject({ damageRate: null, reasons: { damageRate: 'not_recorded' } })
  book.write((tx) => laneShipment(tx, { ...old, was_damaged: 1 }))
  expect(ask(book, { by: 'mode' }).total).toMatchObject({ damageRate: 0.5, lossRate: 0 })
})

test('silent are those that once were, and those under way that nothing has been heard of', () => {
  const book = testBook()
  book.write((tx) => {
    const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
    laneShipment(tx, { left_on: '2026-04-01', delivered_on: '2026-05-05', quiet_days: 11 })
    laneShipment(tx, { left_on: '2026-04-01', delivered_on: '2026-05-05', quiet_days: 10 })
    laneShipment(tx, { left_on: '2026-05-01', is_open: 1, state: 'departed', heard_at: at('2026-05-21') })
    laneShipment(tx, { left_on: '2026-05-01', is_open: 1, state: 'departed', heard_at: at('2026-05-22') })
    laneShipment(tx, { left_on: '2026-05-01', is_open: 1, state: 'booked' })
    laneShipment(tx, {
      left_on: '2026-05-01',
      is_open: 1,
      state: 'departed',
      heard_at: at('2026-05-02'),
      quiet_days: 20,
    })
  })
  expect(ask(book, { by: 'mode' })).toMatchObject({ silentDays: 10, total: { nSilent: 4 } })
  expect(behind(book, { by: 'mode', key: 'courier', figure: 'silent' }).total).toBe(4)
})

test('lost is lost from the day on which it is known, not from its departure', () => {
  const book = testBook()
  book.write((tx) => {
    const head = { carrier_id: laneCarrier(tx, 'A'), planned_on: '2026-05-20', left_on: '2026-05-01', was_lost: 1 }
    laneShipment(tx, { ...head, state: 'lost', state_on: '2026-06-10' })
    // Of two parcels one is lost, the other still under way.
    const id = laneShipment(tx, { ...head, state: 'departed', state_on: '2026-05-02', is_open: 1 })
    const heard = { happened_at: 0, state: 'lost', source: 'dhl' }
    for (const local_time of ['2026-06-15T10:00', '2026-06-17'])
      tx.insert('shipment_events', { shipment_id: id, local_time, ...heard })
  })
  const asOf = (day: string) => {
    const { lost: nLost, overdue: nOverdue, n } = ask(book, { by: 'carrier', asOf: asDay(day) }).total
    return [nLost, nOverdue, n]
  }
  expect(asOf('2026-05-10')).toEqual([0, 0, 2])
  expect(asOf('2026-06-09')).toEqual([0, 2, 2])
  expect(asOf('2026-06-10')).toEqual([1, 1, 2])
  expect(asOf('2026-06-15')).toEqual([2, 0, 2])
})

const day = fc.integer({ min: 0, max: 150 }).map((at) => addDays(asDay('2026-01-01'), at))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const anyRow = fc.record({
  at: fc.constantFrom(0, 1, 2),
  mode: fc.constantFrom('sea', 'air', ''),
  from_country: fc.constantFrom('CN', 'VN', ''),
  ship_to_country: fc.constantFrom('US', 'DE'),
  left_on: maybe(day),
  planned_on: maybe(day),
  delivered_on: maybe(day),
  has_delivery_days: fc.constantFrom(1, 1, 1, 0),
  was_lost: fc.constantFrom(0, 0, 0, 1),
  state: fc.constantFrom('departed', 'lost', 'destroyed'),
  state_on: maybe(day),
  was_damaged: fc.constantFrom(0, 0, 1),
  weight_grams: maybe(fc.integer({ min: 0, max: 9_000_000 })),
  cost_base_minor: maybe(fc.integer({ min: 0, max: 9_000_000 })),
  order_count: fc.integer({ min: 0, max: 3 }),
})

test('SQL gives what the domain gives of each shipment', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 60 }), day, (rows, until) => {
      const book = testBook()
      book.write((tx) => {
        const carriers = ['A', 'B'].map((name) => laneCarrier(tx, name))
        const services = carriers.map((carrierId) => laneService(tx, carrierId))
        for (const { at, ...row } of rows)
          laneShipment(tx, { ...row, carrier_id: carriers[at] ?? null, service_id: services[at] ?? null })
      })
      const keyOf = {
        carrier: ({ at }: (typeof rows)[number]) => ['A', 'B', ''][at],
        service: ({ at }: (typeof rows)[number]) => ['A', 'B', ''][at],
        mode: ({ mode }: (typeof rows)[number]) => mode,
        country: ({ ship_to_country }: (typeof rows)[number]) => ship_to_country,
        lane: (row: (typeof rows)[number]) => `${row.from_country}>${row.ship_to_country}`,
      }
      for (const by of laneGroups) {
        const found = ask(book, { by, asOf: until })
        const known = rows.filter(({ left_on }) => left_on === null || left_on <= until)
        const groups = Map.groupBy(known, keyOf[by])
        expect(found.rows).toHaveLength(groups.size)
        for (const row of found.rows)
          expectAlike(row, groups.get(by === 'service' ? row.carrier : row.key) ?? [], until)
        expectAlike(found.total, known, until)
      }
      book.close()
    }),
    { numRuns: 15 },
  )
})

type Row = Omit<Parameters<typeof laneShipment>[1], 'carrier_id' | 'service_id'>
type Figures = ReturnType<typeof performance>['total']

function expectAlike(row: Figures, rows: readonly Row[], until: Day) {
  const tally = newLaneTally()
  for (const one of rows) {
    const travel = {
      plannedOn: one.planned_on as Day | null,
      leftOn: one.left_on as Day | null,
      deliveredOn: one.delivered_on as Day | null,
      wasLost: one.was_lost === 1,
      lostOn: one.state === 'departed' ? null : (one.state_on as Day | null),
      hasDeliveryDays: one.has_delivery_days === 1,
    }
    const [grams, cost, orders] = [one.weight_grams ?? null, one.cost_base_minor ?? null, one.order_count ?? 0]
    const isWeighed = grams !== null && cost !== null
    const isOrdered = cost !== null && orders > 0
    addTravels(
      tally,
      { ...travelOutcome(travel, until), recordsHarm: true },
      {
        count: 1,
        damaged: one.was_damaged ?? 0,
        silent: 0,
        costed: cost === null ? 0 : 1,
        weighed: isWeighed ? 1 : 0,
        weighedCost: isWeighed ? cost : 0,
        weight: isWeighed ? grams : 0,
        orderCost: isOrdered ? cost : 0,
        orders: isOrdered ? orders : 0,
      },
    )
  }
  const { figures, reasons } = carrierMetrics(tally)
  expect(row).toMatchObject({ n: tally.n, completed: completedOf(tally), onTime: tally.onTime, judged: tally.judged })
  expect(row).toMatchObject({ overdue: tally.overdue, lost: tally.lost, nCost: tally.weighed, reasons })
  for (const figure of [
    'onTimeRate',
    'transitP50',
    'transitP80',
    'transitP90',
    'damageRate',
    'lossRate',
    'avgDelay',
  ] as const)
    expect(row[figure]).toBe(figures[figure])
  for (const figure of ['avgTransit', 'spread'] as const) expectNear(row[figure], figures[figure])
  expectNear(row.costPerKg, figures.costPerKg === null ? null : figures.costPerKg * 10)
  expectNear(row.costPerOrder, figures.costPerOrder === null ? null : figures.costPerOrder / 100)
}

function expectNear(one: number | null, other: number | null) {
  if (one === null || other === null) expect(one).toBe(other)
  else expect(Math.abs(one - other)).toBeLessThan(1e-6)
}

test('the report reads its own index, and the few that are open by theirs', () => {
  const { book } = referenceBook()
  const plans = queryPlans(book, (db) => performance(db, performanceInput.parse({ by: 'lane', asOf })))
  const own = plans.filter((step) => /^(SCAN|SEARCH) r\b/.test(step))
  expect(own).toHaveLength(2)
  expect(own[0]).toContain('INDEX shipments_measured')
  expect(own[1]).toContain('INDEX shipments_under_way')
})
