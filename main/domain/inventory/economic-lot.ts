// The lot that costs least to order and to hold: EOQ and its kin (formulas.md, section 2). Plain numbers in one currency
// and one time unit; costs are statistics here, not money to be posted.
import { invalid, isFigure, type NoFigure, refusalOf, unknown } from './no-figure.ts'
import { ceilToMultiple, liftToOrder } from './round-up.ts'

export type LotCosts = {
  annualDemand: number | null
  /** Of one order, whatever its size. */
  orderCost: number | null
  /** Of one unit for a year: unit cost x annual rate. */
  holdingCost: number | null
}

export type LotFigures = {
  quantity: number
  /** Null where nothing is ordered. */
  ordersPerYear: number | null
  cycleDays: number | null
  orderingCost: number
  holdingCost: number
  /** Ordering and holding together, a year. */
  relevantCost: number
}

type KnownCosts = { demand: number; orderCost: number; holdingCost: number }

/** EOQ (Harris 1913): sqrt(2DK/h). Demand that is not above 0 orders nothing. */
export function economicLot(costs: LotCosts, daysPerYear = 365): LotFigures | NoFigure {
  const known = knownCosts(costs)
  if (!isFigure(known)) return known
  return lotFigures(known, economicQuantity(known), daysPerYear)
}

/**
 * The lot in whole packs: the multiple just below or just above the EOQ, whichever costs less (the smaller when alike),
 * at least one pack; then lifted to the minimum order, in whole packs.
 */
export function packedLot(
  costs: LotCosts,
  { moq = 0, pack = 1, daysPerYear = 365 }: { moq?: number; pack?: number; daysPerYear?: number },
): LotFigures | NoFigure {
  const known = knownCosts(costs)
  if (!isFigure(known)) return known
  const refused = refusalOf([moq])
  if (refused) return refused
  if (!(pack > 0)) return invalid('not-a-number')
  if (known.demand === 0) return lotFigures(known, 0, daysPerYear)
  const above = Math.max(pack, ceilToMultiple(economicQuantity(known), pack))
  const below = Math.max(pack, above - pack)
  const isBelowCheaper = relevantCost(known, below) <= relevantCost(known, above) * (1 + 1e-12)
  return lotFigures(known, liftToOrder(isBelowCheaper ? below : above, { moq, pack }), daysPerYear)
}

export type BackorderLot = { quantity: number; stockoutFraction: number; relevantCost: number }

/** EOQ where customers wait at a cost per unit and year: the share of time without stock is h/(h+p). */
export function backorderLot(costs: LotCosts, backorderCost: number | null): BackorderLot | NoFigure {
  const known = knownCosts(costs)
  if (!isFigure(known)) return known
  if (backorderCost === null || backorderCost === 0) return unknown('no-backorder-cost')
  const refused = refusalOf([backorderCost])
  if (refused) return refused
  const { demand, orderCost, holdingCost: h } = known
  const p = backorderCost
  return {
    quantity: Math.sqrt((2 * orderCost * demand * (h + p)) / (h * p)),
    stockoutFraction: h / (h + p),
    relevantCost: Math.sqrt((2 * orderCost * demand * h * p) / (h + p)),
  }
}

export type ProductionLot = LotFigures & { highestStock: number }

/** EPQ: what is made at a rate is used meanwhile, so that h counts as h(1 - D/P). The rate must exceed the demand. */
export function productionLot(costs: LotCosts, productionRate: number, daysPerYear = 365): ProductionLot | NoFigure {
  const known = knownCosts(costs)
  if (!isFigure(known)) return known
  if (!(productionRate > known.demand)) return invalid('production-not-faster-than-demand')
  const kept = 1 - known.demand / productionRate
  const slower = { ...known, holdingCost: known.holdingCost * kept }
  const figures = lotFigures(slower, economicQuantity(slower), daysPerYear)
  return { ...figures, highestStock: figures.quantity * kept }
}

function knownCosts({ annualDemand, orderCost, holdingCost }: LotCosts): KnownCosts | NoFigure {
  const refused = refusalOf([orderCost, annualDemand === null ? null : Math.max(annualDemand, 0)])
  if (refused) return refused
  if (annualDemand === null) return unknown('no-demand')
  if (orderCost === null) return unknown('no-order-cost')
  if (holdingCost === null || !(holdingCost > 0)) return unknown('no-holding-cost')
  return { demand: Math.max(annualDemand, 0), orderCost, holdingCost }
}

function economicQuantity({ demand, orderCost, holdingCost }: KnownCosts): number {
  return Math.sqrt((2 * demand * orderCost) / holdingCost)
}

/** What ordering in lots of this size and holding half a lot costs a year. */
function relevantCost(known: KnownCosts, quantity: number): number {
  return orderingCost(known, quantity) + (known.holdingCost * quantity) / 2
}

function orderingCost({ demand, orderCost }: KnownCosts, quantity: number): number {
  return demand === 0 || orderCost === 0 ? 0 : (orderCost * demand) / quantity
}

function lotFigures(known: KnownCosts, quantity: number, daysPerYear: number): LotFigures {
  const isOrdered = known.demand > 0 && quantity > 0
  return {
    quantity,
    ordersPerYear: isOrdered ? known.demand / quantity : known.demand > 0 ? null : 0,
    cycleDays: isOrdered ? (daysPerYear * quantity) / known.demand : null,
    orderingCost: orderingCost(known, quantity),
    holdingCost: (known.holdingCost * quantity) / 2,
    relevantCost: relevantCost(known, quantity),
  }
}
