import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legEvents } from '#main/domain/tracking/leg-events.ts'
import { shipmentState } from '#main/domain/tracking/shipment-state.ts'
import type { TrackedEvent } from '#main/domain/tracking/tracking-event.ts'
import { type ShipmentFacts, whereItIs } from '#main/domain/tracking/where-it-is.ts'
import { asDay, type Day, type Instant } from '#shared/dates.ts'
import { type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'

const sent: ShipmentFacts = {
  ...{ status: 'sent', bookedOn: null, sentOn: asDay('2026-11-01'), isAbandoned: false },
  ...{ fromCountry: 'CN', toCountry: 'DE' },
}

function event(when: string, state: TrackingState | '', where = ''): TrackedEvent {
  const [place = '', country = ''] = where.split(',')
  const isDayOnly = when.length === 10
  const at = Date.parse(isDayOnly ? `${when}T00:00Z` : `${when}Z`) as Instant
  return { at, day: when.slice(0, 10) as Day, isDayOnly, state, place, country }
}

const stateAfter = (...events: TrackedEvent[]) => whereItIs(events, sent).state

describe('one after the other', () => {
  test('the newest counts, also from one hub to the next', () => {
    expect(stateAfter(event('2026-11-02T08:00', 'picked_up'), event('2026-11-03T08:00', 'departed'))).toBe('departed')
    expect(
      stateAfter(
        event('2026-11-03T08:00', 'departed'),
        event('2026-11-04T08:00', 'arrived'),
        event('2026-11-05T08:00', 'departed'),
      ),
    ).toBe('departed')
  })

  test('what only says that it was announced takes nothing back', () => {
    expect(stateAfter(event('2026-11-03T08:00', 'departed'), event('2026-11-04T08:00', 'booked'))).toBe('departed')
    expect(stateAfter(event('2026-11-06T08:00', 'import_cleared'), event('2026-11-07T08:00', 'export_cleared'))).toBe(
      'import_cleared',
    )
  })

  test('an event without a state is heard and changes nothing', () => {
    const found = whereItIs([event('2026-11-03T08:00', 'departed'), event('2026-11-09T08:00', '')], sent)
    expect(found).toMatchObject({ state: 'departed', stateOn: '2026-11-03', heardAt: Date.parse('2026-11-09T08:00Z') })
  })

  test('a hold ends with what moves on, not with an arrival at the same place', () => {
    const held = event('2026-11-05T08:00', 'import_hold', 'Leipzig,DE')
    expect(stateAfter(held, event('2026-11-06T08:00', 'arrived', 'Leipzig,DE'))).toBe('import_hold')
    expect(stateAfter(held, event('2026-11-06T08:00', 'arrived'))).toBe('import_hold')
    expect(stateAfter(held, event('2026-11-06T08:00', 'arrived', 'Berlin,DE'))).toBe('arrived')
    expect(stateAfter(held, event('2026-11-06T08:00', 'departed', 'Leipzig,DE'))).toBe('departed')
    expect(stateAfter(held, event('2026-11-06T08:00', 'import_cleared'))).toBe('import_cleared')
  })

  test('a failed attempt stays one in the depot over night and ends with the next attempt', () => {
    const failed = event('2026-11-05T17:00', 'attempt_failed', 'Berlin,DE')
    expect(stateAfter(failed, event('2026-11-05T20:00', 'arrived', 'Berlin Depot,DE'))).toBe('attempt_failed')
    expect(stateAfter(failed, event('2026-11-06T08:00', 'out_for_delivery'))).toBe('out_for_delivery')
    expect(stateAfter(failed, event('2026-11-06T08:00', 'at_pickup_point'))).toBe('at_pickup_point')
  })

  test('delivered is final unless a return follows', () => {
    const delivered = event('2026-11-08T11:00', 'delivered')
    expect(stateAfter(delivered, event('2026-11-09T08:00', 'arrived'))).toBe('delivered')
    expect(stateAfter(delivered, event('2026-11-09T08:00', 'returning'))).toBe('returning')
    expect(stateAfter(delivered, event('2026-11-07T08:00', 'returning'))).toBe('delivered')
    const damaged = whereItIs([delivered, event('2026-11-09T08:00', 'damaged')], sent)
    expect(damaged).toMatchObject({ state: 'delivered', deliveredOn: '2026-11-08', wasDamaged: true, isOpen: false })
  })

  test('what was delivered and comes back was delivered all the same; what never was, is not', () => {
    const delivered = event('2026-11-08T11:00', 'delivered')
    const back = [event('2026-11-12T08:00', 'returning'), event('2026-11-20T08:00', 'returned')]
    expect(whereItIs([delivered, ...back], sent)).toMatchObject({ state: 'returned', deliveredOn: '2026-11-08' })
    expect(whereItIs([event('2026-11-08T11:00', 'attempt_failed'), ...back], sent).deliveredOn).toBe(null)
    const again = [event('2026-11-13T08:00', 'out_for_delivery'), event('2026-11-14T08:00', 'delivered')]
    expect(whereItIs([delivered, ...back.slice(0, 1), ...again], sent).deliveredOn).toBe('2026-11-14')
    const lost = [event('2026-11-12T08:00', 'returning'), event('2026-11-14T08:00', 'lost')]
    expect(whereItIs([delivered, ...lost], sent)).toMatchObject({ deliveredOn: null, wasLost: true })
  })

  test('what goes back stays on its way back, and is returned where it came from', () => {
    const back = event('2026-11-09T08:00', 'returning')
    expect(stateAfter(back, event('2026-11-10T08:00', 'departed'))).toBe('returning')
    expect(stateAfter(back, event('2026-11-20T08:00', 'delivered', 'Shenzhen,CN'))).toBe('returned')
    expect(stateAfter(back, event('2026-11-20T08:00', 'delivered', 'Berlin,DE'))).toBe('delivered')
    expect(stateAfter(back, event('2026-11-20T08:00', 'returned'), event('2026-11-21T08:00', 'arrived'))).toBe(
      'returned',
    )
  })

  test('lost things may be found; a loss that stays one is told', () => {
    const lost = event('2026-11-09T08:00', 'lost')
    expect(whereItIs([lost], sent)).toMatchObject({ state: 'lost', wasLost: true, isOpen: false })
    expect(whereItIs([lost, event('2026-11-12T08:00', 'delivered')], sent)).toMatchObject({
      ...{ state: 'delivered', wasLost: false },
    })
  })

  test('destroyed at our word is no loss by the carrier', () => {
    const gone = event('2026-11-09T08:00', 'destroyed')
    expect(whereItIs([gone], sent).wasLost).toBe(true)
    expect(whereItIs([gone], { ...sent, isAbandoned: true })).toMatchObject({ state: 'destroyed', wasLost: false })
  })
})

describe('days alone', () => {
  test('a day alone stands behind those of its day that are no further', () => {
    expect(stateAfter(event('2026-11-05T08:00', 'out_for_delivery'), event('2026-11-05', 'attempt_failed'))).toBe(
      'attempt_failed',
    )
    expect(stateAfter(event('2026-11-05T08:00', 'out_for_delivery'), event('2026-11-05', 'arrived'))).toBe(
      'out_for_delivery',
    )
  })

  test('legs that left and came in are heard of', () => {
    const leg = { fromPlace: 'Yantian', fromCountry: 'CN', toPlace: 'Hamburg', toCountry: 'DE' }
    const way = legEvents([{ ...leg, departedOn: asDay('2026-11-03'), arrivedOn: asDay('2026-12-04') }])
    expect(whereItIs(way, sent)).toMatchObject({ state: 'arrived', stateOn: '2026-12-04', quietDays: 31 })
    expect(legEvents([{ ...leg, departedOn: null, arrivedOn: null }])).toEqual([])
  })
})

describe('before and around the events', () => {
  test('sent and nothing heard is booked; not sent yet, or cancelled, is nowhere', () => {
    expect(whereItIs([], sent)).toMatchObject({ state: 'booked', stateOn: '2026-11-01', isOpen: true, heardAt: null })
    for (const status of ['draft', 'packed', 'cancelled'] as const) {
      const found = whereItIs([event('2026-11-03T08:00', 'departed')], { ...sent, status })
      expect(found).toMatchObject({ state: '', stateOn: null, isOpen: false })
    }
  })

  test('it left on the day it was sent, else when the carrier had it, else nobody knows', () => {
    const events = [event('2026-11-03T08:00', 'picked_up')]
    expect(whereItIs(events, sent).leftOn).toBe('2026-11-01')
    expect(whereItIs(events, { ...sent, sentOn: null }).leftOn).toBe('2026-11-03')
    expect(whereItIs([event('2026-11-08', 'delivered')], { ...sent, sentOn: null }).leftOn).toBe(null)
  })

  test('quiet days end with its end', () => {
    const way = [event('2026-11-02', 'picked_up'), event('2026-11-09', 'arrived'), event('2026-11-11', 'delivered')]
    expect(whereItIs([...way, event('2026-12-24', '')], sent).quietDays).toBe(7)
    expect(whereItIs(way.slice(0, 1), sent).quietDays).toBe(null)
  })
})

describe('several parcels', () => {
  const parcel = (...events: TrackedEvent[]) => ({ hasNumber: true, events })
  const carton = { hasNumber: false, events: [] }
  const delivered = event('2026-11-08T11:00', 'delivered')

  test('the open one that is furthest behind tells', () => {
    const { shipment, parcels } = shipmentState(
      [],
      [parcel(delivered), parcel(event('2026-11-05T08:00', 'departed'))],
      sent,
    )
    expect(shipment).toMatchObject({ state: 'departed', isOpen: true, deliveredOn: null })
    expect(parcels.map((each) => each.state)).toEqual(['delivered', 'departed'])
  })

  test('one that nothing was heard of is furthest behind; cartons without a number travel with the others', () => {
    expect(shipmentState([], [parcel(delivered), parcel()], sent).shipment.state).toBe('booked')
    expect(shipmentState([], [parcel(delivered), carton], sent).shipment.state).toBe('delivered')
    expect(shipmentState([delivered], [carton, carton], sent).shipment.state).toBe('delivered')
  })

  test('when all are at their end, the worst end tells, and delivered is the last day', () => {
    const later = event('2026-11-10T11:00', 'delivered')
    expect(shipmentState([], [parcel(delivered), parcel(later)], sent).shipment).toMatchObject({
      ...{ state: 'delivered', deliveredOn: '2026-11-10', stateOn: '2026-11-10', isOpen: false },
    })
    const { shipment } = shipmentState([], [parcel(delivered), parcel(event('2026-11-09T08:00', 'lost'))], sent)
    expect(shipment).toMatchObject({ state: 'lost', wasLost: true, deliveredOn: null })
  })
})

const anyEvent = fc
  .record({
    hour: fc.integer({ min: 0, max: 30 }),
    isDayOnly: fc.boolean(),
    state: fc.constantFrom('' as const, ...trackingStates),
    place: fc.constantFrom('', 'Shenzhen', 'Leipzig', 'Berlin'),
    country: fc.constantFrom('', 'CN', 'DE'),
  })
  .map(({ hour, isDayOnly, state, place, country }) => {
    const moment = new Date(Date.UTC(2026, 10, 5) + hour * 6 * 3_600_000).toISOString()
    return event(moment.slice(0, isDayOnly ? 10 : 16), state, `${place},${country}`)
  })
const shuffledPair = fc
  .array(anyEvent, { maxLength: 14 })
  .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })))

describe('whatever order events come in', () => {
  test('the same events give the same state', () => {
    fc.assert(
      fc.property(shuffledPair, ([events, shuffled]) => {
        expect(whereItIs(shuffled, sent)).toEqual(whereItIs(events, sent))
      }),
      { numRuns: 2000 },
    )
  })

  test('an event told twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 10 }), (events) => {
        expect(whereItIs([...events, ...events], sent)).toEqual(whereItIs(events, sent))
      }),
      { numRuns: 500 },
    )
  })

  test('the parcels of a shipment may stand in any order', () => {
    const parcels = fc.array(fc.record({ hasNumber: fc.boolean(), events: fc.array(anyEvent, { maxLength: 5 }) }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 3 }), parcels, (events, own) => {
        const turned = shipmentState(events, [...own].reverse(), sent)
        expect(turned.shipment).toEqual(shipmentState(events, own, sent).shipment)
      }),
      { numRuns: 1000 },
    )
  })
})
