// From what is needed to what is ordered: the lot, the minimum order, whole cartons, a price break when it pays. Every
// step is kept, so that the quantity can be told.

import { economicLot } from '#main/domain/inventory/economic-lot.ts'
import { isFigure } from '#main/domain/inventory/no-figure.ts'
import { ceilToMultiple } from '#main/domain/inventory/round-up.ts'
import { lineTotalMinor } from '#shared/money.ts'
import type { OrderStep, OrderTerms, PriceBreak, ReplenishmentRules, SuggestedOrder } from './replenishment-types.ts'

export type OrderQuestion = {
  /** What lifts the position to the level to fill up to. */
  needMilli: number
  /** Expected demand of a day; null where it is not known. */
  milliPerDay: number | null
  terms: OrderTerms
  rules: Pick<ReplenishmentRules, 'reviewDays' | 'lotDays' | 'longestCoverDays'>
}

const daysPerYear = 365
const million = 1_000_000

/** How much to order, at least one step. */
export function orderQuantity(question: OrderQuestion): SuggestedOrder {
  const { terms, needMilli } = question
  const steps: OrderStep[] = [{ rule: 'need', qtyMilli: Math.max(0, needMilli) }]
  const lot = lotOf(question)
  if (lot !== null) steps.push(lot)
  if (terms.moqMilli !== null && terms.moqMilli > lastOf(steps)) {
    steps.push({ rule: 'minimum-order', qtyMilli: terms.moqMilli })
  }
  const whole = Math.max(multipleOf(terms), ceilToMultiple(lastOf(steps), multipleOf(terms)))
  if (whole !== lastOf(steps)) steps.push({ rule: 'multiple', qtyMilli: whole })
  const better = betterBreak(question, whole)
  if (better !== null) steps.push({ rule: 'price-break', qtyMilli: better })
  return priced(steps, terms)
}

/** No order, by a rule that found none to be due. */
export function noOrder(terms: OrderTerms): SuggestedOrder {
  return { qtyMilli: 0, steps: [], micros: null, totalMinor: null, currency: terms.currency }
}

/** The price of all units at a quantity; null below the first break, and where there are no prices. */
export function priceAt(priceBreaks: readonly PriceBreak[], qtyMilli: number): number | null {
  return priceBreaks.findLast(({ fromMilli }) => fromMilli <= qtyMilli)?.micros ?? null
}

function lastOf(steps: readonly OrderStep[]): number {
  return steps.at(-1)?.qtyMilli ?? 0
}

function multipleOf({ multipleMilli, stepMilli }: OrderTerms): number {
  return multipleMilli ?? stepMilli
}

/**
 * The economic lot where costs are known, else some days' demand. Looking all the time, a lot comes on top of what lifts
 * the position to the reorder point, or it would be there again the next day; in a rhythm, the need holds the demand until
 * the next look already, and a lot only counts where it is larger.
 */
function lotOf({ needMilli, milliPerDay, terms, rules }: OrderQuestion): OrderStep | null {
  if (!milliPerDay) return null
  const need = Math.max(0, needMilli)
  const isRhythm = rules.reviewDays > 0
  const economic = economicMilli(milliPerDay, terms, priceAt(terms.priceBreaks, need) ?? lowestPrice(terms))
  if (economic !== null) {
    if (isRhythm && economic <= need) return null
    return { rule: 'economic-lot', qtyMilli: isRhythm ? economic : need + economic }
  }
  return isRhythm ? null : { rule: 'days-of-demand', qtyMilli: need + Math.ceil(milliPerDay * rules.lotDays) }
}

function lowestPrice({ priceBreaks }: OrderTerms): number | null {
  return priceBreaks[0]?.micros ?? null
}

function economicMilli(
  milliPerDay: number,
  { orderCost, holdingRate }: OrderTerms,
  micros: number | null,
): number | null {
  if (micros === null || holdingRate === null || !orderCost) return null
  const lot = economicLot({
    annualDemand: (milliPerDay * daysPerYear) / 1000,
    orderCost,
    holdingCost: (micros / million) * holdingRate,
  })
  return isFigure(lot) ? Math.ceil(lot.quantity * 1000) : null
}

/**
 * A larger quantity that a lower price makes worth buying: cheaper in goods, ordering and holding a year where the
 * holding rate is known (all-units discount), else only where more costs less outright. Null where none is.
 */
function betterBreak({ milliPerDay, terms, rules }: OrderQuestion, qtyMilli: number): number | null {
  const { priceBreaks, holdingRate } = terms
  const micros = priceAt(priceBreaks, qtyMilli)
  if (micros === null) return null
  const longest = milliPerDay ? milliPerDay * rules.longestCoverDays : Number.POSITIVE_INFINITY
  const costOf = (quantity: number, price: number) =>
    holdingRate !== null && milliPerDay
      ? yearlyCost({ quantity, price, milliPerDay, holdingRate, orderCost: terms.orderCost ?? 0 })
      : quantity * price
  let best: number | null = null
  let lowest = costOf(qtyMilli, micros)
  for (const tier of priceBreaks) {
    if (tier.fromMilli <= qtyMilli) continue
    const own = (milliPerDay && economicMilli(milliPerDay, terms, tier.micros)) || 0
    const quantity = ceilToMultiple(Math.max(tier.fromMilli, own), multipleOf(terms))
    const cost = costOf(quantity, priceAt(priceBreaks, quantity) ?? tier.micros)
    if (quantity > longest || cost >= lowest) continue
    best = quantity
    lowest = cost
  }
  return best
}

function yearlyCost(lot: {
  quantity: number
  price: number
  milliPerDay: number
  holdingRate: number
  orderCost: number
}): number {
  const unitCost = lot.price / million
  const demand = (lot.milliPerDay * daysPerYear) / 1000
  const quantity = lot.quantity / 1000
  return demand * unitCost + (lot.orderCost * demand) / quantity + (lot.holdingRate * unitCost * quantity) / 2
}

function priced(steps: OrderStep[], { priceBreaks, currency }: OrderTerms): SuggestedOrder {
  const qtyMilli = lastOf(steps)
  const micros = priceAt(priceBreaks, qtyMilli)
  const totalMinor =
    micros === null || currency === null
      ? null
      : lineTotalMinor({ priceMicros: micros, qtyMilli, discountPpm: 0, currency })
  return { qtyMilli, steps, micros, totalMinor, currency }
}
