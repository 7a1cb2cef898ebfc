// What came in of a purchase order, receipt by receipt, and what the form of the next one begins with.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { mostMilli, receivingLines } from '#main/services/receiving/received-lines.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import type { Id } from '#shared/ids.ts'
import { ppmToPercent } from '#shared/percent.ts'
import type { OrderOfInput, PurchaseReceipt, PurchaseReceiptLine, ToReceive } from '#shared/schemas/receiving.ts'

/** Oldest first, those taken back among them. */
export function receiptsOf(db: ReadDb, orderId: Id): PurchaseReceipt[] {
  livingPurchase(db, orderId)
  const lines = Map.groupBy(linesOfReceipts(db, orderId), ({ receiptId }) => receiptId)
  return db
    .all<Omit<PurchaseReceipt, 'lines'>>(
      `SELECT t.id, t.order_id AS orderId, t.received_on AS "on", t.status, t.document_id AS documentId,
         coalesce(d.number, '') AS documentNumber, coalesce(nullif(w.name, ''), w.code, '') AS warehouse, t.issue_id AS issueId,
         coalesce(i.number, '') AS issueNumber, s.id AS salesOrderId, coalesce(s.number, '') AS salesOrderNumber,
         t.reference, t.note
       FROM live_purchase_receipts t LEFT JOIN stock_documents d ON d.id = t.document_id
       LEFT JOIN warehouses w ON w.id = d.warehouse_id LEFT JOIN stock_documents i ON i.id = t.issue_id
       LEFT JOIN sales_orders s ON s.id = i.order_id WHERE t.order_id = ? ORDER BY t.received_on, t.id`,
      orderId,
    )
    .map((receipt) => ({ ...receipt, lines: (lines.get(receipt.id) ?? []).map(({ receiptId: _, ...line }) => line) }))
}

const tablesOf = { milestone: 'milestones', inspection: 'inspections', claim: 'claims' } as const

/**
 * The purchase order that a milestone, an inspection or a claim belongs to, or the shipment that a claim is about; null where it
 * has none, or is gone.
 */
export function orderOf(db: ReadDb, { kind, id }: OrderOfInput): { orderId: Id | null; shipmentId: Id | null } {
  const shipment = kind === 'claim' ? 'shipment_id' : 'NULL'
  const row = db.get<{ orderId: Id | null; shipmentId: Id | null }>(
    `SELECT order_id AS orderId, ${shipment} AS shipmentId FROM ${tablesOf[kind]} WHERE id = ?`,
    id,
  )
  return row ?? { orderId: null, shipmentId: null }
}

/** What has gone back of a movement, and what of it could still go, in the product's unit. */
const sentBackSql = `-coalesce((SELECT sum(b.qty_milli) FROM stock_movements b INDEXED BY stock_movements_by_origin
  WHERE b.origin_id = m.id AND b.kind = 'supplier_return'), 0)`
const takenBackSql = 'coalesce((SELECT sum(r.qty_milli) FROM stock_movements r WHERE r.reverses_id = m.id), 0)'

function linesOfReceipts(db: ReadDb, orderId: Id): (PurchaseReceiptLine & { receiptId: Id })[] {
  return db.all(
    `SELECT g.id, g.receipt_id AS receiptId, g.line_id AS lineId, l.position, l.product_id AS productId,
       coalesce(p.sku, '') AS sku, coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh,
       l.description, coalesce(p.unit, '') AS unit, g.qty_milli / 1000.0 AS quantity,
       (g.qty_milli - g.rejected_milli) / 1000.0 AS accepted, g.rejected_milli / 1000.0 AS rejected, g.defect, g.remedy,
       g.movement_id AS movementId, coalesce(b.code, '') AS batch,
       coalesce(${sentBackSql} / 1000.0, 0) AS sentBack,
       coalesce((m.qty_milli + ${takenBackSql} - ${sentBackSql}) / 1000.0, 0) AS canGoBack, g.note
     FROM live_purchase_receipts t JOIN live_purchase_receipt_lines g ON g.receipt_id = t.id
     JOIN purchase_lines l ON l.id = g.line_id LEFT JOIN products p ON p.id = l.product_id
     LEFT JOIN stock_movements m ON m.id = g.movement_id LEFT JOIN batches b ON b.id = m.batch_id
     WHERE t.order_id = ? ORDER BY l.position, g.id`,
    orderId,
  )
}

type Words = Pick<
  ToReceive['lines'][number],
  'lineId' | 'name' | 'nameZh' | 'description' | 'supplierCode' | 'unit' | 'tracking' | 'dueOn' | 'salesOrderNumber'
> & { openMilli: number }

/** The order's lines as they stand, with the most that may come of each. */
export function toReceive(db: ReadDb, orderId: Id): ToReceive {
  const order = livingPurchase(db, orderId)
  const lines = receivingLines(db, orderId)
  const supplier = db.get<{ name: string; nameZh: string }>(
    'SELECT name, name_zh AS nameZh FROM parties WHERE id = ?',
    order.supplier_id,
  )
  return {
    orderId,
    number: order.number,
    status: order.status,
    supplierId: order.supplier_id,
    supplier: supplier?.name ?? '',
    supplierZh: supplier?.nameZh ?? '',
    warehouseId: order.warehouse_id ?? mainWarehouse,
    currency: order.currency,
    rate: order.rate,
    baseCurrency: baseCurrency(db),
    underPercent: ppmToPercent(order.under_ppm),
    overPercent: ppmToPercent(order.over_ppm),
    defects: supplySetting(db, 'defects'),
    lines: wordsOf(db, orderId).flatMap(({ openMilli, ...words }) => {
      const line = lines.get(words.lineId)
      if (!line) return []
      return {
        ...words,
        position: line.position,
        productId: line.product_id,
        sku: line.sku,
        ordered: line.qty_milli / 1000,
        received: line.received_milli / 1000,
        rejected: line.rejected_milli / 1000,
        letGo: line.let_go_milli / 1000,
        open: openMilli / 1000,
        most: mostMilli(line, order.over_ppm) / 1000,
        salesOrderId: line.sales_order_id,
      }
    }),
  }
}

function wordsOf(db: ReadDb, orderId: Id): Words[] {
  return db.all<Words>(
    `SELECT l.id AS lineId, coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh,
       l.description, l.supplier_code AS supplierCode, coalesce(p.unit, '') AS unit, coalesce(p.tracking, 'none') AS tracking,
       l.due_on AS dueOn, coalesce(o.number, '') AS salesOrderNumber, l.open_milli AS openMilli
     FROM live_purchase_lines l LEFT JOIN products p ON p.id = l.product_id
     LEFT JOIN live_order_lines s ON s.id = l.sales_line_id LEFT JOIN live_sales_orders o ON o.id = s.order_id
     WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
}
