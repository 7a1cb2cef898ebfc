// One line of what to buy, as screens and files show it.
import { priceAt } from '#main/domain/inventory/replenishment/order-quantity.ts'
import type { Planned } from '#main/services/planning/replenish.ts'
import type { RateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import { lineTotalMinor, microsToDecimal, minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import type { ReplenishmentLine } from '#shared/schemas/replenishment.ts'

/** The line with its money in whole minor units beside it, for adding. */
export type CostedLine = { line: ReplenishmentLine; totalMinor: number | null; baseMinor: number | null }

export type LineParts = { base: string; rates: RateFinder; on: Day }

/** `changed`: the quantity, in thousandths, that someone put in the place of what is suggested. */
export function replenishmentLine(
  planned: Planned,
  { base, rates, on }: LineParts,
  changed: number | undefined,
): CostedLine {
  const { product, input, result, forecast } = planned
  const { levels, order } = result
  const suggested = order?.qtyMilli ?? null
  const milli = changed ?? suggested ?? 0
  const { priceBreaks, currency, moqMilli, multipleMilli } = input.terms
  const micros = milli > 0 ? priceAt(priceBreaks, milli) : (priceBreaks[0]?.micros ?? null)
  const isPriced = micros !== null && currency !== null
  const totalMinor = isPriced
    ? lineTotalMinor({ priceMicros: micros, qtyMilli: milli, discountPpm: 0, currency })
    : null
  const baseMinor = totalMinor === null || currency === null ? null : inBase(totalMinor, currency, { base, rates, on })
  const line: ReplenishmentLine = {
    productId: product.id,
    sku: product.sku,
    name: product.name,
    nameZh: product.nameZh,
    unit: product.unit,
    supplierId: product.supplierId,
    cell: planned.cell,
    policy: planned.policy,
    serviceLevel: input.rules.serviceLevel,
    onHand: result.onHandMilli / 1000,
    onOrder: result.onOrderMilli / 1000,
    openDemand: result.openDemandMilli / 1000,
    position: result.positionMilli / 1000,
    dailyDemand: units(levels.milliPerDay),
    coverDays: result.coverDays,
    runsOutOn: result.runsOutOn,
    nextArrivalOn: result.nextArrivalOn,
    runsOutBeforeArrival: result.runsOutBeforeArrival,
    rule: planned.coversOrders ? 'to-order' : levels.rule,
    missing: levels.missing,
    safetyStock: units(levels.safetyStockMilli),
    reorderPoint: units(levels.reorderPointMilli),
    orderUpTo: units(levels.orderUpToMilli),
    isBelow: result.isBelowReorderPoint,
    suggested: units(suggested),
    steps: (order?.steps ?? []).map(({ rule, qtyMilli }) => ({ rule, quantity: qtyMilli / 1000 })),
    quantity: milli / 1000,
    isChanged: changed !== undefined && changed !== suggested,
    warnings: warningsOf(milli, { moqMilli, multipleMilli }),
    moq: units(moqMilli),
    multiple: units(multipleMilli),
    price: isPriced ? microsToDecimal(micros, currency) : null,
    currency,
    total: totalMinor === null || currency === null ? null : minorToDecimal(totalMinor, currency),
    baseTotal: baseMinor === null ? null : minorToDecimal(baseMinor, base),
    weightGrams: product.unitGrams === null ? null : (product.unitGrams * milli) / 1000,
    volumeMm3: product.unitMm3 === null ? null : (product.unitMm3 * milli) / 1000,
    orderBy: result.orderBy,
    isLate: result.isLate,
    leadTime: input.leadTime && { ...input.leadTime },
    notes: [...result.notes],
    forecast: { state: forecast.state, method: forecast.summary?.method ?? null, madeOn: forecast.madeOn },
    budget: null,
  }
  return { line, totalMinor, baseMinor }
}

function warningsOf(
  milli: number,
  { moqMilli, multipleMilli }: { moqMilli: number | null; multipleMilli: number | null },
): ReplenishmentLine['warnings'] {
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
