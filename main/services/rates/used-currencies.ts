// SQL that goes from one currency in use to the next through an index by currency, however many rows use each.

type CurrencyColumn = { table: string; column: string; index: string }

export const ofOrders: CurrencyColumn = {
  table: 'sales_orders',
  column: 'currency',
  index: 'sales_orders_by_currency',
}
export const ofPrices: CurrencyColumn = {
  table: 'products',
  column: 'price_currency',
  index: 'products_by_price_currency',
}
export const ofCosts: CurrencyColumn = {
  table: 'products',
  column: 'cost_currency',
  index: 'products_by_cost_currency',
}

/** A recursive table `name (currency)` for a WITH: the currencies of a column, and NULL at their end. */
export function leapsThrough(name: string, { table, column, index }: CurrencyColumn): string {
  const next = (after: string) => `(SELECT x.${column} FROM ${table} x INDEXED BY ${index}
    WHERE x.deleted = 0 AND x.${column} IS NOT NULL ${after} ORDER BY x.${column} LIMIT 1)`
  return `${name} (currency) AS (SELECT ${next('')} UNION ALL
    SELECT ${next(`AND x.${column} > ${name}.currency`)} FROM ${name} WHERE ${name}.currency IS NOT NULL)`
}

/** A condition on a table made so: some row in its currency meets `where` (the row is `x`). */
export function isUsedWhere(name: string, { table, column, index }: CurrencyColumn, where: string): string {
  return `EXISTS (SELECT 1 FROM ${table} x INDEXED BY ${index}
    WHERE x.deleted = 0 AND x.${column} IS NOT NULL AND x.${column} = ${name}.currency AND ${where})`
}
