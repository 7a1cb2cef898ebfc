// What became of one shipment by a day: delivered, lost, overdue or still on its way; in time, and after how many days.
// What arrives after that day has not arrived yet, and what is lost after it is not lost.
import { type Day, daysBetween } from '#shared/dates.ts'

/**
 * `left`: where nobody wrote down deliveries, the shipment is done with when it left, and that day is held against the plan.
 */
export const travelEnds = ['underWay', 'delivered', 'lost', 'left', 'overdue'] as const
export type TravelEnd = (typeof travelEnds)[number]

export type Travel = {
  /** Null: nobody said until when. */
  readonly plannedOn: Day | null
  /** Null: nobody wrote it down. */
  readonly leftOn: Day | null
  readonly deliveredOn: Day | null
  readonly wasLost: boolean
  /** Since when that is known; null: it always was. */
  readonly lostOn?: Day | null
  /** False where it comes from a source that has no days of delivery. */
  readonly hasDeliveryDays: boolean
}

export type TravelOutcome = {
  end: TravelEnd
  /** Null where it cannot be said: still on its way, or without a plan. What is lost or overdue is late. */
  isOnTime: boolean | null
  /** Delivered ones only, with a day of departure before it. */
  transitDays: number | null
  /** Days behind the plan, 0 in time; delivered ones with a plan only. */
  delayDays: number | null
}

export function travelOutcome(travel: Travel, asOf: Day): TravelOutcome {
  const end = endOf(travel, asOf)
  const { plannedOn, leftOn, deliveredOn } = travel
  const came = end === 'delivered' ? deliveredOn : end === 'left' ? leftOn : null
  return {
    end,
    isOnTime: isOnTime(end, came, plannedOn),
    transitDays: end === 'delivered' ? spanOf(leftOn, deliveredOn) : null,
    delayDays: end === 'delivered' && came && plannedOn ? Math.max(0, daysBetween(plannedOn, came)) : null,
  }
}

function endOf({ plannedOn, leftOn, deliveredOn, wasLost, lostOn, hasDeliveryDays }: Travel, asOf: Day): TravelEnd {
  if (hasDeliveryDays && deliveredOn !== null && deliveredOn <= asOf) return 'delivered'
  if (wasLost && (lostOn ?? asOf) <= asOf) return 'lost'
  if (!hasDeliveryDays && leftOn !== null && leftOn <= asOf) return 'left'
  return plannedOn !== null && plannedOn < asOf ? 'overdue' : 'underWay'
}

function isOnTime(end: TravelEnd, came: Day | null, plannedOn: Day | null): boolean | null {
  if (end === 'underWay') return null
  if (came === null) return false
  return plannedOn === null ? null : came <= plannedOn
}

/** An arrival before the departure says that one of the days is wrong: then there is no transit. */
function spanOf(leftOn: Day | null, deliveredOn: Day | null): number | null {
  if (leftOn === null || deliveredOn === null) return null
  const days = daysBetween(leftOn, deliveredOn)
  return days >= 0 ? days : null
}
