// Figures of many shipments (formulas.md 5): completed = delivered + lost + not there past the planned day; on time over the
// completed; transit and delay over the delivered; damage over the delivered, loss over the completed; cost per kg over
// the delivered and the lost. What nobody wrote down keeps a shipment out of the figures that need it.
import type { LaneFigure, NoFigureReason, OnTimeBasis } from '#shared/schemas/lanes.ts'
import { countOfDays, meanOfCounts, quantilesOfCounts, spreadOfCounts } from './day-counts.ts'
import type { TravelOutcome } from './shipment-outcome.ts'

/** Sums over shipments of one outcome. Money in minor units, weight in any one unit. */
export type TravelSums = {
  count: number
  damaged: number
  silent: number
  /** Shipments that have a cost; that have both cost and weight, with the sums of these; and with the orders inside. */
  costed: number
  weighed: number
  weighedCost: number
  weight: number
  orderCost: number
  orders: number
}

/** What is the same of all shipments in `sums`. */
export type TravelGroup = TravelOutcome & {
  /** Whether damage and loss would have been written down. */
  recordsHarm: boolean
}

export type LaneTally = {
  n: number
  delivered: number
  lost: number
  left: number
  overdue: number
  judged: number
  /** Of the judged, those of which the day they left was held against the plan. */
  judgedByLeft: number
  onTime: number
  delayed: number
  delayDays: number
  damaged: number
  /** Delivered, completed and lost ones of which harm would have been written down. */
  harmDelivered: number
  harmCompleted: number
  harmLost: number
  silent: number
  costed: number
  weighed: number
  weighedCost: number
  weight: number
  orderCost: number
  orders: number
  transit: Map<number, number>
}

export function newLaneTally(): LaneTally {
  const none = { n: 0, delivered: 0, lost: 0, left: 0, overdue: 0, judged: 0, judgedByLeft: 0, onTime: 0 }
  const harm = { damaged: 0, harmDelivered: 0, harmCompleted: 0, harmLost: 0, silent: 0 }
  const costs = { costed: 0, weighed: 0, weighedCost: 0, weight: 0, orderCost: 0, orders: 0 }
  return { ...none, ...harm, ...costs, delayed: 0, delayDays: 0, transit: new Map() }
}

/** Adds shipments that have the same outcome. */
export function addTravels(tally: LaneTally, group: TravelGroup, sums: TravelSums): void {
  const { end, isOnTime, transitDays, delayDays } = group
  const { count } = sums
  tally.n += count
  tally.silent += sums.silent
  if (end === 'underWay') return
  tally[end] += count
  if (isOnTime !== null) tally.judged += count
  if (isOnTime !== null && end === 'left') tally.judgedByLeft += count
  if (isOnTime) tally.onTime += count
  if (transitDays !== null) tally.transit.set(transitDays, (tally.transit.get(transitDays) ?? 0) + count)
  if (delayDays !== null) {
    tally.delayed += count
    tally.delayDays += count * delayDays
  }
  if (group.recordsHarm && end !== 'left') addHarm(tally, group, sums)
  if (end !== 'overdue') addCosts(tally, sums)
}

function addHarm(tally: LaneTally, { end }: TravelGroup, { count, damaged }: TravelSums): void {
  tally.harmCompleted += count
  if (end === 'lost') tally.harmLost += count
  if (end !== 'delivered') return
  tally.harmDelivered += count
  tally.damaged += damaged
}

function addCosts(tally: LaneTally, sums: TravelSums): void {
  for (const key of ['costed', 'weighed', 'weighedCost', 'weight', 'orderCost', 'orders'] as const)
    tally[key] += sums[key]
}

export const completedOf = ({ delivered, lost, left, overdue }: LaneTally) => delivered + lost + left + overdue

export function basisOf({ judged, judgedByLeft }: LaneTally): OnTimeBasis {
  if (judged === 0) return null
  if (judgedByLeft === 0) return 'delivered'
  return judgedByLeft === judged ? 'left' : 'mixed'
}

type Figures = Record<LaneFigure, number | null>

/** How many each figure is over: shipments, and orders where it is by the order. */
export function samplesOf(tally: LaneTally): Record<LaneFigure, number> {
  const timed = countOfDays(tally.transit)
  return {
    onTimeRate: tally.judged,
    transitP50: timed,
    transitP80: timed,
    transitP90: timed,
    avgTransit: timed,
    spread: timed,
    avgDelay: tally.delayed,
    damageRate: tally.harmDelivered,
    lossRate: tally.harmCompleted,
    costPerKg: tally.weighed,
    costPerOrder: tally.orders,
  }
}

/** Costs come per the unit of weight, in minor units. */
export function carrierMetrics(tally: LaneTally): {
  figures: Figures
  reasons: Partial<Record<LaneFigure, NoFigureReason>>
} {
  const [transitP50 = null, transitP80 = null, transitP90 = null] = quantilesOfCounts(tally.transit, [0.5, 0.8, 0.9])
  const figures: Figures = {
    onTimeRate: share(tally.onTime, tally.judged),
    transitP50,
    transitP80,
    transitP90,
    avgTransit: meanOfCounts(tally.transit),
    spread: spreadOfCounts(tally.transit),
    avgDelay: share(tally.delayDays, tally.delayed),
    damageRate: share(tally.damaged, tally.harmDelivered),
    lossRate: share(tally.harmLost, tally.harmCompleted),
    costPerKg: share(tally.weighedCost, tally.weight),
    costPerOrder: share(tally.orderCost, tally.orders),
  }
  const reasons: Partial<Record<LaneFigure, NoFigureReason>> = {}
  for (const [figure, value] of Object.entries(figures) as [LaneFigure, number | null][])
    if (value === null) reasons[figure] = reasonOf(figure, tally)
  return { figures, reasons }
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

function reasonOf(figure: LaneFigure, tally: LaneTally): NoFigureReason {
  const hasCompleted = completedOf(tally) > 0
  switch (figure) {
    case 'onTimeRate':
      return hasCompleted ? 'no_plan' : 'none_completed'
    case 'damageRate':
      return tally.delivered > 0 ? 'not_recorded' : notDelivered(tally)
    case 'lossRate':
      if (!hasCompleted) return 'none_completed'
      return tally.left === completedOf(tally) ? 'no_delivery_day' : 'not_recorded'
    case 'costPerKg':
    case 'costPerOrder':
      if (tally.delivered + tally.lost + tally.left === 0) return 'none_completed'
      if (tally.costed === 0) return 'no_cost'
      return figure === 'costPerKg' ? 'no_weight' : 'no_order'
    case 'avgDelay':
      return tally.delivered > 0 ? 'no_plan' : notDelivered(tally)
    default:
      if (tally.transit.size > 0) return 'one_value'
      return tally.delivered > 0 ? 'no_departure_day' : notDelivered(tally)
  }
}

function notDelivered({ left }: LaneTally): NoFigureReason {
  return left > 0 ? 'no_delivery_day' : 'none_delivered'
}
