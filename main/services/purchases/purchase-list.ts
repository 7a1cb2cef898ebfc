// The list of purchase orders: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { majorUnits } from '#main/services/orders/order-list.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { PurchaseRow } from '#shared/schemas/purchases.ts'

const warehouse = "coalesce(nullif(warehouse.name, ''), warehouse.code)"

export const purchaseList: ListSpec = {
  table: 'live_purchase_orders',
  base: 'purchase_orders',
  indexed: ['orderedOn', 'number', 'baseTotal'],
  keys: ['supplierId', 'number'],
  joins: {
    supplier: 'LEFT JOIN parties supplier ON supplier.id = r.supplier_id',
    warehouse: 'LEFT JOIN warehouses warehouse ON warehouse.id = r.warehouse_id',
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    channel: { sql: 'r.channel', type: 'text' },
    externalId: { sql: 'r.external_id', type: 'code' },
    orderedOn: { sql: 'r.ordered_on', type: 'day' },
    promisedOn: { sql: 'r.promised_on', type: 'day' },
    // The next day that something still to come is promised for; in the past: late.
    nextOn: { sql: 'r.next_on', type: 'day' },
    supplierId: { sql: 'r.supplier_id', type: 'number' },
    supplier: {
      sql: 'supplier.name',
      also: 'supplier.name_zh',
      type: 'text',
      joins: ['supplier'],
      isLike: "r.supplier_id IN (SELECT id FROM parties WHERE name LIKE ? ESCAPE '\\')",
    },
    warehouse: { sql: warehouse, type: 'text', joins: ['warehouse'] },
    status: { sql: 'r.status', type: 'choice' },
    lineCount: { sql: 'r.line_count', type: 'number' },
    currency: { sql: 'r.currency', type: 'choice' },
    total: { sql: majorUnits('r.total_minor'), type: 'number' },
    baseTotal: { sql: 'r.base_total_minor', type: 'baseMoney' },
    rate: { sql: 'CAST(r.rate AS REAL)', type: 'number' },
    rateOn: { sql: 'r.rate_on', type: 'day' },
    incoterm: { sql: 'r.incoterm', type: 'text' },
    mode: { sql: 'r.mode', type: 'choice' },
    country: { sql: 'r.country', type: 'choice' },
    reference: { sql: 'r.reference', type: 'text' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'externalId', 'supplier', 'reference'],
  defaultSort: [{ column: 'orderedOn', direction: 'desc' }],
}

type ListedPurchase = Omit<PurchaseRow, 'total' | 'baseTotal' | 'isLate'> & {
  totalMinor: number
  baseMinor: number | null
}

const select = `SELECT r.id, r.number, r.channel, r.external_id AS externalId, r.ordered_on AS orderedOn,
  r.promised_on AS promisedOn, r.next_on AS nextOn, r.supplier_id AS supplierId, coalesce(supplier.name, '') AS supplier,
  coalesce(supplier.name_zh, '') AS supplierZh, coalesce(${warehouse}, '') AS warehouse, r.status, r.line_count AS lineCount,
  r.currency, r.total_minor AS totalMinor, r.base_total_minor AS baseMinor, r.rate, r.rate_on AS rateOn, r.incoterm,
  r.reference, r.note
  FROM purchase_orders r LEFT JOIN parties supplier ON supplier.id = r.supplier_id
  LEFT JOIN warehouses warehouse ON warehouse.id = r.warehouse_id`

/** A page of purchase orders. */
export function listPurchases(db: ReadDb, input: ListInput): Page<PurchaseRow> {
  const { ids, total } = listPage(db, purchaseList, input)
  return { rows: purchaseRows(db, ids), total }
}

/** Purchase orders as grid rows, in the order of `ids`. */
function purchaseRows(db: ReadDb, ids: readonly number[]): PurchaseRow[] {
  const base = baseCurrency(db)
  const today = bookToday(db, db.now)
  return rowsInOrder<ListedPurchase>(db, select, ids).map(({ totalMinor, baseMinor, ...row }) => ({
    ...row,
    isLate: row.nextOn !== null && row.nextOn < today,
    total: minorToDecimal(totalMinor, row.currency),
    baseTotal: minorText(baseMinor, base),
  }))
}
