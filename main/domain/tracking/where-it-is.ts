// Where something is, from all that was heard of it. The events may come in any order: the same ones give the same state.
import { type Day, daysBetween, type Instant } from '#shared/dates.ts'
import type { ShipmentStatus, TrackingState } from '#shared/schemas/shipment-words.ts'
import { nextState, type Standing, type Way } from './next-state.ts'
import { endedStates, inOrder, type TrackedEvent } from './tracking-event.ts'

/** What the shipment itself says, beside its events. */
export type ShipmentFacts = Way & {
  status: ShipmentStatus
  bookedOn: Day | null
  sentOn: Day | null
  /** We gave it up: then its end is no loss by the carrier. */
  isAbandoned: boolean
}

export type WhereItIs = {
  /** '' before it was booked, and of what was cancelled. */
  state: TrackingState | ''
  /** Since when. */
  stateOn: Day | null
  /** The newest event, whatever it said. */
  heardAt: Instant | null
  /** The longest time without an event between its first and its end, in days; null where it was heard of on one day only. */
  quietDays: number | null
  /** It stays when what was delivered comes back: the carrier did bring it. */
  deliveredOn: Day | null
  leftOn: Day | null
  /** Sent, and not at its end yet. */
  isOpen: boolean
  wasDamaged: boolean
  /** Lost, or destroyed without our word, and not seen again. */
  wasLost: boolean
}

/** Where a shipment or parcel is by these events. One that was sent and of which nothing was heard is booked. */
export function whereItIs(events: readonly TrackedEvent[], facts: ShipmentFacts): WhereItIs {
  const ordered = inOrder(events)
  const standing = ordered.reduce<Told>((before, event) => stepOn(before, event, facts), started(facts))
  const state = facts.status === 'sent' ? standing.state : ''
  return {
    state,
    stateOn: state === '' ? null : (standing.since?.day ?? facts.sentOn ?? facts.bookedOn),
    heardAt: events.length === 0 ? null : (Math.max(...ordered.map((event) => event.at)) as Instant),
    quietDays: quietDays(ordered, standing),
    deliveredOn: state === '' ? null : standing.deliveredOn,
    leftOn: facts.sentOn ?? firstLeaving(ordered),
    isOpen: state !== '' && !endedStates.includes(state),
    wasDamaged: events.some((event) => event.state === 'damaged'),
    wasLost: state === 'lost' || (state === 'destroyed' && !facts.isAbandoned),
  }
}

type Told = Standing & { deliveredOn: Day | null }

function started({ status }: ShipmentFacts): Told {
  return { state: status === 'sent' ? 'booked' : '', since: null, deliveredOn: null }
}

function stepOn(before: Told, event: TrackedEvent, way: Way): Told {
  const state = nextState(before, event, way)
  const isFirstWord = before.since === null && event.state !== '' && state === event.state
  if (state === before.state && !isFirstWord) return before
  const isOnItsWayBack = state === 'returning' || state === 'returned'
  return {
    state,
    since: event,
    deliveredOn: state === 'delivered' ? event.day : isOnItsWayBack ? before.deliveredOn : null,
  }
}

/** Nobody waits for a word after the end. */
function quietDays(ordered: readonly TrackedEvent[], { state, since }: Standing): number | null {
  const last = since && endedStates.includes(state) ? ordered.indexOf(since) : ordered.length - 1
  let longest: number | null = null
  let before: Day | null = null
  for (const day of daysUntil(ordered, last)) {
    if (before !== null) longest = Math.max(longest ?? 0, daysBetween(before, day))
    before = day
  }
  return longest
}

/** The days of events up to one of them, each once, in order. */
function daysUntil(ordered: readonly TrackedEvent[], last: number): Day[] {
  const days: Day[] = []
  for (let at = 0; at <= last; at += 1) {
    const day = ordered[at]?.day
    if (day !== undefined && day !== days.at(-1)) days.push(day)
  }
  const isInOrder = days.every((day, at) => at === 0 || day > (days[at - 1] ?? ''))
  return isInOrder ? days : [...new Set(days)].sort()
}

const leaving: readonly string[] = ['picked_up', 'export_cleared', 'departed']

function firstLeaving(ordered: readonly TrackedEvent[]): Day | null {
  return ordered.find((event) => leaving.includes(event.state))?.day ?? null
}
