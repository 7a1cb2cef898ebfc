// What to buy of one product, how much of it and by when: position, levels, the walk through the days to come, the order.

import { isFigure } from '#main/domain/inventory/no-figure.ts'
import { coverage } from '#main/domain/inventory/reorder.ts'
import type { Day } from '#shared/dates.ts'
import { dailyDemand } from './daily-demand.ts'
import { noOrder, orderQuantity } from './order-quantity.ts'
import { reorderLevels } from './reorder-levels.ts'
import type {
  DatedQuantity,
  ReorderLevels,
  Replenishment,
  ReplenishmentInput,
  ReplenishmentNote,
  SuggestedOrder,
} from './replenishment-types.ts'
import { dayAt, firstDayBelow, nextArrival, projectStock } from './walk-stock.ts'

/** The walk looks a year ahead, and further where goods take longer to come. */
const usualHorizonDays = 365

/** All figures of one product; which rule they rest on stands in `levels`. */
export function replenishProduct(input: ReplenishmentInput): Replenishment {
  const { today, arrivals, openDemand, leadTime, onHandMilli } = input
  const { perDay, coveredDays, horizonDays } = expectedDemand(input)
  const levels = reorderLevels(input, perDay)
  const onOrderMilli = sumOf(arrivals)
  const openDemandMilli = sumOf(openDemand)
  const positionMilli = onHandMilli + onOrderMilli - openDemandMilli
  const isBelow = isBelowReorderPoint(input, levels, positionMilli)
  const balances = projectStock({
    today,
    onHandMilli,
    arrivals,
    openDemand,
    perDay: perDay ?? new Float64Array(horizonDays),
  })
  const runsOutOn = dayAt(today, firstDayBelow(balances, 0))
  const nextArrivalOn = nextArrival(today, arrivals)
  const orderBy = orderByDay(input, firstDayBelow(balances, levels.safetyStockMilli ?? 0))
  const cover = coverage(onHandMilli, levels.milliPerDay)
  return {
    onHandMilli,
    onOrderMilli,
    openDemandMilli,
    positionMilli,
    levels,
    isBelowReorderPoint: isBelow,
    coverDays: isFigure(cover) ? cover.days : null,
    runsOutOn,
    horizonDays,
    nextArrivalOn,
    runsOutBeforeArrival: runsOutOn !== null && (nextArrivalOn === null || runsOutOn < nextArrivalOn),
    orderBy,
    isLate: orderBy !== null && orderBy < today,
    order: suggestedOrder(input, levels, { positionMilli, isBelow }),
    notes: notesOf(today, arrivals, {
      goesOn: perDay !== null && coveredDays < (leadTime?.meanDays ?? 0) + input.rules.reviewDays,
    }),
  }
}

/** The demand that is walked through: the forecast, else the recent mean, else none. */
export function expectedDemand({ today, forecast, recent, leadTime, rules }: ReplenishmentInput): {
  perDay: Float64Array | null
  coveredDays: number
  horizonDays: number
} {
  const horizonDays = Math.max(usualHorizonDays, Math.ceil((leadTime?.meanDays ?? 0) + rules.reviewDays) + 1)
  if (forecast.length > 0) return { ...dailyDemand(today, forecast, horizonDays), horizonDays }
  if (recent === null) return { perDay: null, coveredDays: 0, horizonDays }
  const perDay = new Float64Array(horizonDays).fill(Math.max(0, recent.milliPerDay))
  return { perDay, coveredDays: horizonDays, horizonDays }
}

function sumOf(quantities: readonly DatedQuantity[]): number {
  let sum = 0
  for (const { qtyMilli } of quantities) sum += qtyMilli
  return sum
}

/** Position <= reorder point, where stock is wanted at all. */
function isBelowReorderPoint(input: ReplenishmentInput, levels: ReorderLevels, positionMilli: number): boolean | null {
  if (levels.reorderPointMilli === null) return null
  return isStockWanted(input, levels, positionMilli) && positionMilli <= levels.reorderPointMilli
}

/**
 * A forecast dies away but never quite to 0, and figures are rounded up: less than one unit a year is no demand to keep
 * stock for. A minimum that someone gave is a wish of its own, unless it is 0. What is owed to customers always is one.
 */
function isStockWanted({ terms }: ReplenishmentInput, levels: ReorderLevels, positionMilli: number): boolean {
  if (positionMilli < 0) return true
  if (levels.rule === 'minimum' && (levels.reorderPointMilli ?? 0) > 0) return true
  return (levels.milliPerDay ?? 0) * 365 >= terms.stepMilli
}

function orderByDay({ today, leadTime }: ReplenishmentInput, belowOn: number | null): Day | null {
  if (leadTime === null || belowOn === null) return null
  return dayAt(today, belowOn - Math.ceil(leadTime.meanDays))
}

function suggestedOrder(
  { terms, rules }: ReplenishmentInput,
  { orderUpToMilli, milliPerDay }: ReorderLevels,
  { positionMilli, isBelow }: { positionMilli: number; isBelow: boolean | null },
): SuggestedOrder | null {
  if (isBelow === null || orderUpToMilli === null) return null
  if (!isBelow) return noOrder(terms)
  return orderQuantity({ needMilli: orderUpToMilli - positionMilli, milliPerDay, terms, rules })
}

function notesOf(today: Day, arrivals: readonly DatedQuantity[], { goesOn }: { goesOn: boolean }): ReplenishmentNote[] {
  return [
    ...(arrivals.some(({ on }) => on === null) ? ['arrivals-without-day' as const] : []),
    ...(arrivals.some(({ on }) => on !== null && on < today) ? ['arrivals-overdue' as const] : []),
    ...(goesOn ? ['forecast-goes-on' as const] : []),
  ]
}
