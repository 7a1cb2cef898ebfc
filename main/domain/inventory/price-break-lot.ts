// The lot where the price falls with the quantity: all units cheaper, or only those above the break (formulas.md,
// section 2; Hillier, Lieberman; Snyder, Shen).
import { invalid, type NoFigure, refusalOf, unknown } from './no-figure.ts'

export type PriceTiers = {
  annualDemand: number | null
  orderCost: number | null
  /** Cost of holding for a year as a share of the unit cost. */
  holdingRate: number | null
  /** The quantities from which the prices hold, ascending, and the price of each. */
  breaks: readonly number[]
  unitCosts: readonly number[]
}

export type TierLot = {
  quantity: number
  /** Index of the price tier, from 0. */
  tier: number
  /** Average price of a unit at this quantity. */
  unitCost: number
  /** Goods, ordering and holding, a year. */
  totalCost: number
}

type KnownTiers = {
  demand: number
  orderCost: number
  rate: number
  tiers: { from: number; to: number; cost: number }[]
}

/** Every unit at the price of the quantity ordered: the cheapest of each tier's own best quantity. */
export function allUnitsLot(given: PriceTiers): TierLot | NoFigure {
  const known = knownTiers(given)
  if ('status' in known) return known
  const { demand, orderCost, rate, tiers } = known
  const lots = tiers.flatMap(({ from, to, cost }, tier): TierLot[] => {
    const quantity = Math.max(Math.sqrt((2 * orderCost * demand) / (rate * cost)), from)
    if (quantity >= to) return []
    const ordering = orderCost === 0 ? 0 : (orderCost * demand) / quantity
    return [{ quantity, tier, unitCost: cost, totalCost: demand * cost + ordering + (rate * cost * quantity) / 2 }]
  })
  return cheapest(lots, known)
}

/** Only the units above a break at its price: a tier's best quantity counts where it lies inside the tier. */
export function incrementalLot(given: PriceTiers): TierLot | NoFigure {
  const known = knownTiers(given)
  if ('status' in known) return known
  const { demand, orderCost, rate, tiers } = known
  let paidBefore = 0
  const lots = tiers.flatMap(({ from, to, cost }, tier): TierLot[] => {
    // What the units below this tier cost more than its own price would.
    const surplus = paidBefore - cost * from
    paidBefore += cost * (to - from)
    const quantity = Math.sqrt((2 * (orderCost + surplus) * demand) / (rate * cost))
    if (!(quantity >= from && quantity < to) || quantity === 0) return []
    const unitCost = (surplus + cost * quantity) / quantity
    const totalCost = demand * unitCost + (orderCost * demand) / quantity + (rate * unitCost * quantity) / 2
    return [{ quantity, tier, unitCost, totalCost }]
  })
  return cheapest(lots, known)
}

/** The lot with the lowest cost, the smaller when alike. Without demand nothing is ordered. */
function cheapest(lots: readonly TierLot[], { demand, tiers }: KnownTiers): TierLot | NoFigure {
  if (demand === 0) return { quantity: 0, tier: 0, unitCost: tiers[0]?.cost ?? 0, totalCost: 0 }
  const [first, ...others] = lots
  if (!first) return unknown('no-order-quantity')
  return others.reduce((best, lot) => (lot.totalCost < best.totalCost ? lot : best), first)
}

function knownTiers({ annualDemand, orderCost, holdingRate, breaks, unitCosts }: PriceTiers): KnownTiers | NoFigure {
  const refused = refusalOf([orderCost, holdingRate, ...breaks, ...unitCosts])
  if (refused) return refused
  const areInOrder = breaks.every((from, index) => index === 0 || from > (breaks[index - 1] ?? from))
  if (breaks.length === 0 || breaks.length !== unitCosts.length || !areInOrder) {
    return invalid('price-breaks-out-of-order')
  }
  if (annualDemand === null) return unknown('no-demand')
  if (orderCost === null) return unknown('no-order-cost')
  if (holdingRate === null || holdingRate === 0 || unitCosts.includes(0)) return unknown('no-holding-cost')
  const tiers = breaks.map((from, index) => ({
    from,
    to: breaks[index + 1] ?? Number.POSITIVE_INFINITY,
    cost: unitCosts[index] ?? 0,
  }))
  return { demand: Math.max(annualDemand, 0), orderCost, rate: holdingRate, tiers }
}
