// The list of sales orders: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import { currencyCodes, currencyDigits } from '#shared/reference/currencies.ts'
import type { OrderRow } from '#shared/schemas/orders.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

/** Where the goods go: the order's own address, else the customer's country. */
const country = `coalesce(nullif(r.ship_to_country, ''), customer.country)`

const warehouse = "coalesce(nullif(warehouse.name, ''), warehouse.code)"

const common = ['USD', 'EUR', 'GBP', 'CNY']

/** The day it is wanted for, while goods of it are still to be sent. */
export const waitsOnSql = `CASE WHEN r.shipping_state IN ('open', 'part') AND r.status IN ('confirmed', 'on_hold', 'part_shipped')
  THEN r.required_on END`

export const orderList: ListSpec = {
  table: 'live_sales_orders',
  base: 'sales_orders',
  indexed: ['orderedOn', 'number', 'baseTotal'],
  keys: ['customerId', 'number'],
  narrow: {
    index: 'sales_orders_facts',
    columns: [
      ...['orderedOn', 'requiredOn', 'waitsOn', 'dueOn', 'owedOn', 'customerId', 'customer', 'country', 'document'],
      ...['number', 'externalId', 'customerReference'],
      ...['status', 'paymentState', 'shippingState', 'purpose', 'channel', 'fulfilledBy', 'collectedBy', 'currency'],
      ...['total', 'baseTotal', 'tax', 'gross', 'grossBase', 'paid', 'open', 'freight'],
    ],
  },
  joins: {
    customer: 'LEFT JOIN parties customer ON customer.id = r.customer_id',
    carrier: 'LEFT JOIN parties carrier ON carrier.id = r.carrier_id',
    warehouse: 'LEFT JOIN warehouses warehouse ON warehouse.id = r.warehouse_id',
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    document: { sql: 'r.document', type: 'choice' },
    customerReference: { sql: 'r.customer_reference', type: 'text' },
    channel: { sql: 'r.channel', type: 'text' },
    externalId: { sql: 'r.external_id', type: 'code' },
    orderedOn: { sql: 'r.ordered_on', type: 'day' },
    requiredOn: { sql: 'r.required_on', type: 'day' },
    shippedOn: { sql: 'r.shipped_on', type: 'day' },
    confirmedOn: { sql: 'r.confirmed_on', type: 'day' },
    deliveredOn: { sql: 'r.delivered_on', type: 'day' },
    // Wanted for a day, and not all of it sent: in the past it is late.
    waitsOn: { sql: waitsOnSql, type: 'day' },
    customerId: { sql: 'r.customer_id', type: 'number' },
    customer: {
      sql: 'customer.name',
      type: 'text',
      joins: ['customer'],
      isLike: "r.customer_id IN (SELECT id FROM parties WHERE name LIKE ? ESCAPE '\\')",
    },
    country: { sql: country, type: 'choice', joins: ['customer'] },
    status: { sql: 'r.status', type: 'choice' },
    paymentState: { sql: 'r.payment_state', type: 'choice' },
    shippingState: { sql: 'r.shipping_state', type: 'choice' },
    purpose: { sql: 'r.purpose', type: 'choice' },
    fulfilledBy: { sql: 'r.fulfilled_by', type: 'choice' },
    collectedBy: { sql: 'r.collected_by', type: 'choice' },
    warehouse: { sql: warehouse, type: 'text', joins: ['warehouse'] },
    lineCount: { sql: 'r.line_count', type: 'number' },
    currency: { sql: 'r.currency', type: 'choice' },
    total: { sql: majorUnits('r.total_minor'), type: 'number' },
    baseTotal: { sql: 'r.base_total_minor', type: 'baseMoney' },
    tax: { sql: majorUnits('r.tax_minor'), type: 'number' },
    gross: { sql: majorUnits('r.gross_minor'), type: 'number' },
    grossBase: { sql: 'r.gross_base_minor', type: 'baseMoney' },
    paid: { sql: majorUnits('r.paid_minor'), type: 'number' },
    open: { sql: majorUnits('r.open_minor'), type: 'number' },
    dueOn: { sql: 'r.due_on', type: 'day' },
    owedOn: { sql: 'r.owed_on', type: 'day' },
    rate: { sql: 'CAST(r.rate AS REAL)', type: 'number' },
    rateOn: { sql: 'r.rate_on', type: 'day' },
    carrier: { sql: 'carrier.name', type: 'text', joins: ['carrier'] },
    freight: { sql: majorUnits('r.freight_minor'), type: 'number' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'externalId', 'customer', 'customerReference'],
  defaultSort: [{ column: 'orderedOn', direction: 'desc' }],
}

/** Minor units of the row's own currency as a number of its major unit: to sort and compare by, never to add up. */
export function majorUnits(minor: string, currency = 'r.currency'): string {
  const unusual = currencyCodes.filter((code) => currencyDigits(code) !== 2)
  // Asked of every row: what most orders are in is looked at first.
  const cases = [...common, ...unusual].map((code) => `WHEN '${code}' THEN ${10 ** currencyDigits(code)}.0`)
  return `(${minor} / CASE ${currency} ${cases.join(' ')} ELSE 100.0 END)`
}

type ListedOrder = Omit<
  OrderRow,
  'total' | 'baseTotal' | 'freight' | 'tax' | 'gross' | 'grossBase' | 'paid' | 'open' | 'isLate'
> & {
  totalMinor: number
  baseMinor: number | null
  freightMinor: number | null
  taxMinor: number
  grossMinor: number
  grossBaseMinor: number | null
  paidMinor: number
  openMinor: number
}

const select = `SELECT r.id, r.number, r.document, r.customer_reference AS customerReference, r.channel, r.external_id AS externalId, r.ordered_on AS orderedOn,
  r.required_on AS requiredOn, r.shipped_on AS shippedOn, r.customer_id AS customerId,
  coalesce(customer.name, '') AS customer, coalesce(customer.name_zh, '') AS customerZh, coalesce(${country}, '') AS country, r.status,
  r.payment_state AS paymentState, r.shipping_state AS shippingState, ${waitsOnSql} AS waitsOn, r.purpose,
  r.fulfilled_by AS fulfilledBy, r.collected_by AS collectedBy, coalesce(${warehouse}, '') AS warehouse,
  r.confirmed_on AS confirmedOn, r.delivered_on AS deliveredOn, r.line_count AS lineCount,
  r.currency, r.total_minor AS totalMinor, r.base_total_minor AS baseMinor, r.tax_minor AS taxMinor,
  r.gross_minor AS grossMinor, r.gross_base_minor AS grossBaseMinor, r.paid_minor AS paidMinor, r.open_minor AS openMinor,
  r.due_on AS dueOn, r.owed_on AS owedOn, r.rate, r.rate_on AS rateOn,
  coalesce(carrier.name, '') AS carrier, coalesce(carrier.name_zh, '') AS carrierZh, r.freight_minor AS freightMinor, r.note
  FROM sales_orders r LEFT JOIN parties customer ON customer.id = r.customer_id
  LEFT JOIN parties carrier ON carrier.id = r.carrier_id LEFT JOIN warehouses warehouse ON warehouse.id = r.warehouse_id`

/** A page of orders. */
export function listOrders(db: ReadDb, input: ListInput): Page<OrderRow> {
  const { ids, total } = listPage(db, orderList, input)
  return { rows: orderRows(db, ids), total }
}

/** Orders as grid rows, in the order of `ids`. */
function orderRows(db: ReadDb, ids: readonly number[]): OrderRow[] {
  const base = baseCurrency(db)
  const today = bookToday(db, db.now)
  return rowsInOrder<ListedOrder>(db, select, ids).map((listed) => {
    const { totalMinor, baseMinor, freightMinor, taxMinor, grossMinor, grossBaseMinor, ...more } = listed
    const { paidMinor, openMinor, ...row } = more
    const text = (minor: number) => minorToDecimal(minor, row.currency)
    return {
      ...row,
      isLate: row.waitsOn !== null && row.waitsOn < today,
      total: text(totalMinor),
      baseTotal: minorText(baseMinor, base),
      freight: minorText(freightMinor, row.currency),
      tax: text(taxMinor),
      gross: text(grossMinor),
      grossBase: minorText(grossBaseMinor, base),
      paid: text(paidMinor),
      open: text(openMinor),
    }
  })
}
