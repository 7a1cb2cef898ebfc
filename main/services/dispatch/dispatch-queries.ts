// What left for an order, dispatch by dispatch, and what the form of the next one begins with.
import type { ReadDb } from '#main/db/database.ts'
import { linesWithGoods } from '#main/domain/dispatch/shipping-status.ts'
import { restOfLine } from '#main/domain/orders/order-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import { onHandFinder } from '#main/services/dispatch/goods-on-hand.ts'
import { orderToSend } from '#main/services/dispatch/sendable-order.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { Dispatch, DispatchLine, ToDispatch, ToDispatchLine } from '#shared/schemas/dispatch.ts'

type DispatchRow = Omit<Dispatch, 'cost' | 'lines' | 'baseCurrency' | 'isReturn'> & { isReturn: number }

/** Oldest first, those taken back among them. */
export function dispatchesOf(db: ReadDb, orderId: Id): Dispatch[] {
  const base = baseCurrency(db)
  const lines = Map.groupBy(linesOfDispatches(db, orderId), ({ dispatchId }) => dispatchId)
  return db
    .all<DispatchRow>(
      `SELECT t.id, t.order_id AS orderId, t.dispatched_on AS "on", t.status, o.document = 'credit' AS isReturn, t.document_id AS documentId,
         coalesce(d.number, '') AS documentNumber, d.warehouse_id AS warehouseId,
         coalesce(nullif(w.name, ''), w.code, '') AS warehouse, t.carrier_id AS carrierId, coalesce(c.name, '') AS carrier,
         coalesce(c.name_zh, '') AS carrierZh, t.tracking_number AS trackingNumber, t.reference, t.note
       FROM dispatches t INDEXED BY dispatches_by_order JOIN sales_orders o ON o.id = t.order_id
       LEFT JOIN stock_documents d ON d.id = t.document_id
       LEFT JOIN warehouses w ON w.id = d.warehouse_id LEFT JOIN parties c ON c.id = t.carrier_id
       WHERE t.order_id = ? AND t.deleted = 0 ORDER BY t.dispatched_on, t.id`,
      orderId,
    )
    .map((row) => ({
      ...row,
      isReturn: row.isReturn === 1,
      cost: minorText(row.documentId === null ? null : costOf(db, row.documentId), base),
      baseCurrency: base,
      lines: (lines.get(row.id) ?? []).map(({ dispatchId: _, ...line }) => line),
    }))
}

/** What its goods cost; null while some of them have no known cost. */
function costOf(db: ReadDb, documentId: Id): number | null {
  const row = db.get<{ minor: number | null; uncosted: number | null }>(
    `SELECT abs(sum(v.value_minor)) AS minor, sum(abs(v.uncosted_milli)) AS uncosted
     FROM stock_movements m INDEXED BY stock_movements_by_document
     JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
     WHERE m.document_id = ? AND m.reverses_id IS NULL`,
    documentId,
  )
  return row && row.uncosted === 0 ? row.minor : null
}

function linesOfDispatches(db: ReadDb, orderId: Id): (DispatchLine & { dispatchId: Id })[] {
  return db.all(
    `SELECT g.id, g.dispatch_id AS dispatchId, g.line_id AS lineId, l.position, l.product_id AS productId,
       coalesce(p.sku, '') AS sku, coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh,
       l.description, coalesce(p.unit, '') AS unit, g.qty_milli / 1000.0 AS quantity
     FROM dispatches t INDEXED BY dispatches_by_order
     CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_dispatch ON g.dispatch_id = t.id
     JOIN order_lines l ON l.id = g.line_id LEFT JOIN products p ON p.id = l.product_id
     WHERE t.order_id = ? AND t.deleted = 0 AND g.deleted = 0 ORDER BY l.position, g.id`,
    orderId,
  )
}

/** The order's lines as they stand, with what lies where its goods leave from, or in the place told. */
export function toDispatch(db: ReadDb, orderId: Id, told: Id | null = null): ToDispatch {
  const order = orderToSend(db, orderId)
  const words = db.get<Pick<ToDispatch, 'customer' | 'customerZh' | 'carrier' | 'carrierZh' | 'packingNote'>>(
    `SELECT coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh,
       coalesce(s.name, '') AS carrier, coalesce(s.name_zh, '') AS carrierZh, o.packing_note AS packingNote
     FROM sales_orders o LEFT JOIN parties c ON c.id = o.customer_id LEFT JOIN parties s ON s.id = o.carrier_id WHERE o.id = ?`,
    orderId,
  )
  // A form has to begin somewhere; sending is refused where the channel's place is not known.
  const warehouseId = knownPlaceId(db, order, told) ?? mainWarehouse
  const onHand = onHandFinder(db, warehouseId)
  return {
    orderId,
    number: order.number,
    status: order.status,
    customerId: order.customerId,
    customer: words?.customer ?? '',
    customerZh: words?.customerZh ?? '',
    fulfilledBy: order.fulfilledBy === 'channel' ? 'channel' : 'seller',
    warehouseId,
    carrierId: order.carrierId,
    carrier: words?.carrier ?? '',
    carrierZh: words?.carrierZh ?? '',
    packingNote: words?.packingNote ?? '',
    lines: linesWithGoods(linesWithWords(db, orderId)).map(
      ({ qtyMilli, cancelledMilli, shippedMilli, isGoods: _, ...line }) => ({
        ...line,
        ordered: qtyMilli / 1000,
        cancelled: cancelledMilli / 1000,
        sent: shippedMilli / 1000,
        open: restOfLine({ qtyMilli, cancelledMilli, shippedMilli }) / 1000,
        onHand: line.productId === null ? null : onHand(line.productId),
      }),
    ),
  }
}

type LineRow = Omit<ToDispatchLine, 'ordered' | 'cancelled' | 'sent' | 'open' | 'onHand'> & {
  qtyMilli: number
  cancelledMilli: number
  shippedMilli: number
}

function linesWithWords(db: ReadDb, orderId: Id): (LineRow & { isGoods: boolean })[] {
  const rows = db.all<LineRow>(
    `SELECT l.id AS lineId, l.position, l.product_id AS productId, coalesce(p.sku, l.external_sku) AS sku,
       coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh, l.description,
       coalesce(p.unit, '') AS unit, coalesce(p.kind, '') AS kind, coalesce(p.tracking, 'none') AS tracking,
       l.due_on AS dueOn, l.qty_milli AS qtyMilli, l.cancelled_milli AS cancelledMilli, l.shipped_milli AS shippedMilli
     FROM live_order_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
  return rows.map((row) => ({ ...row, isGoods: row.productId !== null || row.sku !== '' }))
}
