// What the replenishment of one product reads and answers. Quantities in thousandths of the product's unit: whole where
// they are stock, plain numbers where they are statistics.
import type { Day } from '#shared/dates.ts'

/** `on` null: nobody has said when. */
export type DatedQuantity = { readonly on: Day | null; readonly qtyMilli: number }

/** Demand expected in a stretch of days, spread evenly over them. May have begun before today. */
export type ForecastPeriod = { readonly from: Day; readonly days: number; readonly qtyMilli: number }

export type DemandSpread = {
  /** Of the demand of one period. */
  readonly sdMilli: number
  readonly periodDays: number
  /** RMSE of the forecast's one-step errors, or the standard deviation of past demand. */
  readonly source: 'forecast-errors' | 'history'
}

export type LeadTimeSource = 'own-orders' | 'agreed-product' | 'agreed-supplier'

export type LeadTime = {
  readonly meanDays: number
  /** 0 for one that is agreed: fixed. */
  readonly sdDays: number
  readonly source: LeadTimeSource
  /** Completed orders that it was measured on; 0 for one that is agreed. */
  readonly orders: number
}

/** Mean demand of the last periods, for products with too little history for a forecast. */
export type RecentMean = { readonly milliPerDay: number; readonly periods: number }

export type PriceBreak = { readonly fromMilli: number; readonly micros: number }

/** How the product is bought. Null is not known, or not asked for. */
export type OrderTerms = {
  /** What every quantity is rounded up to: 1000 is whole units. */
  readonly stepMilli: number
  readonly moqMilli: number | null
  readonly multipleMilli: number | null
  /** Ascending; the price of all units from that quantity on. */
  readonly priceBreaks: readonly PriceBreak[]
  readonly currency: string | null
  /** Of one order, in the currency of the prices, major units. */
  readonly orderCost: number | null
  /** Cost of holding for a year as a share of the unit cost. */
  readonly holdingRate: number | null
}

export type ReplenishmentRules = {
  /** Days between two looks at the stock; 0 is all the time. */
  readonly reviewDays: number
  /** Cycle service level of the product's cell. */
  readonly serviceLevel: number
  /** Whether the minimum given on a product goes before statistics, or only stands in where there are none. */
  readonly minimumGoesFirst: boolean
  /** Share of the demand during the lead time kept beside it where only a recent mean is known: 0.5. */
  readonly cushion: number
  /** Days that a lot lasts where no costs say how large it should be. */
  readonly lotDays: number
  /** A price break never makes the stock last longer than this. */
  readonly longestCoverDays: number
}

export const usualRules: Omit<ReplenishmentRules, 'serviceLevel'> = {
  reviewDays: 0,
  minimumGoesFirst: false,
  cushion: 0.5,
  lotDays: 30,
  longestCoverDays: 365,
}

export type ReplenishmentInput = {
  readonly today: Day
  readonly onHandMilli: number
  /** On order and in transit. */
  readonly arrivals: readonly DatedQuantity[]
  /** Ordered by customers and not yet shipped. */
  readonly openDemand: readonly DatedQuantity[]
  readonly forecast: readonly ForecastPeriod[]
  readonly spread: DemandSpread | null
  readonly recent: RecentMean | null
  readonly leadTime: LeadTime | null
  /** The reorder point that someone gave the product. */
  readonly minimumMilli: number | null
  readonly terms: OrderTerms
  readonly rules: ReplenishmentRules
}

/** By what the reorder point was found; screens name it. */
export type ReorderRule =
  /** Forecast, its errors, and lead time with its spread. */
  | 'statistics'
  /** The minimum given on the product. */
  | 'minimum'
  /** Mean of the last periods over the lead time, and a cushion. */
  | 'recent-mean'
  /** Nothing to go by: `missing` says what. */
  | 'none'

export type Missing = 'no-forecast' | 'no-spread' | 'no-history' | 'no-lead-time' | 'no-minimum'

export type ReorderLevels = {
  rule: ReorderRule
  /** What a better rule would have needed. */
  missing: Missing[]
  /** Expected demand, thousandths a day, over lead time and review; null where none is known. */
  milliPerDay: number | null
  leadDemandMilli: number | null
  z: number | null
  sigmaMilli: number | null
  /** Whole steps, as shown and as decided by; `raw…` as worked out. Null where the rule has none. */
  safetyStockMilli: number | null
  rawSafetyStockMilli: number | null
  reorderPointMilli: number | null
  rawReorderPointMilli: number | null
  orderUpToMilli: number | null
}

export type OrderStepRule =
  /** What lifts the position to the level. */
  | 'need'
  /** The lot that costs least to order and hold. */
  | 'economic-lot'
  /** The demand of so many days. */
  | 'days-of-demand'
  | 'minimum-order'
  | 'multiple'
  | 'price-break'

/** One step of the way to the quantity, and what it was after it. */
export type OrderStep = { rule: OrderStepRule; qtyMilli: number }

export type SuggestedOrder = {
  /** 0: nothing to order now. */
  qtyMilli: number
  steps: OrderStep[]
  /** Unit price at this quantity, and the line's money; null where no price is known. */
  micros: number | null
  totalMinor: number | null
  currency: string | null
}

export type ReplenishmentNote =
  /** Coming goods without a day, or whose day has passed: in the position, but not counted on in the walk. */
  | 'arrivals-without-day'
  | 'arrivals-overdue'
  /** The forecast ends before the lead time does: its last period goes on. */
  | 'forecast-goes-on'

export type Replenishment = {
  onHandMilli: number
  onOrderMilli: number
  openDemandMilli: number
  positionMilli: number
  levels: ReorderLevels
  /** Null where there is no reorder point. */
  isBelowReorderPoint: boolean | null
  /** On hand / mean daily demand; null without demand. */
  coverDays: number | null
  /** The first day whose demand cannot be met in full; null: not within `horizonDays`. */
  runsOutOn: Day | null
  horizonDays: number
  nextArrivalOn: Day | null
  /** Runs out before something dated arrives; also when nothing is to come. */
  runsOutBeforeArrival: boolean
  /** The last day on which an order comes before the stock falls under its safety stock. In the past: late already. */
  orderBy: Day | null
  isLate: boolean
  /** Null where there is no rule. */
  order: SuggestedOrder | null
  notes: ReplenishmentNote[]
}
