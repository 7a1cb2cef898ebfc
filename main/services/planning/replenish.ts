// Replenishment of products: everything it follows from gathered once, then worked out one by one.
import type { ReadDb } from '#main/db/database.ts'
import { suggestedPolicies } from '#main/domain/inventory/cell-policies.ts'
import { withoutOpenDemand } from '#main/domain/inventory/replenishment/daily-demand.ts'
import { replenishProduct } from '#main/domain/inventory/replenishment/replenish-product.ts'
import type {
  OrderTerms,
  Replenishment,
  ReplenishmentInput,
  ReplenishmentRules,
} from '#main/domain/inventory/replenishment/replenishment-types.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { ForecastBasis } from '#main/services/planning/forecast-basis.ts'
import { monthsAhead } from '#main/services/planning/forecast-summary.ts'
import { heldCells } from '#main/services/planning/held-classes.ts'
import { type LeadTimes, leadTimesOf } from '#main/services/planning/lead-times.ts'
import { type ForecastWish, type PlannedForecast, plannedForecasts } from '#main/services/planning/planned-forecasts.ts'
import { type PlannedProduct, plannedProducts } from '#main/services/planning/planned-products.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { stockPositions } from '#main/services/planning/stock-positions.ts'
import { type RateFinder, rateFinder } from '#main/services/rates/rate-finder.ts'
import { type ValidOffer, validOffers } from '#main/services/sourcing/valid-offer.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type {
  CellPolicyValue,
  DemandBasis,
  MatrixCellName,
  PlanningSettings,
  StockPolicyName,
} from '#shared/schemas/planning.ts'

export type Planned = {
  product: PlannedProduct
  cell: MatrixCellName
  policy: StockPolicyName
  /** Bought only against orders, because someone decided so. */
  isToOrder: boolean
  /** Bought for what is owed alone: to order, or because no rule says more. */
  coversOrders: boolean
  forecast: PlannedForecast
  input: ReplenishmentInput
  result: Replenishment
}

export type Replenisher = {
  base: string
  products: readonly PlannedProduct[]
  rates: RateFinder
  leadTimes: LeadTimes
  basis: ForecastBasis
  plan(product: PlannedProduct): Planned
}

export type ReplenishQuestion = {
  on: Day
  /** One product alone. */
  product?: Id
} & Pick<ForecastWish, 'mostLive' | 'takesKept'>

/** Reads the book once; `plan` then only reckons. */
export function replenisher(db: ReadDb, { on, product, ...wish }: ReplenishQuestion): Replenisher {
  const only = product === undefined ? undefined : [product]
  const settings = planningSetting(db, 'replenishment')
  const chosen = planningSetting(db, 'policies')
  const base = baseCurrency(db)
  const products = plannedProducts(db, only)
  const cellOf = heldCells(db, on)
  const positionOf = stockPositions(db, product)
  const offers = validOffers(db, on, only)
  const leadTimes = leadTimesOf(db, only, offers)
  const forecasts = plannedForecasts(db, { on, products: only, ...wish })
  const rates = rateFinder(db)
  const terms = termsOf({ settings, base, rates, on, offers })
  return {
    base,
    products,
    rates,
    leadTimes,
    basis: forecasts.basis,
    plan(bought) {
      const cell = cellOf(bought.id)
      const { policy, serviceLevel } = chosen[cell] ?? suggestedPolicies[cell]
      const forecast = forecasts.of(bought.id)
      const input: ReplenishmentInput = {
        today: on,
        ...positionOf(bought.id),
        ...expectedOf(forecast),
        recent: forecast.recent,
        leadTime: leadTimes.choose(bought.id, bought.leadDays),
        minimumMilli: bought.reorderMilli,
        terms: terms(bought),
        rules: rulesOf(settings, { policy, serviceLevel }),
      }
      const isToOrder = boughtToOrder(bought, chosen[cell])
      const way = { isToOrder, basis: forecasts.basis.basis }
      return { product: bought, cell, policy, isToOrder, forecast, ...worked(input, way) }
    },
  }
}

function rulesOf(
  { reviewDays, givenGoesFirst, cushion, lotDays, longestCoverDays }: PlanningSettings['replenishment'],
  { policy, serviceLevel }: CellPolicyValue,
): ReplenishmentRules {
  return {
    reviewDays: policy === 'periodic' ? reviewDays : 0,
    serviceLevel,
    // A simple minimum is what the policy is: where one is given, it holds.
    minimumGoesFirst: givenGoesFirst || policy === 'two-bin',
    ...{ cushion, lotDays, longestCoverDays },
  }
}

