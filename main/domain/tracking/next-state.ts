// What an event makes of the state before it: the rules of the way, one by one.
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { TrackedEvent } from './tracking-event.ts'

/** Where something is, and the event that brought it there. */
export type Standing = { state: TrackingState | ''; since: TrackedEvent | null }

/** Where it began and where it goes, as far as known: what is delivered where it came from went back. */
export type Way = { fromCountry: string; toCountry: string }

const early: readonly string[] = ['booked', 'picked_up', 'export_cleared']
/** Ways that have begun again only by these: what was delivered may come back, what was lost may be found. */
const afterDelivery: readonly string[] = ['returning', 'returned']
const afterReturning: readonly string[] = ['returned', 'delivered', 'lost', 'destroyed', 'damaged', 'out_for_delivery']

/**
 * The next state. The newest event counts, but for these:
 * - one that says no state changes none;
 * - booked, picked up and export cleared take nothing back that is further on;
 * - a hold, a failed attempt and a pickup point end with what moves on; arriving at the same place does not;
 * - delivered is final unless a return follows; what goes back goes on going back until it is returned, handed out again or
 *   gone; returned and destroyed are final.
 */
export function nextState(before: Standing, event: TrackedEvent, way: Way): TrackingState | '' {
  const said = saidOf(before, event, way)
  return said !== '' && mayFollow(before, said, event) ? said : before.state
}

function saidOf({ state }: Standing, event: TrackedEvent, { fromCountry, toCountry }: Way): TrackingState | '' {
  const isBackHome = event.country !== '' && event.country === fromCountry && fromCountry !== toCountry
  return state === 'returning' && event.state === 'delivered' && isBackHome ? 'returned' : event.state
}

function mayFollow(before: Standing, said: TrackingState, event: TrackedEvent): boolean {
  switch (before.state) {
    case '':
    case 'booked':
      return true
    case 'picked_up':
      return said !== 'booked'
    case 'export_cleared':
    case 'departed':
    case 'arrived':
      return said !== 'booked' && said !== 'picked_up'
    case 'delivered':
      return afterDelivery.includes(said)
    case 'returning':
      return afterReturning.includes(said)
    case 'returned':
    case 'destroyed':
      return false
    case 'import_hold':
    case 'attempt_failed':
    case 'at_pickup_point':
      return movesOn(before, said, event)
    default:
      return !early.includes(said)
  }
}

function movesOn(before: Standing, said: TrackingState, event: TrackedEvent): boolean {
  // Customs of the country it leaves hold things too.
  if (before.state === 'import_hold' && said === 'export_cleared') return true
  if (early.includes(said)) return false
  if (said !== 'arrived') return true
  return before.state !== 'attempt_failed' && event.place !== '' && event.place !== before.since?.place
}
