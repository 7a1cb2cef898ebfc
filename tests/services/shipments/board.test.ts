import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { moreBoardCards, shipmentBoard } from '#main/services/shipments/board.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { boardCardsInput, boardInput } from '#shared/schemas/shipment-board.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** Rows as settling leaves them; today is 2026-11-22. */
function shipment(tx: WriteTx, number: string, values: Record<string, string | number | null> = {}) {
  return tx.insert('shipments', { number, kind: 'order', status: 'sent', ...values })
}

const under = (state: string, plannedOn: string | null, minor: number | null = 10_000) => ({
  ...{ state, is_open: 1, planned_on: plannedOn, value_base_minor: minor, state_on: '2026-11-10' },
})
const ended = (state: string, stateOn: string, plannedOn: string | null = null) => ({
  ...{ state, state_on: stateOn, planned_on: plannedOn, delivered_on: state === 'delivered' ? stateOn : null },
})

function board(book: TestBook, input: object = {}) {
  return book.read((db) => shipmentBoard(db, boardInput.parse(input)))
}

function filled() {
  const book = testBook()
  book.write((tx) => {
    shipment(tx, 'D-1', { status: 'draft', planned_on: '2026-12-24' })
    shipment(tx, 'P-1', { status: 'packed', planned_on: '2026-11-20', value_base_minor: 500 })
    shipment(tx, 'U-late', under('departed', '2026-11-21'))
    shipment(tx, 'U-soon', under('departed', '2026-11-22', null))
    shipment(tx, 'U-later', { ...under('departed', '2026-12-01'), kind: 'transfer' })
    shipment(tx, 'U-unplanned', under('departed', null))
    shipment(tx, 'H-1', { ...under('import_hold', '2026-11-25'), ship_to_country: 'JP' })
    shipment(tx, 'E-late', ended('delivered', '2026-11-20', '2026-11-18'))
    shipment(tx, 'E-good', ended('delivered', '2026-11-21', '2026-11-25'))
    shipment(tx, 'E-old', ended('delivered', '2026-10-01', '2026-11-25'))
    shipment(tx, 'L-1', ended('lost', '2026-11-19'))
    shipment(tx, 'X-cancelled', { status: 'cancelled', planned_on: '2026-11-01' })
    shipment(tx, 'X-archived', { ...under('departed', '2026-11-01'), archived: 1 })
    shipment(tx, 'X-deleted', { ...under('departed', '2026-11-01'), deleted: 1 })
  })
  return book
}