/** A suggestion of the program alone leaves no product out; a phased-out one is not stocked again. */
function boughtToOrder({ status, reorderMilli }: PlannedProduct, chosen: CellPolicyValue | undefined): boolean {
  if (status === 'phasing_out') return true
  const isChosen = chosen?.policy === 'to-order' || chosen?.policy === 'to-order-or-drop'
  return isChosen && !reorderMilli
}

const daysPerMonth = 365.25 / 12

function expectedOf({ summary }: PlannedForecast): Pick<ReplenishmentInput, 'forecast' | 'spread'> {
  if (summary === null) return { forecast: [], spread: null }
  const { rmseMilli } = summary
  return {
    forecast: monthsAhead(summary),
    spread: rmseMilli === null ? null : { sdMilli: rmseMilli, periodDays: daysPerMonth, source: 'forecast-errors' },
  }
}

type Way = { isToOrder: boolean; basis: DemandBasis }

function worked(
  asked: ReplenishmentInput,
  { isToOrder, basis }: Way,
): Pick<Planned, 'input' | 'result' | 'coversOrders'> {
  // A forecast of what is shipped holds the open orders already.
  const forecast =
    basis === 'shipped' ? withoutOpenDemand(asked.forecast, asked.openDemand, asked.today) : asked.forecast
  const input = { ...asked, forecast }
  const result = replenishProduct(input)
  const isOwed = result.levels.rule === 'none' && result.positionMilli < 0
  if (!isToOrder && !isOwed) return { input, result, coversOrders: false }
  return { input: { ...input, minimumMilli: 0 }, result: coveringOrders(input, result, isToOrder), coversOrders: true }
}

/** The same product bought for what is owed alone: a reorder point of 0, and no demand beyond the orders that are there. */
function coveringOrders(input: ReplenishmentInput, known: Replenishment, isToOrder: boolean): Replenishment {
  const { levels, order, isBelowReorderPoint } = replenishProduct({
    ...input,
    ...{ forecast: [], spread: null, recent: null, minimumMilli: 0 },
    rules: { ...input.rules, minimumGoesFirst: true },
  })
  const { milliPerDay, missing } = known.levels
  const owed = {
    ...known,
    levels: { ...levels, milliPerDay, missing: isToOrder ? [] : missing },
    order,
    isBelowReorderPoint,
  }
  // Nobody waits for goods that are bought when they are asked for: there is no day to order them by.
  return isToOrder ? { ...owed, orderBy: null, isLate: false } : owed
}

type TermParts = {
  settings: PlanningSettings['replenishment']
  base: string
  rates: RateFinder
  on: Day
  offers: ReadonlyMap<Id, readonly ValidOffer[]>
}

function termsOf({ settings, base, rates, on, offers }: TermParts): (product: PlannedProduct) => OrderTerms {
  const { holdingRate } = settings
  const costs = new Map<string, number | null>()
  /** Of an order, in the currency that a product is bought in; an old rate is good enough to weigh lots by. */
  const orderCostIn = (currency: string): number | null => {
    if (settings.orderCost === null) return null
    const found = rates(base, currency, on)
    return found.status === 'missing'
      ? null
      : (Number(settings.orderCost) * Number(found.by.multiply)) / Number(found.by.divide)
  }
  return (product) => {
    const offer = offers.get(product.id)?.find(({ supplierId }) => supplierId === product.supplierId)
    const { currency, ...priced } = offer ? offeredTerms(offer, product) : productTerms(product)
    if (currency !== null && !costs.has(currency)) costs.set(currency, orderCostIn(currency))
    const orderCost = currency === null ? null : (costs.get(currency) ?? null)
    return { stepMilli: 1000, ...priced, currency, orderCost, holdingRate }
  }
}

type PricedTerms = Pick<OrderTerms, 'moqMilli' | 'multipleMilli' | 'priceBreaks' | 'currency'>

function productTerms({ moqMilli, multipleMilli, costMicros, costCurrency }: PlannedProduct): PricedTerms {
  const priceBreaks = costMicros === null ? [] : [{ fromMilli: 0, micros: costMicros }]
  return { moqMilli, multipleMilli, priceBreaks, currency: costCurrency }
}

/** What the product's supplier offers goes before what the product says. Below the lowest quantity that has a price nothing is sold. */
function offeredTerms(offer: ValidOffer, product: PlannedProduct): PricedTerms {
  const least = Math.max(offer.minOrderMilli ?? product.moqMilli ?? 0, offer.breaks[0]?.fromMilli ?? 0)
  return {
    moqMilli: least === 0 ? null : least,
    multipleMilli: offer.cartonMilli ?? product.multipleMilli,
    priceBreaks: offer.breaks.map(({ fromMilli, priceMicros }) => ({ fromMilli, micros: priceMicros })),
    currency: offer.currency,
  }
}
