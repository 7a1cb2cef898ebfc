// Movements that goods come back by: issues for customers' returns, receipts for those to suppliers, and what of each is left.
import type { ReadDb } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Returnable } from '#shared/schemas/stock.ts'

const shown = 50

/** What has been moved by `m` and neither taken back nor sent back since, in thousandths, above zero. */
const openMilli = `abs(m.qty_milli + coalesce((SELECT sum(r.qty_milli) FROM stock_movements r WHERE r.reverses_id = m.id), 0)
  + coalesce((SELECT sum(b.qty_milli) FROM stock_movements b INDEXED BY stock_movements_by_origin
    WHERE b.origin_id = m.id AND b.kind IN ('customer_return', 'supplier_return')), 0))`

type Asked = { id: Id; kind: 'issue' | 'receipt'; productId: Id; qtyMilli: number }

/** The movement that goods come back by; refused where it is another product's, or less is left of it. */
export function openOrigin(db: ReadDb, { id, kind, productId, qtyMilli }: Asked): { batchId: Id | null } {
  const row = db.get<{ batchId: Id | null; open: number; sku: string }>(
    `SELECT m.batch_id AS batchId, ${openMilli} AS open, p.sku FROM stock_movements m JOIN products p ON p.id = m.product_id
     WHERE m.id = ? AND m.kind = ? AND m.product_id = ? AND m.reverses_id IS NULL`,
    ...[id, kind, productId],
  )
  if (!row) throw new AppError('stock/origin-not-found', { field: 'originId' })
  if (row.open < qtyMilli) {
    throw new AppError('stock/more-than-moved', { product: row.sku, asked: qtyMilli / 1000, open: row.open / 1000 })
  }
  return { batchId: row.batchId }
}

type Question = { productId: Id; kind: 'issue' | 'receipt'; partyId: Id | null }

/** The newest of them first; only those of which something is left. */
export function returnables(db: ReadDb, { productId, kind, partyId }: Question): Returnable[] {
  return db.all<Returnable>(
    `SELECT m.id AS movementId, m.moved_on AS "on", coalesce(d.number, '') AS documentNumber, m.warehouse_id AS warehouseId,
       m.batch_id AS batchId, coalesce(b.code, '') AS batch, abs(m.qty_milli) / 1000.0 AS quantity, ${openMilli} / 1000.0 AS open
     FROM stock_movements m INDEXED BY stock_movements_by_product LEFT JOIN stock_documents d ON d.id = m.document_id
     LEFT JOIN batches b ON b.id = m.batch_id
     WHERE m.product_id = ? AND m.kind = ? AND m.reverses_id IS NULL AND (? IS NULL OR d.party_id = ?) AND ${openMilli} > 0
     ORDER BY m.moved_on DESC, m.id DESC LIMIT ${shown}`,
    ...[productId, kind, partyId, partyId],
  )
}

export type OpenIssue = { movementId: Id; batchId: Id | null; openMilli: number }

/** What was issued of a product for an order and has not come back, the oldest first. */
export function openIssuesOf(db: ReadDb, { orderId, productId }: { orderId: Id; productId: Id }): OpenIssue[] {
  return db.all<OpenIssue>(
    `SELECT m.id AS movementId, m.batch_id AS batchId, ${openMilli} AS openMilli
     FROM stock_documents d INDEXED BY stock_documents_by_order
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
     WHERE d.order_id = ? AND m.kind = 'issue' AND m.product_id = ? AND m.reverses_id IS NULL AND ${openMilli} > 0
     ORDER BY m.moved_on, m.id`,
    ...[orderId, productId],
  )
}
