import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { shipmentMap } from '#main/services/shipments/shipment-map.ts'
import { shipmentMapInput } from '#shared/schemas/shipment-board.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Values = Record<string, string | number | null>

/** Rows as settling leaves them; today is 2026-11-22, and the company sits in China. */
function shipment(tx: WriteTx, number: string, values: Values = {}) {
  const settled = { status: 'sent', state: 'departed', is_open: 1, planned_on: '2026-12-01', value_base_minor: 1000 }
  return tx.insert('shipments', { number, kind: 'order', ...settled, ...values })
}

const leg = (tx: WriteTx, shipment_id: number, position: number, values: Values) =>
  tx.insert('shipment_legs', { shipment_id, position, mode: 'sea', ...values })

function heard(tx: WriteTx, shipment_id: number, hour: number, values: Values) {
  const at = { local_time: '2026-11-20T08:00', happened_at: 1_793_577_600_000 + hour * 3_600_000 }
  tx.insert('shipment_events', { shipment_id, ...at, text: 'heard', ...values })
}

const map = (book: TestBook, input: object = {}) => book.read((db) => shipmentMap(db, shipmentMapInput.parse(input)))

describe('the map of shipments', () => {
  test('is empty in an empty book', () => {
    expect(map(testBook())).toMatchObject({ count: 0, lanes: [], spots: [], withoutLane: 0, withoutSpot: 0 })
  })

  test('gathers lanes from country to country, and from port to port where legs tell them', () => {
    const book = testBook()
    book.write((tx) => {
      shipment(tx, 'A', { ship_to_country: 'DE', ship_to_city: 'Ulm' })
      shipment(tx, 'B', {
        ship_to_country: 'DE',
        ship_to_city: 'Kiel',
        planned_on: '2026-11-01',
        value_base_minor: null,
      })
      const container = shipment(tx, 'C', { kind: 'purchase', ship_to_country: 'DE' })
      leg(tx, container, 1, { from_code: 'CNNGB', to_code: 'SGSIN' })
      leg(tx, container, 2, { from_code: 'SGSIN', to_code: 'DEHAM' })
      shipment(tx, 'D', { is_open: 0, ship_to_country: 'FR' })
    })
    const { lanes, count } = map(book)
    expect(count).toBe(3)
    expect(lanes).toEqual([
      {
        from: { code: '', name: '', country: 'CN' },
        to: { code: '', name: '', country: 'DE' },
        ...{ count: 2, late: 1, value: '10.00', withoutValue: 1 },
      },
      {
        from: { code: 'CNNGB', name: '', country: 'CN' },
        to: { code: 'DEHAM', name: '', country: 'DE' },
        ...{ count: 1, late: 0, value: '10.00', withoutValue: 0 },
      },
    ])
    expect(map(book, { late: true }).lanes).toMatchObject([{ count: 1, late: 1 }])
    expect(map(book, { kind: 'purchase' }).lanes).toMatchObject([{ count: 1 }])
  })

  test('knows where things are: the newest event with a place, else the leg, else where they began', () => {
    const book = testBook()
    book.write((tx) => {
      const told = shipment(tx, 'A', { ship_to_country: 'DE', state: 'import_hold', planned_on: '2026-11-02' })
      heard(tx, told, 1, { place: 'Leipzig', country: 'DE' })
      heard(tx, told, 3, {})
      heard(tx, told, 0, { place: 'Shenzhen', country: 'CN' })
      heard(tx, told, 5, { place: 'Nowhere', country: 'FR', deleted: 1 })
      const same = shipment(tx, 'B', { ship_to_country: 'DE' })
      heard(tx, same, 1, { place: 'LEIPZIG', country: 'DE' })
      const container = shipment(tx, 'C', { ship_to_country: 'DE' })
      leg(tx, container, 1, {
        from_code: 'CNNGB',
        to_code: 'SGSIN',
        departed_on: '2026-11-01',
        arrived_on: '2026-11-09',
      })
      leg(tx, container, 2, { from_code: 'SGSIN', to_code: 'DEHAM' })
      const atSea = shipment(tx, 'F', { ship_to_country: 'DE' })
      heard(tx, atSea, -480, { local_time: '2026-11-02', place: 'Ningbo', country: 'CN' })
      leg(tx, atSea, 1, {
        ...{ from_code: 'CNNGB', to_code: 'DEHAM', departed_on: '2026-11-02', planned_arrival_on: '2026-12-12' },
      })
      shipment(tx, 'E', { from_place: 'Ningbo' })
    })
    const { spots, withoutSpot, withoutLane } = map(book)
    expect(spots.map(({ at, towards, count, late }) => [at.code || at.name, towards?.code, count, late])).toEqual([
      ['Leipzig', undefined, 2, 1],
      ['SGSIN', undefined, 1, 0],
      ['CNNGB', 'DEHAM', 1, 0],
      ['Ningbo', undefined, 1, 0],
    ])
    expect(spots.map(({ share }) => share)).toEqual([0, 0, 0.5, 0])
    expect(spots[0]?.shipments.map(({ number, isLate }) => [number, isLate])).toEqual([
      ['A', true],
      ['B', false],
    ])
    expect(spots[0]?.states).toEqual([
      { state: 'import_hold', count: 1 },
      { state: 'departed', count: 1 },
    ])
    // Of the last nobody said where it goes.
    expect({ withoutSpot, withoutLane }).toEqual({ withoutSpot: 0, withoutLane: 1 })
  })
})
