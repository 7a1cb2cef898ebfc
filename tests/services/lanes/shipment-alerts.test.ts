import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { setAlertRule } from '#main/services/alerts/alert-commands.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { listAlerts, recordAlerts } from '#main/services/alerts/alert-queries.ts'
import { toSend } from '#main/services/shipments/moving/to-move.ts'
import { addEvent } from '#main/services/tracking/event-commands.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'
import { eventInput } from '#shared/schemas/tracking.ts'
import { lineIds } from '#tests/services/dispatch/dispatch-book.ts'
import { movingBook } from '#tests/services/shipments/moving/moving-book.ts'
import { main } from '#tests/services/stock/stock-book.ts'
import { type LaneShipmentRow, laneCarrier, laneService, laneShipment } from '#tests/support/lane-rows.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-06-10')
const alertsOf = (book: TestBook, rule: AlertRuleId) =>
  book.read((db) => listAlerts(db, { today, rule, state: 'waiting', offset: 0, limit: 100 })).rows
const idsOf = (book: TestBook, rule: AlertRuleId) => alertsOf(book, rule).map(({ record }) => record?.id)
const at = (day: Day) => Date.parse(`${day}T12:00:00Z`)

/** Under way, and heard of yesterday. */
const open = (tx: WriteTx, row: LaneShipmentRow) =>
  laneShipment(tx, {
    ...{
      is_open: 1,
      state: 'departed',
      state_on: '2026-06-02',
      heard_at: at(addDays(today, -1)),
      left_on: '2026-06-01',
    },
    ...row,
  })

test('late are those that are not there after their day; the past and sources without deliveries wait for nothing', () => {
  const book = testBook()
  const late = book.write((tx) => {
    const carrier_id = laneCarrier(tx, 'DHL')
    open(tx, { planned_on: '2026-06-10' })
    open(tx, { planned_on: '2026-06-01', is_history: 1 })
    open(tx, { planned_on: '2026-06-01', has_delivery_days: 0 })
    open(tx, { planned_on: '2026-06-01', is_open: 0, delivered_on: '2026-06-03' })
    return [open(tx, { planned_on: '2026-06-07', carrier_id }), open(tx, { planned_on: '2026-06-09' })]
  })
  expect(idsOf(book, 'shipments/late')).toEqual(late)
  expect(alertsOf(book, 'shipments/late')[0]).toMatchObject({
    ...{ severity: 'urgent', cause: '2026-06-07', dayOn: '2026-06-07', facts: { carrier: 'DHL', state: 'departed' } },
    ...{ step: { action: 'chaseCarrier', place: 'page' }, record: { kind: 'shipment' } },
  })
  expect(book.read((db) => waitingCounts(db, today)).shipments).toEqual({ count: 2, urgent: 2 })
  expect(
    book.read((db) => recordAlerts(db, today, { kind: 'shipment', id: late[0] ?? 0 })).map(({ rule }) => rule),
  ).toEqual(['shipments/late'])
})

test('held are those of which it was heard, and those with a customs entry that is held, until it is released', () => {
  const book = testBook()
  const { heard, entered, entry } = book.write((tx) => {
    open(tx, {})
    const heard = open(tx, { state: 'import_hold', state_on: '2026-06-04' })
    const entered = open(tx, {})
    const entry = tx.insert('customs_entries', {
      ...{ shipment_id: entered, direction: 'import', status: 'held', status_on: '2026-06-05' },
    })
    return { heard, entered, entry }
  })
  expect(alertsOf(book, 'shipments/held').map(({ record, facts }) => [record?.id, facts.day])).toEqual([
    [heard, '2026-06-04'],
    [entered, '2026-06-05'],
  ])
  book.write((tx) => tx.update('customs_entries', entry, { status: 'released' }))
  expect(idsOf(book, 'shipments/held')).toEqual([heard])
})

test('storage runs out by the day typed, else by what the service keeps; without either nothing is said', () => {
  const book = testBook()
  const [typed, byService] = book.write((tx) => {
    const carrier_id = laneCarrier(tx, 'DHL')
    const service_id = laneService(tx, carrier_id, { storage: 7 })
    const kept = { state: 'at_pickup_point', state_on: '2026-06-05' }
    open(tx, kept)
    open(tx, { ...kept, kept_until: '2026-06-14' })
    return [open(tx, { ...kept, kept_until: '2026-06-11' }), open(tx, { ...kept, carrier_id, service_id })]
  })
  expect(
    alertsOf(book, 'shipments/storage-ending').map(({ record, dayOn, severity }) => [record?.id, dayOn, severity]),
  ).toEqual([
    [typed, '2026-06-11', 'urgent'],
    [byService, '2026-06-12', 'warning'],
  ])
  book.write((tx) => setAlertRule(tx, { rule: 'shipments/storage-ending', isOn: true, days: 1 }))
  expect(idsOf(book, 'shipments/storage-ending')).toEqual([typed])
  book.write((tx) => setAlertRule(tx, { rule: 'shipments/storage-ending', isOn: false, days: null }))
  expect(idsOf(book, 'shipments/storage-ending')).toEqual([])
})

