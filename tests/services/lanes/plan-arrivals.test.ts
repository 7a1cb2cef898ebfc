import { expect, test } from 'vitest'
import { planArrivals } from '#main/services/lanes/plan-arrivals.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type LaneShipmentRow, laneCarrier, laneService, laneShipment } from '#tests/support/lane-rows.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const leftOn = asDay('2026-05-01')

function planned(book: TestBook, id: Id) {
  return book.read((db) => db.get('SELECT planned_on AS "on", planned_by AS "by" FROM shipments WHERE id = ?', id))
}

test('what leaves without a plan gets the measured day to promise, else the longest that its service tells', () => {
  const book = testBook()
  const ids = book.write((tx) => {
    const carrier_id = laneCarrier(tx, 'DHL')
    const service_id = laneService(tx, carrier_id, { min: 3, max: 6 })
    for (const days of [4, 5, 6, 7, 12])
      laneShipment(tx, { carrier_id, service_id, left_on: leftOn, delivered_on: addDays(leftOn, days) })
    const send = (row: LaneShipmentRow) => laneShipment(tx, { carrier_id, service_id, left_on: '2026-06-01', ...row })
    const sent = {
      measured: send({}),
      told: send({
        ship_to_country: 'US',
        service_id: laneService(tx, laneCarrier(tx, 'UPS'), { max: 9 }),
        carrier_id: null,
      }),
      unknown: send({ carrier_id: null, service_id: null, mode: '', ship_to_country: 'US' }),
      typed: send({ planned_on: '2026-06-30' }),
      past: send({ is_history: 1 }),
      draft: send({ status: 'draft' }),
    }
    tx.update('shipments', sent.typed, { planned_by: 'typed' })
    planArrivals(tx, Object.values(sent))
    return sent
  })
  expect(planned(book, ids.measured)).toEqual({ on: '2026-06-09', by: 'measured' })
  expect(planned(book, ids.told)).toEqual({ on: '2026-06-10', by: 'service' })
  expect(planned(book, ids.typed)).toEqual({ on: '2026-06-30', by: 'typed' })
  for (const id of [ids.unknown, ids.past, ids.draft]) expect(planned(book, id)).toEqual({ on: null, by: '' })
})

test('sent again on another day, a measured plan follows; asked twice, nothing is written', () => {
  const book = testBook()
  const id = book.write((tx) => {
    const carrier_id = laneCarrier(tx, 'DHL')
    for (const days of [4, 5, 6, 7, 12])
      laneShipment(tx, { carrier_id, left_on: leftOn, delivered_on: addDays(leftOn, days) })
    const id = laneShipment(tx, { carrier_id, left_on: '2026-06-01' })
    planArrivals(tx, [id])
    return id
  })
  book.write((tx) => {
    tx.update('shipments', id, { sent_on: '2026-06-03' })
    planArrivals(tx, [id])
  })
  expect(planned(book, id)).toEqual({ on: '2026-06-11', by: 'measured' })
  const { operationId } = book.writer.write('lanes.setRules', null, (tx) => planArrivals(tx, [id]))
  expect(operationId).toBeNull()
})