describe('the board of shipments', () => {
  test('is empty in an empty book', () => {
    expect(board(testBook())).toMatchObject({ asOf: '2026-11-22', currency: 'USD', columns: [] })
  })

  test('counts each state with what is inside and what is late, in the order of the way', () => {
    const { columns } = board(filled())
    expect(columns.map(({ cards, ...column }) => column)).toEqual([
      { column: 'draft', isEnded: false, count: 1, late: 0, value: '0.00', withoutValue: 1 },
      { column: 'packed', isEnded: false, count: 1, late: 1, value: '5.00', withoutValue: 0 },
      { column: 'departed', isEnded: false, count: 4, late: 1, value: '300.00', withoutValue: 1 },
      { column: 'import_hold', isEnded: false, count: 1, late: 0, value: '100.00', withoutValue: 0 },
      { column: 'delivered', isEnded: true, count: 2, late: 1, value: '0.00', withoutValue: 2 },
      { column: 'lost', isEnded: true, count: 1, late: 0, value: '0.00', withoutValue: 1 },
    ])
  })

  test('has the soonest first, those without a plan last, and the latest of the ended', () => {
    const { columns } = board(filled())
    const numbers = new Map(columns.map(({ column, cards }) => [column, cards.map(({ number }) => number)]))
    expect(numbers.get('departed')).toEqual(['U-late', 'U-soon', 'U-later', 'U-unplanned'])
    expect(numbers.get('delivered')).toEqual(['E-good', 'E-late'])
    const late = columns.flatMap(({ cards }) => cards).filter(({ isLate }) => isLate)
    expect(late.map(({ number }) => number)).toEqual(['P-1', 'U-late', 'E-late'])
  })

  test('goes on from any card: pages together are the whole column', () => {
    const book = filled()
    const page = (offset: number, limit: number, column = 'departed') =>
      book
        .read((db) => moreBoardCards(db, boardCardsInput.parse({ column, offset, limit })))
        .map(({ number }) => number)
    const whole = page(0, 100)
    expect(whole).toHaveLength(4)
    for (const size of [1, 2, 3])
      expect(Array.from({ length: 4 }, (_, at) => page(at * size, size)).flat()).toEqual(whole)
    expect(page(4, 10)).toEqual([])
    expect(page(1, 10, 'delivered')).toEqual(['E-late'])
    expect(board(book, { cards: 2 }).columns.find(({ column }) => column === 'departed')?.cards).toHaveLength(2)
  })

  test('is narrowed by kind, carrier, country, lateness and how long ended ones stay', () => {
    const book = filled()
    const counts = (input: object) => board(book, input).columns.map(({ column, count }) => [column, count])
    expect(counts({ kind: 'transfer' })).toEqual([['departed', 1]])
    expect(counts({ country: 'JP' })).toEqual([['import_hold', 1]])
    expect(counts({ late: true })).toEqual([
      ['packed', 1],
      ['departed', 1],
      ['delivered', 1],
    ])
    expect(counts({ endedDays: 60 }).at(-2)).toEqual(['delivered', 3])
    expect(counts({ endedDays: 0 }).map(([column]) => column)).not.toContain('delivered')
    const carrierId = book.write((tx) => {
      const id = addParty(tx, partyInput.parse({ roles: ['carrier'], name: 'North Line', nameZh: '北线' }))
      shipment(tx, 'C-1', { ...under('arrived', '2026-11-30'), carrier_id: id })
      return id
    })
    expect(counts({ carrierId })).toEqual([['arrived', 1]])
    expect(board(book, { carrierId }).columns[0]?.cards[0]).toMatchObject({ carrier: 'North Line', carrierZh: '北线' })
  })

  test('a card tells whom it is for, where it goes and by which number', () => {
    const book = testBook()
    book.write((tx) => {
      const party_id = addParty(tx, partyInput.parse({ roles: ['customer'], name: 'Kanda Living', nameZh: '神田' }))
      const id = shipment(tx, 'S-1', { ...under('at_pickup_point', '2026-11-30'), party_id, ship_to_country: 'JP' })
      tx.update('shipments', id, { kept_until: '2026-11-24', decide_by: '2026-11-23' })
      tx.insert('parcels', { shipment_id: id, position: 2, tracking_number: 'B' })
      tx.insert('parcels', { shipment_id: id, position: 1, tracking_number: 'A' })
      tx.insert('parcels', { shipment_id: id, position: 3 })
    })
    expect(board(book).columns[0]?.cards).toMatchObject([
      {
        ...{ number: 'S-1', who: 'Kanda Living', whoZh: '神田', country: 'JP', trackingNumber: 'A', moreNumbers: 1 },
        ...{ value: '100.00', keptUntil: '2026-11-24', decideBy: '2026-11-23', isLate: false },
      },
    ])
  })

  test('counts from its indexes alone, however many have ended', () => {
    const book = testBook()
    const plan = book.connection
      .prepare(
        `EXPLAIN QUERY PLAN SELECT s.state, count(*), sum(s.planned_on < '2026-11-22'), sum(s.value_base_minor)
         FROM shipments s INDEXED BY shipments_board_open
         WHERE s.is_open = 1 AND s.deleted = 0 AND s.archived = 0 AND s.kind = 'order' GROUP BY s.state`,
      )
      .all() as { detail: string }[]
    expect(plan.map(({ detail }) => detail)).toEqual(['SCAN s USING COVERING INDEX shipments_board_open'])
  })
})