test('an attempt that failed, and what has to be decided by a day near', () => {
  const book = testBook()
  const id = book.write((tx) => {
    const failed = { state: 'attempt_failed', state_on: '2026-06-09' }
    open(tx, { state: 'returning', decide_by: '2026-06-16' })
    open(tx, { state: 'returning', decide_by: '2026-06-10', decision: 'resend' })
    open(tx, { state: 'at_pickup_point', decide_by: '2026-06-10' })
    return open(tx, { ...failed, decide_by: '2026-06-10' })
  })
  expect(idsOf(book, 'shipments/attempt-failed')).toEqual([id])
  expect(alertsOf(book, 'shipments/undecided')).toMatchObject([
    { record: { id }, severity: 'urgent', dayOn: '2026-06-10' },
  ])
})

test('not sent although the first leg should have departed', () => {
  const book = testBook()
  const [missed] = book.write((tx) =>
    ['2026-06-09', '2026-06-10'].map((planned_departure_on) => {
      const id = laneShipment(tx, { status: 'packed' })
      tx.insert('shipment_legs', { shipment_id: id, position: 2, mode: 'sea', planned_departure_on: '2026-06-20' })
      tx.insert('shipment_legs', { shipment_id: id, position: 1, mode: 'road', planned_departure_on })
      return id
    }),
  )
  expect(idsOf(book, 'shipments/not-sent')).toEqual([missed])
})

test('on its way by its news, and not sent here: until it is sent, from the first day of that news', () => {
  const book = movingBook()
  const [orderLineId = 0] = lineIds(book.order())
  const id = book.ship({ kind: 'order', lines: [{ orderLineId, quantity: 10 }] })
  const say = (localTime: string, text: string) =>
    book.write((tx) => addEvent(tx, eventInput.parse({ shipmentId: id, localTime, text })))
  say('2026-11-01T09:00', 'Shipping label created')
  expect(idsOf(book, 'shipments/heard-unsent')).toEqual([])
  expect(book.read((db) => toSend(db, id)).movingSince).toBe(null)
  say('2026-11-03T09:00', 'Departed facility')
  say('2026-11-02T18:00', 'Picked up')
  say('2026-11-05T10:00', 'Estimated delivery updated')
  expect(alertsOf(book, 'shipments/heard-unsent')).toMatchObject([
    {
      ...{ record: { id }, severity: 'urgent', cause: 'departed', facts: { heard: 'departed', day: '2026-11-03' } },
      step: { action: 'sendHeard', place: 'sending' },
    },
  ])
  expect(book.read((db) => toSend(db, id)).movingSince).toBe('2026-11-02')
  book.leave({ id, on: '2026-11-02' })
  expect(idsOf(book, 'shipments/heard-unsent')).toEqual([])
  expect(book.shipment(id).state).toBe('departed')
})

describe('against their lane', () => {
  /** Ten deliveries of 4 to 13 days, silent for 1 to 4 days at most. */
  function measuredBook() {
    const book = testBook()
    book.write((tx) => {
      for (let days = 4; days <= 13; days += 1)
        laneShipment(tx, {
          left_on: '2026-03-01',
          delivered_on: addDays(asDay('2026-03-01'), days),
          quiet_days: 1 + (days % 4),
        })
    })
    return book
  }

  test('at risk is what will hardly be there by its day, by those that took longer than it has so far', () => {
    const book = measuredBook()
    // Nine days so far: 10, 11, 12 or 13 in all, 12.4 by P80, on 14 June.
    const risky = book.write((tx) => {
      open(tx, { planned_on: '2026-06-14' })
      open(tx, { planned_on: '2026-06-12', state: 'out_for_delivery' })
      open(tx, { planned_on: '2026-06-12', ship_to_country: 'US' })
      open(tx, { planned_on: '2026-06-09' })
      return open(tx, { planned_on: '2026-06-13' })
    })
    expect(alertsOf(book, 'shipments/at-risk')).toMatchObject([
      { record: { id: risky }, severity: 'warning', cause: '2026-06-13', facts: { expected: '2026-06-14' } },
    ])
  })

  test('at risk is too what its legs bring only after its day, as long as the last of them has not come in', () => {
    const book = testBook()
    const risky = book.write((tx) => {
      const by = (planned_arrival_on: string, arrived_on: string | null = null) => {
        const id = open(tx, { planned_on: '2026-06-20' })
        const leg = { shipment_id: id, mode: 'sea' }
        tx.insert('shipment_legs', { ...leg, position: 1, planned_arrival_on: '2026-06-25', arrived_on: '2026-06-08' })
        tx.insert('shipment_legs', { ...leg, position: 2, planned_arrival_on, arrived_on })
        return id
      }
      by('2026-06-20')
      by('2026-06-24', '2026-06-09')
      return by('2026-06-24')
    })
    expect(alertsOf(book, 'shipments/at-risk')).toMatchObject([
      { record: { id: risky }, cause: '2026-06-20', facts: { expected: '2026-06-24' } },
    ])
  })

  test('silent is what has had no news for longer than the P90 of its lane, else for longer than the rule says', () => {
    const book = measuredBook()
    const { usual, elsewhere, never } = book.write((tx) => {
      const silent = (days: number, row: LaneShipmentRow = {}) =>
        open(tx, { heard_at: at(addDays(today, -days)), ...row })
      silent(4)
      silent(10, { ship_to_country: 'US' })
      silent(40, { state: 'import_hold' })
      open(tx, { heard_at: null, ship_to_country: 'US', left_on: '2026-06-01' })
      return {
        usual: silent(5),
        elsewhere: silent(11, { ship_to_country: 'US' }),
        never: open(tx, { heard_at: null, ship_to_country: 'US', left_on: '2026-05-30' }),
      }
    })
    expect(
      alertsOf(book, 'shipments/silent').map(({ record, facts }) => [record?.id, facts.days, facts.usual]),
    ).toEqual([
      [usual, 5, 4],
      [elsewhere, 11, null],
      [never, 11, null],
    ])
    book.write((tx) => setAlertRule(tx, { rule: 'shipments/silent', isOn: true, days: 20 }))
    expect(idsOf(book, 'shipments/silent')).toEqual([usual])
  })
})

