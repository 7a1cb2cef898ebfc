// The list of counts: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { warehouseName, warehouseNameZh } from '#main/services/places/warehouse-kind.ts'
import type { Id } from '#shared/ids.ts'
import type { CountRow } from '#shared/schemas/counting.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

const lines = 'stock_count_lines l INDEXED BY stock_count_lines_by_count WHERE l.count_id = r.id AND l.deleted = 0'
const lineCount = `(SELECT count(*) FROM ${lines})`
const countedCount = `(SELECT count(*) FROM ${lines} AND l.counted_milli IS NOT NULL)`

/** What is counted, as it is called now: the bin, the category or the class. */
const scopeName = (category: string) => `coalesce(CASE r.scope
  WHEN 'bin' THEN (SELECT n.code FROM bins n WHERE n.id = CAST(r.scope_value AS INTEGER))
  WHEN 'category' THEN (SELECT ${category} FROM categories c WHERE c.id = CAST(r.scope_value AS INTEGER))
  ELSE r.scope_value END, '')`

export const countList: ListSpec = {
  table: 'live_stock_counts',
  base: 'stock_counts',
  indexed: ['on'],
  keys: ['number'],
  joins: {
    warehouse: 'JOIN warehouses w ON w.id = r.warehouse_id',
    document: 'LEFT JOIN stock_documents d ON d.id = r.document_id',
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    on: { sql: 'r.counted_on', type: 'day' },
    warehouseId: { sql: 'r.warehouse_id', type: 'number' },
    warehouse: { sql: warehouseName('w'), also: warehouseNameZh('w'), type: 'text', joins: ['warehouse'] },
    scope: { sql: 'r.scope', type: 'choice' },
    status: { sql: 'r.status', type: 'choice' },
    isBlind: { sql: 'r.is_blind', type: 'flag' },
    lineCount: { sql: lineCount, type: 'number' },
    countedCount: { sql: countedCount, type: 'number' },
    documentNumber: { sql: 'd.number', type: 'code', joins: ['document'] },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'warehouse', 'note'],
  defaultSort: [{ column: 'on', direction: 'desc' }],
}

const select = `SELECT r.id, r.number, r.counted_on AS "on", r.warehouse_id AS warehouseId, w.name AS warehouse, r.scope,
  ${scopeName("coalesce(nullif(c.name_en, ''), c.name_zh)")} AS scopeName, ${scopeName('c.name_zh')} AS scopeNameZh, r.status,
  r.is_blind AS isBlind, ${lineCount} AS lineCount, ${countedCount} AS countedCount, r.document_id AS documentId,
  coalesce(d.number, '') AS documentNumber, r.note FROM stock_counts r JOIN warehouses w ON w.id = r.warehouse_id
  LEFT JOIN stock_documents d ON d.id = r.document_id`

/** A page of counts. */
export function listCounts(db: ReadDb, input: ListInput): Page<CountRow> {
  const { ids, total } = listPage(db, countList, input)
  return { rows: countRows(db, ids), total }
}

/** Counts as grid rows, in the order of `ids`. */
export function countRows(db: ReadDb, ids: readonly Id[]): CountRow[] {
  type Row = Omit<CountRow, 'isBlind'> & { isBlind: number }
  return rowsInOrder<Row>(db, select, ids).map((row) => ({ ...row, isBlind: row.isBlind === 1 }))
}
