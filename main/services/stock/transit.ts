// What of a transfer is on its way: per movement into transit what it brought, what arrived and what was settled otherwise.
import type { ReadDb } from '#main/db/database.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type OpenTransit = {
  movementId: Id
  productId: Id
  sku: string
  batchId: Id | null
  sentMilli: number
  arrivedMilli: number
  settledMilli: number
  openMilli: number
}

/** The transfer, or `stock/document-not-found`. */
export function transferOf(db: ReadDb, documentId: Id): { number: string; toWarehouseId: Id } {
  const row = db.get<{ number: string; toWarehouseId: Id | null }>(
    `SELECT number, to_warehouse_id AS toWarehouseId FROM live_stock_documents WHERE id = ? AND kind = 'transfer'`,
    documentId,
  )
  if (!row || row.toWarehouseId === null) throw new AppError('stock/document-not-found')
  return { number: row.number, toWarehouseId: row.toWarehouseId }
}

/** Counter-movements have the origin of what they take back, so that plain sums tell what stands. */
export function transitOf(db: ReadDb, documentId: Id): OpenTransit[] {
  const rows = db.all<Omit<OpenTransit, 'openMilli'>>(
    `SELECT t.id AS movementId, t.product_id AS productId, p.sku, t.batch_id AS batchId,
       t.qty_milli + coalesce((SELECT sum(r.qty_milli) FROM stock_movements r WHERE r.reverses_id = t.id), 0) AS sentMilli,
       ${goneFrom('t', 'transfer')} AS arrivedMilli, ${goneFrom('t', 'adjustment')} AS settledMilli
     FROM stock_movements t INDEXED BY stock_movements_by_document JOIN products p ON p.id = t.product_id
     WHERE t.document_id = ? AND t.warehouse_id = ${transitWarehouse} AND t.qty_milli > 0 AND t.reverses_id IS NULL
     ORDER BY t.id`,
    documentId,
  )
  return rows.map((row) => ({ ...row, openMilli: row.sentMilli - row.arrivedMilli - row.settledMilli }))
}

function goneFrom(alias: string, kind: 'transfer' | 'adjustment'): string {
  return `coalesce((SELECT -sum(g.qty_milli) FROM stock_movements g INDEXED BY stock_movements_by_origin
    WHERE g.origin_id = ${alias}.id AND g.warehouse_id = ${transitWarehouse} AND g.kind = '${kind}'), 0)`
}