describe('arrived, not received', () => {
  test('a supplier’s goods that are still open; once they came in by this shipment, nothing is said', () => {
    const book = testBook()
    const { id, line, receipt } = book.write((tx) => {
      const product = tx.insert('products', { sku: 'A' })
      const order = tx.insert('purchase_orders', { number: 'PO-1', ordered_on: '2026-05-01', currency: 'USD' })
      const line = tx.insert('purchase_lines', {
        ...{
          order_id: order,
          position: 1,
          product_id: product,
          qty_milli: 5000,
          open_milli: 5000,
          price_micros: 0,
          total_minor: 0,
        },
      })
      const arrive = (delivered_on: string) => {
        const id = laneShipment(tx, { kind: 'purchase', left_on: '2026-05-01', delivered_on, state: 'delivered' })
        tx.insert('shipment_lines', { shipment_id: id, position: 1, purchase_line_id: line, qty_milli: 5000 })
        return id
      }
      arrive('2026-06-10')
      arrive('2025-01-01')
      const id = arrive('2026-06-09')
      return { id, line, receipt: { order_id: order, received_on: '2026-06-10', shipment_id: id, status: 'posted' } }
    })
    expect(alertsOf(book, 'shipments/not-received')).toMatchObject([{ record: { id }, facts: { day: '2026-06-09' } }])
    const receive = (qty_milli: number) =>
      book.write((tx) => {
        const receipt_id = tx.insert('purchase_receipts', receipt)
        tx.insert('purchase_receipt_lines', { receipt_id, line_id: line, qty_milli })
      })
    receive(3000)
    expect(idsOf(book, 'shipments/not-received')).toEqual([id])
    receive(2000)
    expect(idsOf(book, 'shipments/not-received')).toEqual([])
  })

  test('goods that came back, by the carrier or by a shipment of their own, until the return is taken in', () => {
    const book = movingBook()
    const later = asDay('2026-11-20')
    const order = book.order()
    const lines = [{ orderLineId: lineIds(order)[0] ?? 0, quantity: 10 }]
    const id = book.ship({ kind: 'order', warehouseId: main, lines })
    book.leave({ id, on: '2026-11-11' })
    const waiting = () =>
      book
        .read((db) =>
          listAlerts(db, { today: later, rule: 'shipments/not-received', state: 'waiting', offset: 0, limit: 9 }),
        )
        .rows.map(({ record, facts }) => [record?.id, facts.day])
    book.hear(id, 'returning', '2026-11-13')
    expect(waiting()).toEqual([])
    book.hear(id, 'returned', '2026-11-15')
    expect(waiting()).toEqual([[id, '2026-11-15']])
    const back = book.ship({ kind: 'return', followsId: id, warehouseId: main, lines })
    expect(waiting()).toEqual([])
    book.leave({ id: back, on: '2026-11-14' })
    book.hear(back, 'delivered', '2026-11-16')
    expect(waiting()).toEqual([[back, '2026-11-16']])
    expect(book.read((db) => recordAlerts(db, later, { kind: 'shipment', id: back }))).toMatchObject([
      { rule: 'shipments/not-received' },
    ])
    book.back({ id: back, on: '2026-11-17', as: 'reopen' })
    expect(waiting()).toEqual([])
  })
})
