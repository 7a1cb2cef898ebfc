// One line of what to buy, as screens and files show it.
import { priceAt } from '#main/domain/inventory/replenishment/order-quantity.ts'
import type { OrderTerms } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import type { Planned } from '#main/services/planning/replenish.ts'
import type { RateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import { lineTotalMinor, microsToDecimal, minorFromDecimal, minorText, minorToDecimal } from '#shared/money.ts'
import type { ReplenishmentLine } from '#shared/schemas/replenishment.ts'

/** The line with its money in whole minor units beside it, for adding. */
export type CostedLine = { line: ReplenishmentLine; totalMinor: number | null; baseMinor: number | null }

export type LineParts = { base: string; rates: RateFinder; on: Day }

/** `changed`: the quantity, in thousandths, that someone put in the place of what is suggested. */
export function replenishmentLine(planned: Planned, parts: LineParts, changed: number | undefined): CostedLine {
  const { input, result } = planned
  const suggested = result.order?.qtyMilli ?? null
  const milli = changed ?? suggested ?? 0
  const { money, ...minor } = costOf(milli, input.terms, parts)
  const line: ReplenishmentLine = {
    ...namesOf(planned),
    ...stockFiguresOf(planned),
    ...levelsOf(planned),
    suggested: units(suggested),
    steps: (result.order?.steps ?? []).map(({ rule, qtyMilli }) => ({ rule, quantity: qtyMilli / 1000 })),
    quantity: milli / 1000,
    isChanged: changed !== undefined && changed !== suggested,
    warnings: warningsOf(milli, input.terms),
    moq: units(input.terms.moqMilli),
    multiple: units(input.terms.multipleMilli),
    ...money,
    ...measuresOf(planned, milli),
    budget: null,
  }
  return { line, ...minor }
}

function namesOf({ product, cell, policy, input, forecast }: Planned) {
  const { id, sku, name, nameZh, unit, supplierId } = product
  const { state, madeOn, summary } = forecast
  return {
    ...{ productId: id, sku, name, nameZh, unit, supplierId, cell, policy },
    serviceLevel: input.rules.serviceLevel,
    leadTime: input.leadTime && { ...input.leadTime },
    forecast: { state, method: summary?.method ?? null, madeOn },
  }
}

function stockFiguresOf({ result }: Planned) {
  const { coverDays, runsOutOn, nextArrivalOn, runsOutBeforeArrival, orderBy, isLate } = result
  return {
    onHand: result.onHandMilli / 1000,
    onOrder: result.onOrderMilli / 1000,
    openDemand: result.openDemandMilli / 1000,
    position: result.positionMilli / 1000,
    dailyDemand: units(result.levels.milliPerDay),
    ...{ coverDays, runsOutOn, nextArrivalOn, runsOutBeforeArrival, orderBy, isLate },
    notes: [...result.notes],
  }
}

function levelsOf({ result, coversOrders }: Planned) {
  const { rule, missing, safetyStockMilli, reorderPointMilli, orderUpToMilli } = result.levels
  return {
    rule: coversOrders ? ('to-order' as const) : rule,
    missing,
    safetyStock: units(safetyStockMilli),
    reorderPoint: units(reorderPointMilli),
    orderUpTo: units(orderUpToMilli),
    isBelow: result.isBelowReorderPoint,
  }
}

function costOf(milli: number, { priceBreaks, currency }: OrderTerms, parts: LineParts) {
  const micros = milli > 0 ? priceAt(priceBreaks, milli) : (priceBreaks[0]?.micros ?? null)
  if (micros === null || currency === null)
    return { totalMinor: null, baseMinor: null, money: { price: null, currency, total: null, baseTotal: null } }
  const totalMinor = lineTotalMinor({ priceMicros: micros, qtyMilli: milli, discountPpm: 0, currency })
  const baseMinor = inBase(totalMinor, currency, parts)
  const money = {
    price: microsToDecimal(micros, currency),
    currency,
    total: minorToDecimal(totalMinor, currency),
    baseTotal: minorText(baseMinor, parts.base),
  }
  return { totalMinor, baseMinor, money }
}

function measuresOf({ product }: Planned, milli: number) {
  const ofAll = (each: number | null) => (each === null ? null : (each * milli) / 1000)
  return { weightGrams: ofAll(product.unitGrams), volumeMm3: ofAll(product.unitMm3) }
}

function warningsOf(milli: number, { moqMilli, multipleMilli }: OrderTerms): ReplenishmentLine['warnings'] {
  if (milli === 0) return []
  return [
    ...(moqMilli !== null && milli < moqMilli ? ['below-minimum' as const] : []),
    ...(multipleMilli !== null && milli % multipleMilli !== 0 ? ['not-a-multiple' as const] : []),
  ]
}

/** By the rate of the day; an old one is never taken silently, so it gives none. */
function inBase(minor: number, currency: string, { base, rates, on }: LineParts): number | null {
  if (currency === base) return minor
  const found = rates(currency, base, on)
  if (found.status !== 'ok') return null
  const exact = new Decimal(minorToDecimal(minor, currency)).times(found.by.multiply).div(found.by.divide)
  return minorFromDecimal(exact.toFixed(), base)
}

function units(milli: number | null): number | null {
  return milli === null ? null : milli / 1000
}
