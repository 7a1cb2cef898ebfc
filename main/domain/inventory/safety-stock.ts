// Safety stock, reorder point and the service that a reorder point gives (formulas.md, section 2). Plain numbers: demand
// per period, and lead times in the same periods. Cycle service level and fill rate are two measures; names say which.

import {
  inverseNormal,
  inverseUnitNormalLoss,
  normalProbability,
  unitNormalLoss,
} from '#main/domain/stats/normal-distribution.ts'
import { mean, standardDeviation } from '#main/domain/stats/standard-deviation.ts'
import { invalid, isFigure, type NoFigure, refusalOf, unknown } from './no-figure.ts'

export type DemandAndLead = {
  meanDemand: number | null
  /** With a forecast: the RMSE of its one-step errors. */
  sdDemand: number | null
  leadTime: number | null
  /** 0 for a lead time that is fixed. */
  sdLeadTime: number | null
  /** Periods between two looks at the stock; 0 is all the time. */
  reviewPeriod?: number
}

export type SafetyStock = {
  z: number
  /** Standard deviation of the demand over lead time and review period. */
  sigma: number
  safetyStock: number
  reorderPoint: number
  orderUpTo: number
}

/**
 * For a cycle service level (share of order cycles without a shortage) between 0 and 1, both excluded, or a z of one's
 * own. sigma = sqrt((L+R) sd² + d² sL²); a service below one half asks for no safety stock, never for less than none.
 */
export function safetyStock(
  service: { serviceLevel: number } | { z: number },
  given: DemandAndLead,
): SafetyStock | NoFigure {
  const z = 'z' in service ? service.z : inverseNormal(service.serviceLevel)
  if (z === null || !Number.isFinite(z)) return invalid('service-level-out-of-range')
  const known = knownSpread(given)
  if (!isFigure(known)) return known
  const { demand, leadTime, reviewPeriod, sigma } = known
  const stock = Math.max(0, z * sigma)
  return {
    z,
    sigma,
    safetyStock: stock,
    reorderPoint: demand * leadTime + stock,
    orderUpTo: demand * (leadTime + reviewPeriod) + stock,
  }
}

/** The four figures from what was observed: demand per period, and lead times in the same periods. */
export function demandAndLeadOf(demand: readonly number[], leadTimes: readonly number[]): DemandAndLead {
  return {
    meanDemand: mean(demand),
    sdDemand: standardDeviation(demand),
    leadTime: mean(leadTimes),
    sdLeadTime: standardDeviation(leadTimes),
  }
}

export type ServiceOfReorderPoint = {
  safetyStock: number
  /** Null where demand does not vary. */
  k: number | null
  cycleServiceLevel: number
  /** Units short in a cycle, on average. */
  expectedShortage: number
  /** Share of the demand met from stock; null where the order quantity is not known. */
  fillRate: number | null
}

/** What a reorder point that someone chose gives. Demand that does not vary is met wholly, or short by what is missing. */
export function serviceOfReorderPoint(
  reorderPoint: number | null,
  orderQuantity: number | null,
  given: DemandAndLead,
): ServiceOfReorderPoint | NoFigure {
  if (reorderPoint === null) return unknown('no-reorder-point')
  const known = knownSpread(given)
  if (!isFigure(known)) return known
  const refused = refusalOf([orderQuantity])
  if (refused) return refused
  const { demand, leadTime, sigma } = known
  const stock = reorderPoint - demand * leadTime
  const k = sigma > 0 ? stock / sigma : null
  const expectedShortage = k === null ? Math.max(0, -stock) : sigma * unitNormalLoss(k)
  return {
    safetyStock: stock,
    k,
    cycleServiceLevel: k === null ? (stock >= 0 ? 1 : 0) : normalProbability(k),
    expectedShortage,
    fillRate: orderQuantity ? Math.max(0, 1 - expectedShortage / orderQuantity) : null,
  }
}

export type FillRateStock = { k: number | null; sigma: number; expectedShortage: number; safetyStock: number }

/** The safety stock for a fill rate: the k with sigma G(k) = (1 - fill rate) Q. Never below 0. */
export function safetyStockForFillRate(
  fillRate: number,
  orderQuantity: number | null,
  given: DemandAndLead,
): FillRateStock | NoFigure {
  if (!(fillRate > 0 && fillRate < 1)) return invalid('service-level-out-of-range')
  const refused = refusalOf([orderQuantity])
  if (refused) return refused
  if (!orderQuantity) return unknown('no-order-quantity')
  const known = knownSpread(given)
  if (!isFigure(known)) return known
  const { sigma } = known
  const expectedShortage = (1 - fillRate) * orderQuantity
  const k = sigma > 0 ? inverseUnitNormalLoss(expectedShortage / sigma) : null
  return { k, sigma, expectedShortage, safetyStock: Math.max(0, (k ?? 0) * sigma) }
}

type KnownSpread = { demand: number; leadTime: number; reviewPeriod: number; sigma: number }

function knownSpread({
  meanDemand,
  sdDemand,
  leadTime,
  sdLeadTime,
  reviewPeriod = 0,
}: DemandAndLead): KnownSpread | NoFigure {
  const refused = refusalOf([meanDemand, sdDemand, leadTime, sdLeadTime, reviewPeriod])
  if (refused) return refused
  if (meanDemand === null) return unknown('no-demand')
  if (sdDemand === null) return unknown('no-demand-spread')
  if (leadTime === null) return unknown('no-lead-time')
  if (sdLeadTime === null) return unknown('no-lead-time-spread')
  const variance = (leadTime + reviewPeriod) * sdDemand ** 2 + meanDemand ** 2 * sdLeadTime ** 2
  return { demand: meanDemand, leadTime, reviewPeriod, sigma: Math.sqrt(variance) }
}
