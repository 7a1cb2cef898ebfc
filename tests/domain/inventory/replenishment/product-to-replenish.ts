// A product with all that its replenishment asks for; tests change what they are about.
import {
  type OrderTerms,
  type ReplenishmentInput,
  type ReplenishmentRules,
  usualRules,
} from '#main/domain/inventory/replenishment/replenishment-types.ts'
import { asDay } from '#shared/dates.ts'

export const today = asDay('2026-03-02')

export const plainTerms: OrderTerms = {
  stepMilli: 1000,
  moqMilli: null,
  multipleMilli: null,
  priceBreaks: [{ fromMilli: 0, micros: 2_000_000 }],
  currency: 'USD',
  orderCost: null,
  holdingRate: null,
}

export const plainRules: ReplenishmentRules = { ...usualRules, serviceLevel: 0.95 }

/** Sells 10 a day for a year to come, takes 20 days to arrive. */
export const product: ReplenishmentInput = {
  today,
  onHandMilli: 300_000,
  arrivals: [],
  openDemand: [],
  forecast: [{ from: today, days: 400, qtyMilli: 4_000_000 }],
  spread: { sdMilli: 50_000, periodDays: 25, source: 'forecast-errors' },
  recent: null,
  leadTime: { meanDays: 20, sdDays: 0, source: 'agreed-product', orders: 0 },
  minimumMilli: null,
  terms: plainTerms,
  rules: plainRules,
}
