// What the book shows at one glance, as it travels: months, the best products and customers, and what is lacking.
import { z } from 'zod'
import { dayField, inDayOrder } from '#shared/schemas/fields.ts'

export const overviewInput = z
  .object({ from: dayField.optional(), to: dayField.optional() })
  .refine(inDayOrder.check, inDayOrder.problem)

export type Overview = {
  baseCurrency: string
  /** Sum of the amounts in base currency; what has no rate is left out and counted below. */
  revenue: string
  /** Revenue less cost, over the lines that have both; null while no line has. */
  grossProfit: string | null
  orderCount: number
  firstDay: string | null
  lastDay: string | null
  /** Ascending; months without an order between the first and the last are there with zeros. */
  months: { month: string; revenue: string; orderCount: number }[]
  topProducts: { productId: number; sku: string; name: string; nameZh: string; revenue: string }[]
  topCustomers: { customerId: number; name: string; country: string; revenue: string; orderCount: number }[]
  lacking: {
    /** Products sold in the window for which a line has no cost. */
    productsWithoutCost: number
    /** Orders sold in the window without an amount in base currency. */
    ordersWithoutRate: number
    linesWithoutRate: number
    /** Currencies of those orders. */
    currenciesWithoutRate: string[]
  }
  records: { products: number; customers: number; suppliers: number; orders: number }
}
