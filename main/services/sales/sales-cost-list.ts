// The list of costs of selling: of orders, and of channels and products.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { SalesCostRow } from '#shared/schemas/sales-costs.ts'

const productName = "coalesce(nullif(p.name_en, ''), p.name_zh)"

export const salesCostList: ListSpec = {
  table: 'live_sales_costs',
  base: 'sales_costs',
  keys: ['orderId', 'productId', 'partyId'],
  joins: {
    order: 'LEFT JOIN sales_orders o ON o.id = r.order_id',
    product: 'LEFT JOIN products p ON p.id = r.product_id',
    party: 'LEFT JOIN parties party ON party.id = r.party_id',
    settled: 'LEFT JOIN settlement_lines sl ON sl.id = r.settlement_line_id',
  },
  columns: {
    on: { sql: 'r.incurred_on', type: 'day' },
    kind: { sql: 'r.kind', type: 'choice' },
    orderId: { sql: 'r.order_id', type: 'number' },
    orderNumber: { sql: 'o.number', type: 'code', joins: ['order'] },
    channel: { sql: 'r.channel', type: 'choice' },
    productId: { sql: 'r.product_id', type: 'number' },
    sku: { sql: 'p.sku', type: 'code', joins: ['product'] },
    product: { sql: productName, also: 'p.name_zh', type: 'text', joins: ['product'] },
    partyId: { sql: 'r.party_id', type: 'number' },
    party: { sql: 'party.name', also: 'party.name_zh', type: 'text', joins: ['party'] },
    amount: { sql: 'r.amount_minor', type: 'number' },
    currency: { sql: 'r.currency', type: 'choice' },
    baseAmount: { sql: 'r.base_minor', type: 'baseMoney' },
    isEstimate: { sql: 'r.is_estimate', type: 'flag' },
    isCharge: { sql: '(r.order_id IS NULL)', type: 'flag' },
    settlementId: { sql: 'sl.settlement_id', type: 'number', joins: ['settled'] },
    reference: { sql: 'r.reference', type: 'text' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['orderNumber', 'sku', 'product', 'party', 'reference', 'note'],
  defaultSort: [{ column: 'on', direction: 'desc' }],
}

type Row = Omit<SalesCostRow, 'amount' | 'baseAmount' | 'isEstimate'> & {
  amountMinor: number
  baseMinor: number | null
  base: string
  estimate: 0 | 1
}

const select = `SELECT r.id, r.incurred_on AS "on", r.kind, r.order_id AS orderId, coalesce(o.number, '') AS orderNumber, r.channel,
  r.product_id AS productId, coalesce(p.sku, '') AS sku, coalesce(${productName}, '') AS product,
  coalesce(p.name_zh, '') AS productZh, r.party_id AS partyId, coalesce(party.name, '') AS party,
  coalesce(party.name_zh, '') AS partyZh, r.amount_minor AS amountMinor, r.currency, r.rate, r.rate_on AS rateOn,
  r.base_minor AS baseMinor, r.is_estimate AS estimate, sl.settlement_id AS settlementId, r.reference, r.note,
  (SELECT base_currency FROM books) AS base
  FROM sales_costs r LEFT JOIN sales_orders o ON o.id = r.order_id LEFT JOIN products p ON p.id = r.product_id
  LEFT JOIN parties party ON party.id = r.party_id LEFT JOIN settlement_lines sl ON sl.id = r.settlement_line_id`

/** A page of costs. */
export function listSalesCosts(db: ReadDb, input: ListInput): Page<SalesCostRow> {
  const { ids, total } = listPage(db, salesCostList, input)
  return { rows: salesCostRows(db, ids), total }
}

/** Costs as grid rows, in the order of `ids`. */
export function salesCostRows(db: ReadDb, ids: readonly Id[]): SalesCostRow[] {
  return rowsInOrder<Row>(db, select, ids).map(({ amountMinor, baseMinor, base, estimate, ...row }) => ({
    ...row,
    amount: minorToDecimal(amountMinor, row.currency),
    baseAmount: minorText(baseMinor, base),
    isEstimate: estimate === 1,
  }))
}
