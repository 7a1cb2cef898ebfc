// What needs attention, as it travels: counts with the first few rows of each.
import { z } from 'zod'
import { dayField } from '#shared/schemas/fields.ts'

export const todayInput = z.object({ today: dayField })

export type LateOrder = {
  id: number
  number: string
  customer: string
  requiredOn: string
  daysLate: number
  status: string
  currency: string
  total: string
}

export type CostlessProduct = {
  id: number
  sku: string
  name: string
  nameZh: string
  /** Whether it was sold, so that profit figures lack it. */
  isSold: boolean
}

export type RatelessCurrency = {
  currency: string
  /** Orders left out of sums in base currency. */
  orders: number
  /** The last day with a rate into the base currency; null when there is none at all. */
  lastRateOn: string | null
}

export type Today = {
  today: string
  /** False for a book without any record yet. */
  hasRecords: boolean
  lateOrders: { count: number; rows: LateOrder[] }
  productsWithoutCost: { count: number; rows: CostlessProduct[] }
  currenciesWithoutRate: { count: number; rows: RatelessCurrency[] }
}
