// The stock walked day by day: what is there, what comes on its day, what customers wait for, and what is expected to sell.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { DatedQuantity } from './replenishment-types.ts'

export type WalkInput = {
  today: Day
  onHandMilli: number
  arrivals: readonly DatedQuantity[]
  openDemand: readonly DatedQuantity[]
  /** Expected demand of today, tomorrow and so on. */
  perDay: Float64Array
}

/** A billionth of a unit is no shortage. */
const guard = 1e-3

/**
 * Stock at the end of today and of each day after it, in thousandths; below 0 is what cannot be delivered. Goods come in
 * before the day's demand is met. Open orders without a day, or late, are due today; coming goods without a day, or whose
 * day has passed, are not counted on.
 */
export function projectStock({ today, onHandMilli, arrivals, openDemand, perDay }: WalkInput): Float64Array {
  const balances = new Float64Array(perDay.length)
  for (const { on, qtyMilli } of arrivals) {
    if (on === null || on < today) continue
    const day = daysBetween(today, on)
    if (day < balances.length) balances[day] = (balances[day] ?? 0) + qtyMilli
  }
  for (const { on, qtyMilli } of openDemand) {
    const day = on === null || on < today ? 0 : daysBetween(today, on)
    if (day < balances.length) balances[day] = (balances[day] ?? 0) - qtyMilli
  }
  let balance = onHandMilli
  for (let day = 0; day < balances.length; day += 1) {
    balance += (balances[day] ?? 0) - (perDay[day] ?? 0)
    balances[day] = balance
  }
  return balances
}

/** The first day that ends below a level; null where none does. */
export function firstDayBelow(balances: Float64Array, levelMilli: number): number | null {
  const level = levelMilli - guard
  // A plain loop: this runs for every product of a book.
  for (let day = 0; day < balances.length; day += 1) if ((balances[day] ?? level) < level) return day
  return null
}

/** The first dated arrival that is still to come. */
export function nextArrival(today: Day, arrivals: readonly DatedQuantity[]): Day | null {
  let next: Day | null = null
  for (const { on } of arrivals) if (on !== null && on >= today && (next === null || on < next)) next = on
  return next
}

/** The day at an offset from today; null stays null. Offsets may lie before today. */
export function dayAt(today: Day, offset: number | null): Day | null {
  return offset === null ? null : addDays(today, offset)
}
