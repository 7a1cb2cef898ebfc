// Where lines of purchase orders stand: of an order, a product or a supplier, and of those bought for a sales order.
import type { Param, ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { Id } from '#shared/ids.ts'
import type { Page } from '#shared/schemas/paging.ts'
import type { PurchaseLineRow, PurchaseLinesQuestion } from '#shared/schemas/purchases.ts'

const columns = `l.id AS lineId, o.id AS orderId, o.number, o.status, o.ordered_on AS orderedOn, o.supplier_id AS supplierId,
  s.name AS supplierName, s.name_zh AS supplierZh, l.product_id AS productId, coalesce(p.sku, l.supplier_code) AS sku,
  coalesce(nullif(p.name_en, ''), nullif(p.name_zh, ''), l.description) AS name, coalesce(p.name_zh, '') AS nameZh,
  coalesce(p.unit, '') AS unit, l.qty_milli / 1000.0 AS quantity, l.received_milli / 1000.0 AS received,
  l.rejected_milli / 1000.0 AS rejected, l.let_go_milli / 1000.0 AS letGo, l.open_milli / 1000.0 AS "open", l.due_on AS dueOn,
  l.last_received_on AS lastReceivedOn, l.sales_line_id AS salesLineId`

const joins = 'LEFT JOIN parties s ON s.id = o.supplier_id LEFT JOIN products p ON p.id = l.product_id'

type Read = Omit<PurchaseLineRow, 'supplier' | 'isLate'> & { supplierName: string | null; supplierZh: string | null }

/** A page of lines, what is due first in front. */
export function purchaseLinesOf(db: ReadDb, question: PurchaseLinesQuestion): Page<PurchaseLineRow> {
  const today = bookToday(db, db.now)
  const { from, where, params } = among(question, today)
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${where}`, ...params)?.n ?? 0
  const rows = db.all<Read>(
    `SELECT ${columns} FROM ${from} ${joins} WHERE ${where}
     ORDER BY l.open_milli = 0, l.due_on IS NULL, l.due_on, o.ordered_on DESC, l.order_id, l.position, l.id LIMIT ? OFFSET ?`,
    ...params,
    question.limit,
    question.offset,
  )
  return { rows: rows.map((row) => lineRow(row, today)), total }
}

function among({ orderId, productId, supplierId, scope }: PurchaseLinesQuestion, today: string) {
  const wanted: [string, Param][] = [
    ...(orderId === undefined ? [] : [['l.order_id = ?', orderId] as [string, Param]]),
    ...(productId === undefined ? [] : [['l.product_id = ?', productId] as [string, Param]]),
    ...(supplierId === undefined ? [] : [['o.supplier_id = ?', supplierId] as [string, Param]]),
    ...(scope === 'late' ? [['l.due_on < ?', today] as [string, Param]] : []),
  ]
  const conditions = [
    ...wanted.map(([sql]) => sql),
    ...(scope === 'all' ? [] : ['l.open_milli > 0']),
    'l.deleted = 0 AND o.deleted = 0',
  ]
  return {
    from: 'purchase_lines l JOIN purchase_orders o ON o.id = l.order_id',
    where: conditions.join(' AND '),
    params: wanted.map(([, value]) => value),
  }
}

function lineRow({ supplierName, supplierZh, ...row }: Read, today: string): PurchaseLineRow {
  return {
    ...row,
    supplier:
      row.supplierId === null ? null : { id: row.supplierId, name: supplierName ?? '', nameZh: supplierZh ?? '' },
    isLate: row.open > 0 && row.dueOn !== null && row.dueOn < today,
  }
}

/** What is bought for a sales order, line by line, drafts among it. */
export function purchasesFor(db: ReadDb, salesOrderId: Id): PurchaseLineRow[] {
  const today = bookToday(db, db.now)
  const rows = db.all<Read>(
    `SELECT ${columns} FROM order_lines w INDEXED BY order_lines_by_order
     CROSS JOIN purchase_lines l INDEXED BY purchase_lines_by_sales_line ON l.sales_line_id = w.id
     CROSS JOIN purchase_orders o ON o.id = l.order_id ${joins}
     WHERE w.order_id = ? AND w.deleted = 0 AND l.deleted = 0 AND o.deleted = 0 AND o.status <> 'cancelled'
     ORDER BY w.position, w.id, l.id`,
    salesOrderId,
  )
  return rows.map((row) => lineRow(row, today))
}
