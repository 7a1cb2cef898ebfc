// Where a shipment of several parcels is: with the parcel that is furthest behind and still under way.
import { earliestDay, latestDay } from '#shared/dates.ts'
import { rankOf, type TrackedEvent } from './tracking-event.ts'
import { type ShipmentFacts, type WhereItIs, whereItIs } from './where-it-is.ts'

export type TrackedParcel = {
  /** It can be asked for by itself. Cartons without a number travel with the others. */
  hasNumber: boolean
  /** Its own; those of the whole shipment count for it as well. */
  events: readonly TrackedEvent[]
}

/**
 * The state of a shipment and of each of its parcels. Parcels that are heard of by themselves (a number, or events of
 * their own) tell where it is: while one is under way, the one that is furthest behind; when all are at their end, the one
 * that ended worst (destroyed, lost, returned), and delivered only when all are. Without such parcels its own events tell.
 */
export function shipmentState(
  events: readonly TrackedEvent[],
  parcels: readonly TrackedParcel[],
  facts: ShipmentFacts,
): { shipment: WhereItIs; parcels: WhereItIs[] } {
  const own = whereItIs(events, facts)
  const each = parcels.map((parcel) =>
    parcel.events.length === 0 ? own : whereItIs([...events, ...parcel.events], facts),
  )
  const telling = each.filter((_, index) => isTelling(parcels[index]))
  return { shipment: telling.length === 0 ? own : together(own, telling, facts), parcels: each }
}

function isTelling(parcel: TrackedParcel | undefined): boolean {
  return parcel !== undefined && (parcel.hasNumber || parcel.events.length > 0)
}

const worstEnd = ['destroyed', 'lost', 'returned', 'delivered']

function together(own: WhereItIs, parcels: readonly WhereItIs[], facts: ShipmentFacts): WhereItIs {
  const deciding = furthestBehind(parcels) ?? worstEnded(parcels) ?? own
  return {
    state: deciding.state,
    stateOn: deciding.stateOn,
    heardAt: largest([own.heardAt, ...parcels.map((parcel) => parcel.heardAt)]),
    quietDays: largest(parcels.map((parcel) => parcel.quietDays)),
    deliveredOn: parcels.every((parcel) => parcel.deliveredOn !== null)
      ? latestDay(parcels.map((parcel) => parcel.deliveredOn))
      : null,
    leftOn: facts.sentOn ?? earliestDay(parcels.map((parcel) => parcel.leftOn)),
    isOpen: parcels.some((parcel) => parcel.isOpen),
    wasDamaged: own.wasDamaged || parcels.some((parcel) => parcel.wasDamaged),
    wasLost: parcels.some((parcel) => parcel.wasLost),
  }
}

/** Of those in one state, the one that came there last. */
function furthestBehind(parcels: readonly WhereItIs[]): WhereItIs | null {
  const open = parcels.filter((parcel) => parcel.isOpen)
  return first(open, (a, b) => rankOf(a.state) - rankOf(b.state) || laterFirst(a, b))
}

function worstEnded(parcels: readonly WhereItIs[]): WhereItIs | null {
  const ended = parcels.filter((parcel) => worstEnd.includes(parcel.state))
  return first(ended, (a, b) => worstEnd.indexOf(a.state) - worstEnd.indexOf(b.state) || laterFirst(a, b))
}

function laterFirst(a: WhereItIs, b: WhereItIs): number {
  return (b.stateOn ?? '').localeCompare(a.stateOn ?? '')
}

function first(found: readonly WhereItIs[], compare: (a: WhereItIs, b: WhereItIs) => number): WhereItIs | null {
  return [...found].sort(compare)[0] ?? null
}

function largest<Value extends number>(values: readonly (Value | null)[]): Value | null {
  return values.reduce((most, value) => (value !== null && (most === null || value > most) ? value : most), null)
}
