// Costs of orders that were entered, told by settlements, or taken by the bank.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import type { CostEntry } from '#main/domain/sales/order-profit.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { fromBase, fromOwn, type ProfitOrder } from '#main/services/sales/profit-orders.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import type { SalesCostKind } from '#shared/schemas/sales-costs.ts'

export type EnteredCosts = (order: ProfitOrder) => CostEntry[]

/** Those of these orders and their credits. */
export function enteredCosts(db: ReadDb, orders: readonly ProfitOrder[]): EnteredCosts {
  const asked = JSON.stringify(orders.flatMap(({ id, credits }) => [id, ...credits.map((credit) => credit.id)]))
  const costs = Map.groupBy(db.all<CostRow>(costsSql, asked), ({ orderId }) => orderId)
  const fees = Map.groupBy(db.all<FeeRow>(feesSql, asked), ({ orderId }) => orderId)
  const base = baseCurrency(db)
  return (order) =>
    [order, ...order.credits].flatMap(({ id }) => [
      ...(costs.get(id) ?? []).map((row) => costEntry(order, row)),
      ...(fees.get(id) ?? []).map((row) => feeEntry(order, row, base)),
    ])
}

type CostRow = {
  id: Id
  orderId: Id
  kind: SalesCostKind
  minor: number
  currency: string
  baseMinor: number | null
  isEstimate: 0 | 1
  settlementId: Id | null
  settlement: string
  reference: string
  chargeId: Id | null
}

const costsSql = `SELECT c.id, c.order_id AS orderId, c.kind, c.amount_minor AS minor, c.currency, c.base_minor AS baseMinor,
  c.is_estimate AS isEstimate, s.id AS settlementId, coalesce(s.external_id, '') AS settlement, c.reference, c.charge_id AS chargeId
  FROM json_each(?) j CROSS JOIN sales_costs c INDEXED BY sales_costs_by_order ON c.order_id = j.value
  LEFT JOIN settlement_lines l ON l.id = c.settlement_line_id LEFT JOIN settlements s ON s.id = l.settlement_id
  WHERE c.order_id IS NOT NULL AND c.deleted = 0 AND c.archived = 0 ORDER BY c.incurred_on, c.id`

function costEntry(order: ProfitOrder, row: CostRow): CostEntry {
  const isTold = row.settlementId !== null
  return {
    part: row.kind,
    rank: row.isEstimate ? 'entered' : 'real',
    source: row.baseMinor === null && row.currency !== order.currency ? 'no_rate' : isTold ? 'settlement' : 'cost',
    label: [row.settlement, row.reference].filter(Boolean).join(' '),
    record:
      row.settlementId === null ? { kind: 'salesCost', id: row.id } : { kind: 'settlement', id: row.settlementId },
    productId: null,
    own: row.currency === order.currency ? row.minor : row.baseMinor === null ? null : order.toOwn(row.baseMinor),
    base: row.baseMinor,
    ...(row.chargeId === null ? {} : { isOfCharge: true }),
  }
}

type FeeRow = {
  orderId: Id
  paymentId: Id
  number: string
  currency: string
  rate: string
  feeMinor: number
  amountMinor: number
  sharedMinor: number
}

/**
 * The bank's fees of payments in, by what of the payment went for the order. What a channel kept of a payout is no bank's fee:
 * its settlement told it already, cost by cost.
 */
const feesSql = `SELECT s.sales_order_id AS orderId, p.id AS paymentId, p.number, p.currency, p.rate, p.fee_minor AS feeMinor,
  p.amount_minor AS amountMinor, sum(s.payment_minor) AS sharedMinor
  FROM json_each(?) j CROSS JOIN payment_shares s INDEXED BY payment_shares_by_sale ON s.sales_order_id = j.value
  CROSS JOIN payments p ON p.id = s.payment_id
  WHERE s.sales_order_id IS NOT NULL AND p.fee_minor <> 0
    AND NOT EXISTS (SELECT 1 FROM settlements t INDEXED BY settlements_by_payment
      WHERE t.payment_id = p.id AND t.payment_id IS NOT NULL)
  GROUP BY s.sales_order_id, p.id`

function feeEntry(order: ProfitOrder, row: FeeRow, base: string): CostEntry {
  const { feeMinor, sharedMinor, amountMinor, currency, rate } = row
  const minor = toUnits(new Decimal(feeMinor).times(sharedMinor).div(amountMinor), 0)
  const money =
    currency === order.currency
      ? fromOwn(order, minor)
      : fromBase(order, minorConverter(currency, base, { multiply: rate, divide: '1' })(minor))
  return {
    ...{ part: 'payment_fee', rank: 'real', source: 'bank_fee', label: row.number, productId: null, ...money },
    record: { kind: 'payment', id: row.paymentId },
  }
}
