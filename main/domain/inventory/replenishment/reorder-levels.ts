// Safety stock, reorder point and level to fill up to: by statistics where there are any, else by a rule that is named.
import { isFigure } from '#main/domain/inventory/no-figure.ts'
import { ceilToMultiple } from '#main/domain/inventory/round-up.ts'
import { safetyStock } from '#main/domain/inventory/safety-stock.ts'
import { demandOver, meanDailyDemand } from './daily-demand.ts'
import type { Missing, ReorderLevels, ReplenishmentInput } from './replenishment-types.ts'

/** `perDay`: the expected demand day by day; null where there is neither a forecast nor a recent mean. */
export function reorderLevels(input: ReplenishmentInput, perDay: Float64Array | null): ReorderLevels {
  const { minimumMilli, rules } = input
  const facts = demandFacts(input, perDay)
  const missing = missingFor(input)
  const byMinimum = minimumMilli === null ? null : minimumLevels(input, facts, minimumMilli)
  const byStatistics = statisticalLevels(input, facts)
  const chosen = rules.minimumGoesFirst ? (byMinimum ?? byStatistics) : (byStatistics ?? byMinimum)
  return { ...(chosen ?? recentLevels(input, facts) ?? noLevels(facts)), missing }
}

type DemandFacts = Pick<ReorderLevels, 'milliPerDay' | 'leadDemandMilli'> & { upToDemandMilli: number | null }

function demandFacts({ leadTime, rules }: ReplenishmentInput, perDay: Float64Array | null): DemandFacts {
  if (perDay === null) return { milliPerDay: null, leadDemandMilli: null, upToDemandMilli: null }
  const { reviewDays, lotDays } = rules
  if (leadTime === null) {
    return { milliPerDay: meanDailyDemand(perDay, reviewDays || lotDays), leadDemandMilli: null, upToDemandMilli: null }
  }
  const days = leadTime.meanDays + reviewDays
  return {
    milliPerDay: meanDailyDemand(perDay, days),
    leadDemandMilli: demandOver(perDay, leadTime.meanDays),
    upToDemandMilli: demandOver(perDay, days),
  }
}

function missingFor({ forecast, spread, recent, leadTime, minimumMilli }: ReplenishmentInput): Missing[] {
  return [
    ...(forecast.length === 0 ? ['no-forecast' as const] : []),
    ...(spread === null ? ['no-spread' as const] : []),
    ...(forecast.length === 0 && recent === null ? ['no-history' as const] : []),
    ...(leadTime === null ? ['no-lead-time' as const] : []),
    ...(minimumMilli === null ? ['no-minimum' as const] : []),
  ]
}

type Levels = Omit<ReorderLevels, 'missing'>

function statisticalLevels(input: ReplenishmentInput, facts: DemandFacts): Levels | null {
  const { forecast, spread, leadTime, rules, terms } = input
  const { milliPerDay, leadDemandMilli, upToDemandMilli } = facts
  if (forecast.length === 0 || !spread || !leadTime || milliPerDay === null) return null
  if (leadDemandMilli === null || upToDemandMilli === null) return null
  const result = safetyStock(
    { serviceLevel: rules.serviceLevel },
    {
      meanDemand: milliPerDay,
      // Days are taken as independent, so a period's variance is the sum of its days' variances.
      sdDemand: spread.sdMilli / Math.sqrt(spread.periodDays),
      leadTime: leadTime.meanDays,
      sdLeadTime: leadTime.sdDays,
      reviewPeriod: rules.reviewDays,
    },
  )
  if (!isFigure(result)) return null
  const { z, sigma, safetyStock: stock } = result
  // The demand of the very days of the lead time stands for d*L, so that a season in the forecast counts.
  const levels = levelsFrom(stock, { leadDemandMilli, upToDemandMilli, stepMilli: terms.stepMilli })
  return { rule: 'statistics', milliPerDay, leadDemandMilli, z, sigmaMilli: sigma, ...levels }
}

/** Too little history for a spread: a share of the demand during the lead time stands for the safety stock. */
function recentLevels({ leadTime, rules, terms }: ReplenishmentInput, facts: DemandFacts): Levels | null {
  const { milliPerDay, leadDemandMilli, upToDemandMilli } = facts
  if (!leadTime || leadDemandMilli === null || upToDemandMilli === null) return null
  const stock = rules.cushion * leadDemandMilli
  const levels = levelsFrom(stock, { leadDemandMilli, upToDemandMilli, stepMilli: terms.stepMilli })
  return { rule: 'recent-mean', milliPerDay, leadDemandMilli, z: null, sigmaMilli: null, ...levels }
}

function levelsFrom(
  stock: number,
  demand: { leadDemandMilli: number; upToDemandMilli: number; stepMilli: number },
): Pick<
  Levels,
  'safetyStockMilli' | 'rawSafetyStockMilli' | 'reorderPointMilli' | 'rawReorderPointMilli' | 'orderUpToMilli'
> {
  return {
    safetyStockMilli: ceilToMultiple(stock, demand.stepMilli),
    rawSafetyStockMilli: stock,
    reorderPointMilli: ceilToMultiple(demand.leadDemandMilli + stock, demand.stepMilli),
    rawReorderPointMilli: demand.leadDemandMilli + stock,
    orderUpToMilli: ceilToMultiple(demand.upToDemandMilli + stock, demand.stepMilli),
  }
}

/** The given minimum is the reorder point; with a rhythm of looking, the demand until the next look comes on top. */
function minimumLevels({ rules, terms }: ReplenishmentInput, facts: DemandFacts, minimumMilli: number): Levels {
  const untilNextLook = (facts.milliPerDay ?? 0) * rules.reviewDays
  return {
    ...noLevels(facts),
    rule: 'minimum',
    reorderPointMilli: minimumMilli,
    rawReorderPointMilli: minimumMilli,
    orderUpToMilli: ceilToMultiple(minimumMilli + untilNextLook, terms.stepMilli),
  }
}

function noLevels({ milliPerDay, leadDemandMilli }: DemandFacts): Levels {
  return {
    rule: 'none',
    milliPerDay,
    leadDemandMilli,
    z: null,
    sigmaMilli: null,
    safetyStockMilli: null,
    rawSafetyStockMilli: null,
    reorderPointMilli: null,
    rawReorderPointMilli: null,
    orderUpToMilli: null,
  }
}
