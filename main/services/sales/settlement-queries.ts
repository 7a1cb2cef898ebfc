// One settlement with its sums, and its lines.
import type { ReadDb } from '#main/db/database.ts'
import type { SettlementsTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { lineTotalSql, settlementRows } from '#main/services/sales/settlement-list.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { Page } from '#shared/schemas/paging.ts'
import {
  type Settlement,
  type SettlementKind,
  type SettlementLine,
  type SettlementLinesInput,
  type SettlementSum,
  settlementKinds,
} from '#shared/schemas/settlements.ts'

/** The row, archived or not, or `settlements/not-found`. */
export function livingSettlement(db: ReadDb, id: Id): SettlementsTable {
  const row = db.get<SettlementsTable>('SELECT * FROM live_settlements WHERE id = ?', id)
  if (!row) throw new AppError('settlements/not-found')
  return row
}

/** A settlement with what it comes to by kind; `settlements/not-found`. */
export function getSettlement(db: ReadDb, id: Id): Settlement {
  const { archived, payment_id, total_minor: totalMinor, currency } = livingSettlement(db, id)
  const [row] = settlementRows(db, [id])
  if (!row) throw new AppError('settlements/not-found')
  const lineMinor = lineTotal(db, id)
  const payment = db.get<{ number: string }>('SELECT number FROM payments WHERE id = ?', payment_id)
  return {
    ...row,
    archived: archived === 1,
    baseCurrency: baseCurrency(db),
    paymentNumber: payment?.number ?? '',
    sums: sumsOf(db, id, currency),
    lineTotal: minorToDecimal(lineMinor, currency),
    difference: minorToDecimal(totalMinor - lineMinor, currency),
  }
}

/** What its lines come to, without what was sent to the bank. */
export function lineTotal(db: ReadDb, id: Id): number {
  return db.get<{ minor: number }>(`SELECT ${lineTotalSql} AS minor FROM settlements r WHERE r.id = ?`, id)?.minor ?? 0
}

function sumsOf(db: ReadDb, id: Id, currency: string): SettlementSum[] {
  const rows = db.raw(
    `SELECT kind, count(*), sum(amount_minor) FROM settlement_lines INDEXED BY settlement_lines_by_settlement
     WHERE settlement_id = ? AND deleted = 0 GROUP BY kind`,
    id,
  ) as [SettlementKind, number, number][]
  return rows
    .map(([kind, count, minor]) => ({ kind, lines: count, amount: minorToDecimal(minor, currency) }))
    .sort((left, right) => settlementKinds.indexOf(left.kind) - settlementKinds.indexOf(right.kind))
}

type LineRow = Omit<SettlementLine, 'amount'> & { amountMinor: number }

/** In the order of the file. */
export function settlementLines(
  db: ReadDb,
  { id, kind, isUnmatched, ...page }: SettlementLinesInput,
): Page<SettlementLine> {
  const { currency } = livingSettlement(db, id)
  const where = `l.settlement_id = ? AND l.deleted = 0${kind === null ? '' : ' AND l.kind = ?'}${
    isUnmatched ? " AND l.order_id IS NULL AND l.external_order_id <> ''" : ''
  }`
  const params = kind === null ? [id] : [id, kind]
  const rows = db.all<LineRow>(
    `SELECT l.id, l.position, l.transaction_type AS transactionType, l.amount_type AS amountType, l.description, l.kind,
       l.external_order_id AS externalOrderId, l.external_sku AS externalSku, l.qty_milli / 1000.0 AS quantity,
       l.posted_on AS postedOn, l.amount_minor AS amountMinor, l.order_id AS orderId, coalesce(o.number, '') AS orderNumber,
       l.product_id AS productId
     FROM settlement_lines l INDEXED BY settlement_lines_by_settlement LEFT JOIN sales_orders o ON o.id = l.order_id
     WHERE ${where} ORDER BY l.position LIMIT ? OFFSET ?`,
    ...[...params, page.limit, page.offset],
  )
  const total = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM settlement_lines l INDEXED BY settlement_lines_by_settlement WHERE ${where}`,
    ...params,
  )
  return {
    rows: rows.map(({ amountMinor, ...row }) => ({ ...row, amount: minorToDecimal(amountMinor, currency) })),
    total: total?.n ?? 0,
  }
}
