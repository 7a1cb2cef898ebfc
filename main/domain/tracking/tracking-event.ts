// An event as the rules of tracking see it: when, what it means to us, where. What it said does not matter any more.
import type { Day, Instant } from '#shared/dates.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

export type TrackedEvent = {
  at: Instant
  /** The day at the place itself. */
  day: Day
  /** Only the day was told: it happened some time on it. */
  isDayOnly: boolean
  /** '' : it says nothing about where the goods are. */
  state: TrackingState | ''
  place: string
  country: string
}

/** How far on its way something is that says this. What goes to and fro (departed, arrived) stands on one step. */
export const progressOf: Readonly<Record<TrackingState | '', number>> = {
  '': 0,
  booked: 1,
  picked_up: 2,
  export_cleared: 3,
  departed: 4,
  arrived: 4,
  import_hold: 5,
  import_cleared: 6,
  out_for_delivery: 7,
  attempt_failed: 8,
  at_pickup_point: 9,
  damaged: 10,
  lost: 11,
  returning: 12,
  delivered: 13,
  returned: 14,
  destroyed: 15,
}

/** For two that were told of one moment: departed before arrived, else by the way. */
export const rankOf = (state: TrackingState | ''): number => progressOf[state] + (state === 'arrived' ? 0.5 : 0)

/** Where nothing more is to be expected. */
export const endedStates: readonly string[] = ['delivered', 'returned', 'lost', 'destroyed']

/**
 * Events in the order in which they happened, whatever order they came in: by time; of one moment, by how far they are on
 * the way; never by their ids. One of which only the day is known stands behind those of its day that are no further.
 */
export function inOrder(events: readonly TrackedEvent[]): TrackedEvent[] {
  const timed = events.filter((event) => !event.isDayOnly)
  const when = (event: TrackedEvent): number => (event.isDayOnly ? afterItsDay(event, timed) : event.at)
  return events
    .map((event) => ({ event, when: when(event) }))
    .sort((a, b) => a.when - b.when || compareAlike(a.event, b.event))
    .map(({ event }) => event)
}

function afterItsDay(event: TrackedEvent, timed: readonly TrackedEvent[]): number {
  const rank = rankOf(event.state)
  return timed.reduce<number>(
    (latest, other) => (isBefore(other, event.day, rank) ? Math.max(latest, other.at) : latest),
    event.at,
  )
}

/** Days are those of the places: what happened on an earlier one came before, whatever the clocks elsewhere said. */
function isBefore(other: TrackedEvent, day: Day, rank: number): boolean {
  return other.day < day || (other.day === day && rankOf(other.state) <= rank)
}

function compareAlike(a: TrackedEvent, b: TrackedEvent): number {
  return (
    rankOf(a.state) - rankOf(b.state) ||
    compareText(a.day, b.day) ||
    compareText(a.place, b.place) ||
    compareText(a.country, b.country)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
