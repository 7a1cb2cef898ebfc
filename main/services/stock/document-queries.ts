// One stock document with its lines, what of it is in transit, and what takes it back.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import { documentRows } from '#main/services/stock/document-list.ts'
import { movementValue, reversedBy } from '#main/services/stock/movement-list.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { type OpenTransit, transitOf } from '#main/services/stock/transit.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal, minorText } from '#shared/money.ts'
import type { StockDocument, StockDocumentLine, StockTransit } from '#shared/schemas/stock-documents.ts'

/** The document, or `stock/document-not-found`. */
export function getDocument(db: ReadDb, id: Id): StockDocument {
  const kept = db.get<{ archived: number; shipmentId: Id | null }>(
    'SELECT archived, shipment_id AS shipmentId FROM live_stock_documents WHERE id = ?',
    id,
  )
  const [row] = documentRows(db, [id])
  if (!row || !kept) throw new AppError('stock/document-not-found')
  const { lineCount: _, ...document } = row
  const base = baseCurrency(db)
  return {
    ...document,
    archived: kept.archived === 1,
    shipment: shipmentOf(db, kept.shipmentId),
    baseCurrency: base,
    lines: linesOf(db, id, base),
    transit: row.kind === 'transfer' ? transitOf(db, id).map((transit) => told(db, transit)) : [],
    reversesOn: openDay(db, row.on as Day),
  }
}

function shipmentOf(db: ReadDb, id: Id | null): StockDocument['shipment'] {
  return db.get<{ id: Id; number: string }>('SELECT id, number FROM live_shipments WHERE id = ?', id) ?? null
}

type Line = Omit<StockDocumentLine, 'unitCost' | 'value'> & {
  costMicros: number | null
  costCurrency: string
  valueMinor: number | null
}

/** Movements into and out of transit are the other halves of those that people see; what is lost in transit is one of its own. */
function linesOf(db: ReadDb, documentId: Id, base: string): StockDocumentLine[] {
  const rows = db.all<Line>(
    `SELECT m.id AS movementId, m.kind, m.moved_on AS "on", m.product_id AS productId, p.sku,
       coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit, m.warehouse_id AS warehouseId,
       w.name AS warehouse, m.qty_milli / 1000.0 AS quantity, m.batch_id AS batchId, coalesce(b.code, '') AS batch,
       b.expires_on AS expiresOn, m.bin_id AS binId, coalesce(n.code, '') AS bin, m.reason, m.note,
       m.cost_micros AS costMicros, m.cost_currency AS costCurrency, m.cost_rate AS rate, m.cost_rate_on AS rateOn,
       ${movementValue} AS valueMinor, m.origin_id AS originId, m.reverses_id AS reversesId, ${reversedBy} AS reversedById
     FROM stock_movements m INDEXED BY stock_movements_by_document JOIN products p ON p.id = m.product_id
     JOIN warehouses w ON w.id = m.warehouse_id LEFT JOIN batches b ON b.id = m.batch_id LEFT JOIN bins n ON n.id = m.bin_id
     WHERE m.document_id = ? AND NOT (m.kind = 'transfer' AND m.warehouse_id = ${transitWarehouse}) ORDER BY m.id`,
    documentId,
  )
  return rows.map(({ costMicros, costCurrency, valueMinor, ...line }) => ({
    ...line,
    unitCost:
      costMicros === null ? null : { amount: microsToDecimal(costMicros, costCurrency), currency: costCurrency },
    value: minorText(valueMinor, base),
  }))
}

type Words = Pick<StockTransit, 'name' | 'nameZh' | 'unit' | 'batch'>

function told(db: ReadDb, transit: OpenTransit): StockTransit {
  const words = db.get<Words>(
    `SELECT coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit,
       coalesce((SELECT b.code FROM batches b WHERE b.id = ?), '') AS batch FROM products p WHERE p.id = ?`,
    ...[transit.batchId, transit.productId],
  )
  const { movementId, productId, sku, batchId } = transit
  return {
    ...{ movementId, productId, sku, batchId },
    ...(words ?? { name: '', nameZh: '', unit: '', batch: '' }),
    sent: transit.sentMilli / 1000,
    arrived: transit.arrivedMilli / 1000,
    settled: transit.settledMilli / 1000,
    open: transit.openMilli / 1000,
  }
}
