// The list of sales orders: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import { currencyCodes, currencyDigits } from '#shared/reference/currencies.ts'
import type { OrderRow } from '#shared/schemas/orders.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

/** Where the goods go: the order's own address, else the customer's country. */
const country = `coalesce(nullif(r.ship_to_country, ''), customer.country)`

export const orderList: ListSpec = {
  table: 'live_sales_orders',
  base: 'sales_orders',
  indexed: ['orderedOn', 'number', 'baseTotal'],
  keys: ['customerId', 'number'],
  joins: {
    customer: 'LEFT JOIN parties customer ON customer.id = r.customer_id',
    carrier: 'LEFT JOIN parties carrier ON carrier.id = r.carrier_id',
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    channel: { sql: 'r.channel', type: 'text' },
    externalId: { sql: 'r.external_id', type: 'code' },
    orderedOn: { sql: 'r.ordered_on', type: 'day' },
    requiredOn: { sql: 'r.required_on', type: 'day' },
    shippedOn: { sql: 'r.shipped_on', type: 'day' },
    customerId: { sql: 'r.customer_id', type: 'number' },
    customer: {
      sql: 'customer.name',
      type: 'text',
      joins: ['customer'],
      isLike: "r.customer_id IN (SELECT id FROM parties WHERE name LIKE ? ESCAPE '\\')",
    },
    country: { sql: country, type: 'choice', joins: ['customer'] },
    status: { sql: 'r.status', type: 'choice' },
    purpose: { sql: 'r.purpose', type: 'choice' },
    lineCount: { sql: 'r.line_count', type: 'number' },
    currency: { sql: 'r.currency', type: 'choice' },
    total: { sql: majorUnits('r.total_minor'), type: 'number' },
    baseTotal: { sql: 'r.base_total_minor', type: 'baseMoney' },
    rate: { sql: 'CAST(r.rate AS REAL)', type: 'number' },
    rateOn: { sql: 'r.rate_on', type: 'day' },
    carrier: { sql: 'carrier.name', type: 'text', joins: ['carrier'] },
    freight: { sql: majorUnits('r.freight_minor'), type: 'number' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'externalId', 'customer'],
  defaultSort: [{ column: 'orderedOn', direction: 'desc' }],
}

/** Minor units of the row's own currency as a number of its major unit: to sort and compare by, never to add up. */
export function majorUnits(minor: string, currency = 'r.currency'): string {
  const unusual = currencyCodes.filter((code) => currencyDigits(code) !== 2)
  const cases = unusual.map((code) => `WHEN '${code}' THEN ${10 ** currencyDigits(code)}.0`)
  return `(${minor} / CASE ${currency} ${cases.join(' ')} ELSE 100.0 END)`
}

type ListedOrder = Omit<OrderRow, 'total' | 'baseTotal' | 'freight'> & {
  totalMinor: number
  baseMinor: number | null
  freightMinor: number | null
}

const select = `SELECT r.id, r.number, r.channel, r.external_id AS externalId, r.ordered_on AS orderedOn,
  r.required_on AS requiredOn, r.shipped_on AS shippedOn, r.customer_id AS customerId,
  coalesce(customer.name, '') AS customer, coalesce(customer.name_zh, '') AS customerZh, coalesce(${country}, '') AS country, r.status, r.purpose, r.line_count AS lineCount,
  r.currency, r.total_minor AS totalMinor, r.base_total_minor AS baseMinor, r.rate, r.rate_on AS rateOn,
  coalesce(carrier.name, '') AS carrier, coalesce(carrier.name_zh, '') AS carrierZh, r.freight_minor AS freightMinor, r.note
  FROM sales_orders r LEFT JOIN parties customer ON customer.id = r.customer_id
  LEFT JOIN parties carrier ON carrier.id = r.carrier_id`

/** A page of orders. */
export function listOrders(db: ReadDb, input: ListInput): Page<OrderRow> {
  const { ids, total } = listPage(db, orderList, input)
  return { rows: orderRows(db, ids), total }
}

/** Orders as grid rows, in the order of `ids`. */
function orderRows(db: ReadDb, ids: readonly number[]): OrderRow[] {
  const base = baseCurrency(db)
  return rowsInOrder<ListedOrder>(db, select, ids).map(({ totalMinor, baseMinor, freightMinor, ...row }) => ({
    ...row,
    total: minorToDecimal(totalMinor, row.currency),
    baseTotal: minorText(baseMinor, base),
    freight: minorText(freightMinor, row.currency),
  }))
}
