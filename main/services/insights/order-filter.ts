// What an analysis looks at: the sales of a channel or to customers of a country, the products of a category, the stock of
// one place.
import type { Id } from '#shared/ids.ts'

export type OrderFilter = { channel?: string | undefined; country?: string | undefined }
export type InsightFilter = OrderFilter & { categoryId?: Id | undefined; warehouseId?: Id | undefined }

/** Whether anything is asked that only the order can answer. */
export function asksOrders(filter: OrderFilter | undefined): boolean {
  return filter !== undefined && (filter.channel !== undefined || filter.country !== undefined)
}

export type FilterSql = { joins: string; where: string; params: string[] }

/**
 * The filter as joins and conditions behind `sales_orders o`. The country is the customer's; without a customer (a guest, a
 * marketplace) it is where the goods went.
 */
export function orderFilterSql(filter: OrderFilter | undefined): FilterSql {
  const { channel, country } = filter ?? {}
  return {
    joins: country === undefined ? '' : ' LEFT JOIN parties fc ON fc.id = o.customer_id',
    where: [
      channel === undefined ? '' : ' AND o.channel = ?',
      country === undefined ? '' : " AND coalesce(nullif(fc.country, ''), o.ship_to_country) = ?",
    ].join(''),
    params: [channel, country].filter((value) => value !== undefined),
  }
}

/** The category as a condition on a product. */
export function ofCategory(product: string, filter: InsightFilter | undefined): { where: string; params: number[] } {
  if (filter?.categoryId === undefined) return { where: '', params: [] }
  return { where: ` AND ${product}.category_id = ?`, params: [filter.categoryId] }
}
