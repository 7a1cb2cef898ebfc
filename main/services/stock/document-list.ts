// The list of stock documents: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { StockDocumentRow } from '#shared/schemas/stock-documents.ts'

const lines = 'stock_movements m INDEXED BY stock_movements_by_document WHERE m.document_id = r.id'

/** Movements people know of: not those into and out of transit, nor what takes others back. */
const lineCount = `(SELECT count(*) FROM ${lines} AND m.reverses_id IS NULL AND m.warehouse_id <> ${transitWarehouse}
  AND NOT (m.kind = 'transfer' AND m.qty_milli > 0))`

const isTakenBack = `EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = m.id)`
const hasStanding = `EXISTS (SELECT 1 FROM ${lines} AND m.reverses_id IS NULL AND NOT ${isTakenBack})`
const hasReversal = `EXISTS (SELECT 1 FROM ${lines} AND m.reverses_id IS NOT NULL)`
const inTransit = `coalesce((SELECT sum(m.qty_milli) FROM ${lines} AND m.warehouse_id = ${transitWarehouse}), 0)`
const hasArrived = `EXISTS (SELECT 1 FROM ${lines} AND m.warehouse_id = ${transitWarehouse} AND m.qty_milli < 0
  AND m.reverses_id IS NULL AND NOT ${isTakenBack})`

/** What has become of a document, worked out from its movements. */
const stateSql = `CASE WHEN NOT ${hasStanding} THEN 'reversed'
  WHEN r.kind = 'transfer' THEN CASE WHEN ${inTransit} = 0 THEN 'arrived' WHEN ${hasArrived} THEN 'part_arrived' ELSE 'in_transit' END
  WHEN ${hasReversal} THEN 'part_reversed' ELSE 'posted' END`

export const documentList: ListSpec = {
  table: 'live_stock_documents',
  base: 'stock_documents',
  indexed: ['on'],
  keys: ['number', 'partyId', 'orderId'],
  joins: {
    warehouse: 'LEFT JOIN warehouses w ON w.id = r.warehouse_id',
    toWarehouse: 'LEFT JOIN warehouses t ON t.id = r.to_warehouse_id',
    party: 'LEFT JOIN parties party ON party.id = r.party_id',
    order: 'LEFT JOIN sales_orders o ON o.id = r.order_id',
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    kind: { sql: 'r.kind', type: 'choice' },
    on: { sql: 'r.moved_on', type: 'day' },
    warehouseId: { sql: 'r.warehouse_id', type: 'number' },
    warehouse: { sql: 'w.name', type: 'text', joins: ['warehouse'] },
    toWarehouse: { sql: 't.name', type: 'text', joins: ['toWarehouse'] },
    partyId: { sql: 'r.party_id', type: 'number' },
    party: { sql: 'party.name', also: 'party.name_zh', type: 'text', joins: ['party'] },
    orderId: { sql: 'r.order_id', type: 'number' },
    orderNumber: { sql: 'o.number', type: 'code', joins: ['order'] },
    reason: { sql: 'r.reason', type: 'choice' },
    reference: { sql: 'r.reference', type: 'text' },
    state: { sql: stateSql, type: 'choice' },
    lineCount: { sql: lineCount, type: 'number' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'party', 'orderNumber', 'reference'],
  defaultSort: [{ column: 'on', direction: 'desc' }],
}

const select = `SELECT r.id, r.number, r.kind, r.moved_on AS "on", r.warehouse_id AS warehouseId, coalesce(w.name, '') AS warehouse,
  r.to_warehouse_id AS toWarehouseId, coalesce(t.name, '') AS toWarehouse, r.party_id AS partyId,
  coalesce(party.name, '') AS party, coalesce(party.name_zh, '') AS partyZh, r.order_id AS orderId, coalesce(o.number, '') AS orderNumber, r.reason, r.reference,
  r.note, ${lineCount} AS lineCount, ${stateSql} AS state
  FROM stock_documents r LEFT JOIN warehouses w ON w.id = r.warehouse_id
  LEFT JOIN warehouses t ON t.id = r.to_warehouse_id LEFT JOIN parties party ON party.id = r.party_id
  LEFT JOIN sales_orders o ON o.id = r.order_id`

/** A page of documents. */
export function listDocuments(db: ReadDb, input: ListInput): Page<StockDocumentRow> {
  const { ids, total } = listPage(db, documentList, input)
  return { rows: documentRows(db, ids), total }
}

/** Documents as grid rows, in the order of `ids`. */
export function documentRows(db: ReadDb, ids: readonly Id[]): StockDocumentRow[] {
  return rowsInOrder<StockDocumentRow>(db, select, ids)
}
