// What a seller writes down of goods that are on order: until purchase orders are kept here, the word of a person or a file.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { isStandingSql } from '#main/services/stock/standing-movements.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ExpectedInput } from '#shared/schemas/expected.ts'

export function addExpected(tx: WriteTx, expected: ExpectedInput): Id {
  refuseUnknown(tx, expected, null)
  return tx.insert('expected_goods', columnsOf(expected))
}

/** Changes what is still to come; what has come in is told by its receipt. */
export function editExpected(tx: WriteTx, id: Id, expected: ExpectedInput): void {
  const { status } = livingExpected(tx, id)
  if (status === 'received') throw new AppError('expected/received')
  refuseUnknown(tx, expected, id)
  tx.update('expected_goods', id, columnsOf(expected))
}

/** All of them or none: no longer expected. */
export function cancelExpected(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    if (livingExpected(tx, id).status === 'received') throw new AppError('expected/received')
    tx.update('expected_goods', id, { status: 'cancelled' })
  }
}

/** All of them or none: expected after all. What a receipt brought, as long as that stands, has come in. */
export function reopenExpected(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    if (livingExpected(tx, id).status === 'received' && hasReceipt(tx, id)) throw new AppError('expected/received')
    tx.update('expected_goods', id, { status: 'open', received_on: null })
  }
}

/** Whether a receipt of the product stands in the place on the day on which the goods are said to have come. */
function hasReceipt(db: ReadDb, id: Id): boolean {
  const sql = `SELECT 1 FROM expected_goods e CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product
    ON m.product_id = e.product_id AND m.warehouse_id = e.warehouse_id AND m.moved_on = e.received_on
    WHERE e.id = ? AND m.kind = 'receipt' AND m.reverses_id IS NULL AND ${isStandingSql} LIMIT 1`
  return db.get(sql, id) !== undefined
}

export function setExpectedArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    if (livingExpected(tx, id).status === 'open' && archived) throw new AppError('expected/still-open')
    tx.update('expected_goods', id, { archived: archived ? 1 : 0 })
  }
}

type LivingExpected = { productId: Id; warehouseId: Id; supplierId: Id | null; qtyMilli: number; status: string }

/** What is there of it, or `expected/not-found`. */
export function livingExpected(db: ReadDb, id: Id): LivingExpected {
  const row = db.get<LivingExpected>(
    `SELECT product_id AS productId, warehouse_id AS warehouseId, supplier_id AS supplierId, qty_milli AS qtyMilli, status
     FROM live_expected_goods WHERE id = ?`,
    id,
  )
  if (!row) throw new AppError('expected/not-found')
  return row
}

function columnsOf(expected: ExpectedInput): Record<string, Param> {
  return {
    product_id: expected.productId,
    warehouse_id: expected.warehouseId,
    supplier_id: expected.supplierId,
    qty_milli: toMilli(expected.quantity),
    ordered_on: expected.orderedOn,
    expected_on: expected.expectedOn,
    reference: expected.reference,
    note: expected.note,
  }
}

/** What is newly named must be there; what it points at already may have gone since. */
function refuseUnknown(db: ReadDb, { productId, warehouseId, supplierId }: ExpectedInput, own: Id | null): void {
  const had = own === null ? undefined : livingExpected(db, own)
  const product = db.get<{ kind: string }>('SELECT kind FROM live_products WHERE id = ?', productId)
  if (productId !== had?.productId && !product) throw new AppError('catalog/product-not-found', { field: 'productId' })
  if (product?.kind === 'family') throw new AppError('expected/family', { field: 'productId' })
  if (warehouseId !== had?.warehouseId) {
    const isOpen =
      warehouseId !== transitWarehouse &&
      db.get('SELECT 1 FROM live_warehouses WHERE id = ? AND archived = 0', warehouseId)
    if (!isOpen) throw new AppError('warehouses/not-found', { field: 'warehouseId' })
  }
  if (supplierId !== null && supplierId !== had?.supplierId) {
    if (!db.get('SELECT 1 FROM live_parties WHERE id = ?', supplierId))
      throw new AppError('parties/not-found', { field: 'supplierId' })
  }
}
