import { expect, test } from 'vitest'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { laneShipment } from '#tests/support/lane-rows.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const kinds = ['outboundDeparture', 'outboundArrival', 'inboundDeparture', 'inboundArrival'] as const
const march = calendarInput.parse({ from: '2026-03-01', to: '2026-03-31', kinds: [...kinds] })
const shown = (book: TestBook) =>
  book
    .read((db) => calendarRange(db, march))
    .entries.map(({ kind, on, state, record, detail }) => [kind, on.slice(8), state, record?.id, detail])

test('what goes out and what comes in, by the real day where it is known, else by the planned one', () => {
  const book = testBook()
  const ids = book.write((tx) => {
    const home = tx.insert('warehouses', { code: 'YW', name: 'Yiwu' })
    const arrived = laneShipment(tx, {
      ...{ left_on: '2026-03-02', planned_on: '2026-03-20', delivered_on: '2026-03-09' },
      ...{ state: 'delivered', state_on: '2026-03-09' },
    })
    const coming = laneShipment(tx, {
      ...{ kind: 'purchase', left_on: '2026-02-02', planned_on: '2026-03-20', is_open: 1, state: 'departed' },
      ...{ warehouse_id: home, order_count: 0 },
    })
    const gathered = laneShipment(tx, { left_on: '2026-03-05', order_count: 3, is_open: 1, state: 'booked' })
    const packed = laneShipment(tx, { kind: 'transfer', status: 'packed', planned_on: '2026-03-30', order_count: 0 })
    for (const [position, planned_departure_on] of [
      [1, '2026-03-12'],
      [2, '2026-03-15'],
    ] as const)
      tx.insert('shipment_legs', { shipment_id: packed, position, mode: 'sea', planned_departure_on })
    laneShipment(tx, { planned_on: '2026-03-20', is_open: 1, state: 'booked', left_on: '2026-01-01', is_history: 1 })
    laneShipment(tx, { planned_on: '2026-03-20', status: 'cancelled' })
    return { arrived, coming, gathered, packed }
  })
  expect(shown(book)).toEqual([
    ['outboundDeparture', '05', 'done', ids.gathered, ''],
    ['outboundArrival', '09', 'done', ids.arrived, ''],
    ['inboundDeparture', '12', 'open', ids.packed, ''],
    ['inboundArrival', '30', 'open', ids.packed, ''],
    ['inboundArrival', '20', 'open', ids.coming, 'Yiwu'],
  ])
})

test('a month is found by the days, and among the few that are not there yet', () => {
  const steps = queryPlans(testBook(), (db) => calendarRange(db, march))
  const few = /shipments_board_(open|before)\b/
  expect(slowSteps(steps).filter((step) => / r\b/.test(step) && !few.test(step))).toEqual([])
  expect(
    steps.some((step) =>
      /shipments_list_by_sent \(deleted=\? AND archived=\? AND sent_on>\? AND sent_on<\?\)/.test(step),
    ),
  ).toBe(true)
  expect(steps.some((step) => /shipments_board_ended \(state_on>\? AND state_on<\?\)/.test(step))).toBe(true)
})
