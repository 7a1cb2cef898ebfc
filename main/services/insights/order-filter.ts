// Which sales an analysis looks at: those of a channel, or to customers of a country.

export type OrderFilter = { channel?: string | undefined; country?: string | undefined }

/** Whether anything is asked that only the order can answer. */
export function asksOrders(filter: OrderFilter | undefined): filter is OrderFilter {
  return filter !== undefined && (filter.channel !== undefined || filter.country !== undefined)
}

export type FilterSql = { joins: string; where: string; params: string[] }

/**
 * The filter as joins and conditions behind `sales_orders o`. The country is the customer's; without a customer (a guest, a
 * marketplace) it is where the goods went.
 */
export function orderFilterSql(filter: OrderFilter | undefined): FilterSql {
  if (!asksOrders(filter)) return { joins: '', where: '', params: [] }
  const { channel, country } = filter
  return {
    joins: country === undefined ? '' : ' LEFT JOIN parties c ON c.id = o.customer_id',
    where: [
      channel === undefined ? '' : ' AND o.channel = ?',
      country === undefined ? '' : " AND coalesce(nullif(c.country, ''), o.ship_to_country) = ?",
    ].join(''),
    params: [channel, country].filter((value) => value !== undefined),
  }
}
