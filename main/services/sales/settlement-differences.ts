// Where a payout and the orders do not agree: paid other than expected, sent and never paid, paid and not in the book.
import type { ReadDb } from '#main/db/database.ts'
import type { SettlementsTable } from '#main/db/tables.ts'
import { customerMoney } from '#main/domain/sales/settlement-kind.ts'
import { livingSettlement } from '#main/services/sales/settlement-queries.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { DifferencesInput, SettlementDifference, SettlementDifferences } from '#shared/schemas/settlements.ts'

/** Worked out whole, then cut: amounts first, the largest first; then what was not paid; then what is not known. */
export function settlementDifferences(db: ReadDb, { id, offset, limit }: DifferencesInput): SettlementDifferences {
  const settlement = livingSettlement(db, id)
  const amounts = otherAmounts(db, settlement)
  const notPaid = sentNotPaid(db, settlement)
  const unknown = unknownOrders(db, settlement)
  const rows = [...amounts, ...notPaid, ...unknown]
  return {
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    counts: { amount: amounts.length, not_paid: notPaid.length, unknown_order: unknown.length },
  }
}

const kinds = customerMoney.map((kind) => `'${kind}'`).join(', ')

/** What all settlements paid for an order before fees, in one currency. */
const paidSql = `SELECT coalesce(sum(l.amount_minor), 0) FROM settlement_lines l INDEXED BY settlement_lines_by_order
  CROSS JOIN settlements s ON s.id = l.settlement_id
  WHERE l.order_id = o.id AND l.order_id IS NOT NULL AND l.deleted = 0 AND s.deleted = 0 AND s.currency = o.currency
    AND l.kind IN (${kinds})`

/** What an order comes to for us, less what credits take back. */
const expectedSql = `o.gross_minor + coalesce((SELECT sum(c.gross_minor) FROM sales_orders c INDEXED BY sales_orders_credits
  WHERE c.credits_id = o.id AND c.credits_id IS NOT NULL AND c.deleted = 0 AND c.status NOT IN ('draft', 'cancelled')
    AND c.currency = o.currency), 0)`

type OrderRow = {
  orderId: Id
  orderNumber: string
  externalOrderId: string
  orderedOn: string
  currency: string
  expected: number
  paid: number
}

const orderColumns = `o.id AS orderId, o.number AS orderNumber, o.external_id AS externalOrderId, o.ordered_on AS orderedOn,
  o.currency, iif(o.status = 'cancelled', 0, ${expectedSql}) AS expected, (${paidSql}) AS paid`

/** An order in another currency than the payout cannot be held against it: told, without a sum. */
function otherAmounts(db: ReadDb, { id, currency }: SettlementsTable): SettlementDifference[] {
  const rows = db.all<OrderRow>(
    `SELECT ${orderColumns} FROM (SELECT DISTINCT order_id FROM settlement_lines INDEXED BY settlement_lines_by_settlement
       WHERE settlement_id = ? AND deleted = 0 AND order_id IS NOT NULL AND kind IN (${kinds})) d
     CROSS JOIN sales_orders o ON o.id = d.order_id`,
    id,
  )
  return rows
    .filter((row) => row.currency !== currency || row.expected !== row.paid)
    .sort((a, b) => Math.abs(b.paid - b.expected) - Math.abs(a.paid - a.expected) || a.orderId - b.orderId)
    .map((row) => told('amount', row, row.currency === currency))
}

/**
 * Orders of the channel that it collects, sent before the last day of the settlement, ordered since the channel's first
 * settlement began: what was before that, no file here speaks of.
 */
function sentNotPaid(db: ReadDb, { channel, ends_on: endsOn }: SettlementsTable): SettlementDifference[] {
  if (endsOn === null) return []
  const rows = db.all<OrderRow>(
    `SELECT ${orderColumns} FROM sales_orders o INDEXED BY sales_orders_by_external_id
     WHERE o.channel = ? AND o.external_id > '' AND o.deleted = 0 AND o.document = 'order' AND o.collected_by = 'channel'
       AND o.status IN ('part_shipped', 'shipped', 'delivered', 'closed')
       AND coalesce((SELECT max(d.dispatched_on) FROM dispatches d INDEXED BY dispatches_by_order
         WHERE d.order_id = o.id AND d.status = 'posted' AND d.deleted = 0), o.shipped_on, o.ordered_on) <= ?
       AND o.ordered_on >= (SELECT min(starts_on) FROM settlements WHERE channel = ? AND deleted = 0)
       AND NOT EXISTS (SELECT 1 FROM settlement_lines l INDEXED BY settlement_lines_by_order
         WHERE l.order_id = o.id AND l.order_id IS NOT NULL AND l.deleted = 0)
     ORDER BY o.ordered_on, o.id`,
    ...[channel, endsOn, channel],
  )
  return rows.map((row) => told('not_paid', row, true))
}

function told(kind: 'amount' | 'not_paid', row: OrderRow, isComparable: boolean): SettlementDifference {
  const { expected, paid, ...order } = row
  const text = (minor: number) => minorText(isComparable ? minor : null, row.currency)
  return { kind, ...order, expected: text(expected), paid: text(paid), difference: text(paid - expected) }
}

function unknownOrders(db: ReadDb, { id, currency }: SettlementsTable): SettlementDifference[] {
  const rows = db.raw(
    `SELECT external_order_id, sum(iif(kind IN (${kinds}), amount_minor, 0))
     FROM settlement_lines INDEXED BY settlement_lines_by_settlement
     WHERE settlement_id = ? AND deleted = 0 AND order_id IS NULL AND external_order_id <> ''
     GROUP BY 1 ORDER BY 1`,
    id,
  ) as [string, number][]
  return rows.map(([externalOrderId, minor]) => ({
    ...{ kind: 'unknown_order', orderId: null, orderNumber: '', externalOrderId, orderedOn: null },
    ...{ currency, expected: null, paid: minorToDecimal(minor, currency), difference: null },
  }))
}
