// The list of goods on order: what comes next stands first, what nobody said a day of last.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Expected, ExpectedRow } from '#shared/schemas/expected.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

export const expectedList: ListSpec = {
  table: 'live_expected_goods',
  base: 'expected_goods',
  joins: {
    product: 'JOIN products product ON product.id = r.product_id',
    supplier: 'LEFT JOIN parties supplier ON supplier.id = r.supplier_id',
    warehouse: 'JOIN warehouses warehouse ON warehouse.id = r.warehouse_id',
  },
  columns: {
    sku: { sql: 'product.sku', type: 'code', joins: ['product'] },
    nameEn: { sql: 'product.name_en', also: 'product.name_zh', type: 'text', joins: ['product'] },
    productId: { sql: 'r.product_id', type: 'number' },
    supplierId: { sql: 'r.supplier_id', type: 'number' },
    supplier: { sql: 'supplier.name', also: 'supplier.name_zh', type: 'text', joins: ['supplier'] },
    warehouse: { sql: 'warehouse.name', type: 'text', joins: ['warehouse'] },
    quantity: { sql: 'r.qty_milli', type: 'quantity' },
    orderedOn: { sql: 'r.ordered_on', type: 'day' },
    expectedOn: { sql: 'r.expected_on', type: 'day' },
    receivedOn: { sql: 'r.received_on', type: 'day' },
    status: { sql: 'r.status', type: 'choice' },
    // What is still to come by its day, then what nobody said a day of, then the rest.
    turn: {
      sql: "(CASE r.status WHEN 'open' THEN coalesce(r.expected_on, '9999-98') ELSE '9999-99' END)",
      type: 'code',
    },
    reference: { sql: 'r.reference', type: 'text' },
    source: { sql: 'r.source', type: 'text' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['sku', 'nameEn', 'supplier', 'reference'],
  defaultSort: [
    { column: 'turn', direction: 'asc' },
    { column: 'sku', direction: 'asc' },
  ],
}

const select = `SELECT r.id, r.product_id AS productId, product.sku, product.name_en AS nameEn, product.name_zh AS nameZh,
  product.unit, product.tracking, r.warehouse_id AS warehouseId, coalesce(nullif(warehouse.name, ''), warehouse.code) AS warehouse,
  r.supplier_id AS supplierId, coalesce(supplier.name, '') AS supplier,
  coalesce(supplier.name_zh, '') AS supplierZh, r.qty_milli / 1000.0 AS quantity,
  r.ordered_on AS orderedOn, r.expected_on AS expectedOn, r.received_on AS receivedOn, r.status, r.reference, r.source, r.note
  FROM expected_goods r JOIN products product ON product.id = r.product_id
  JOIN warehouses warehouse ON warehouse.id = r.warehouse_id LEFT JOIN parties supplier ON supplier.id = r.supplier_id`

/** A page of goods on order. */
export function listExpected(db: ReadDb, input: ListInput): Page<ExpectedRow> {
  const { ids, total } = listPage(db, expectedList, input)
  return { rows: expectedRows(db, ids), total }
}

/** Goods on order as grid rows, in the order of `ids`. */
export function expectedRows(db: ReadDb, ids: readonly Id[]): ExpectedRow[] {
  return rowsInOrder<ExpectedRow>(db, select, ids)
}

/** One of them, archived or not, or `expected/not-found`. */
export function getExpected(db: ReadDb, id: Id): Expected {
  const row = db.get<{ archived: number }>('SELECT archived FROM live_expected_goods WHERE id = ?', id)
  const [expected] = row ? expectedRows(db, [id]) : []
  if (!row || !expected) throw new AppError('expected/not-found')
  return { ...expected, archived: row.archived === 1 }
}
