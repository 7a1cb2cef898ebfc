// Customers, their orders and what they brought, by country.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { ByCountryInput, CountryReport } from '#shared/schemas/customers.ts'

type Sold = { orders: number; minor: number; withoutRate: number }

/** By the customer's country; orders without a customer, or without theirs, by where the goods went. */
export function customersByCountry(db: ReadDb, { from, to }: ByCountryInput): CountryReport {
  const currency = baseCurrency(db)
  const customers = new Map(
    db.raw(
      `SELECT country, count(*) FROM parties INDEXED BY parties_by_country
       WHERE is_customer = 1 AND deleted = 0 AND archived = 0 GROUP BY country`,
    ) as [string, number][],
  )
  const sold = soldByCountry(db, from ?? '', to ?? '9999-12-31')
  const countries = [...new Set([...customers.keys(), ...sold.keys()])]
  const rows = countries.map((country) => ({
    country,
    customers: customers.get(country) ?? 0,
    orders: sold.get(country)?.orders ?? 0,
    minor: sold.get(country)?.minor ?? 0,
  }))
  rows.sort(
    (left, right) =>
      right.minor - left.minor || right.customers - left.customers || (left.country < right.country ? -1 : 1),
  )
  return {
    currency,
    rows: rows.map(({ minor, ...row }) => ({ ...row, revenue: minorToDecimal(minor, currency) })),
    withoutRate: [...sold.values()].reduce((sum, { withoutRate }) => sum + withoutRate, 0),
  }
}

function soldByCountry(db: ReadDb, from: string, to: string): Map<string, Sold> {
  const rows = db.raw(
    `SELECT coalesce(nullif(p.country, ''), o.ship_to_country) AS at, sum(o.document = 'order'),
       coalesce(sum(o.base_total_minor), 0), sum(o.base_total_minor IS NULL)
     FROM sales_orders o LEFT JOIN parties p ON p.id = o.customer_id
     WHERE o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled') AND o.ordered_on BETWEEN ? AND ? GROUP BY at`,
    from,
    to,
  ) as [string, number, number, number][]
  return new Map(rows.map(([country, orders, minor, withoutRate]) => [country, { orders, minor, withoutRate }]))
}
