// How far an order of the sample company has come by today: promised, sent, arrived; some late, a few stuck.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'
import type { Random } from '../stats/random.ts'

export type Progress = { requiredOn: Day; shippedOn: Day | null; status: OrderStatus }

type Placed = {
  orderedOn: Day
  today: Day
  /** How long its carrier takes. */
  daysOnTheWay: number
}

export function progressOf({ orderedOn, today, daysOnTheWay }: Placed, random: Random): Progress {
  const age = daysBetween(orderedOn, today)
  const requiredOn = addDays(orderedOn, random.between(4, 7) * 7)
  const isCancelled = random.chance(0.02) && age > 20
  const isStuck = random.chance(0.14) && age > 50 && age < 85
  const madeIn = random.chance(0.08)
    ? daysBetween(orderedOn, requiredOn) + random.between(2, 11)
    : random.between(14, daysBetween(orderedOn, requiredOn))
  const shippedOn = addDays(orderedOn, madeIn)
  if (isCancelled) return { requiredOn, shippedOn: null, status: 'cancelled' }
  if (isStuck) return { requiredOn, shippedOn: null, status: random.chance(0.25) ? 'on_hold' : 'confirmed' }
  if (shippedOn > today)
    return { requiredOn, shippedOn: null, status: age < 4 && random.chance(0.5) ? 'draft' : 'confirmed' }
  const arrivedOn = addDays(shippedOn, daysOnTheWay)
  if (arrivedOn > today) return { requiredOn, shippedOn, status: 'shipped' }
  return { requiredOn, shippedOn, status: daysBetween(arrivedOn, today) > 45 ? 'closed' : 'delivered' }
}
