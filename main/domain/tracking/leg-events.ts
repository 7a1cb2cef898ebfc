// What the legs of a shipment tell: a vessel that left and came in was heard of, whoever wrote it down.
import type { Day, Instant } from '#shared/dates.ts'
import type { TrackedEvent } from './tracking-event.ts'

export type LegFacts = {
  departedOn: Day | null
  arrivedOn: Day | null
  fromPlace: string
  fromCountry: string
  toPlace: string
  toCountry: string
}

/** Departures and arrivals that really happened, as events of the whole shipment. */
export function legEvents(legs: readonly LegFacts[]): TrackedEvent[] {
  return legs.flatMap((leg) => [
    ...eventOf('departed', leg.departedOn, { place: leg.fromPlace, country: leg.fromCountry }),
    ...eventOf('arrived', leg.arrivedOn, { place: leg.toPlace, country: leg.toCountry }),
  ])
}

type Place = { place: string; country: string }

function eventOf(state: 'departed' | 'arrived', day: Day | null, where: Place): TrackedEvent[] {
  if (day === null) return []
  return [{ at: Date.parse(`${day}T00:00:00Z`) as Instant, day, isDayOnly: true, state, ...where }]
}
