// What a seller does with warehouses. One that stock ever lay in is archived, never deleted, and only once it is empty.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { keepBins } from '#main/services/places/bin-commands.ts'
import { isFixed, warehouseColumns } from '#main/services/places/warehouse-columns.ts'
import { getWarehouse } from '#main/services/places/warehouse-queries.ts'
import { plainKey, type UniqueKey } from '#main/services/records/unique-key.ts'
import { mainWarehouse, transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { WarehouseInput } from '#shared/schemas/warehouses.ts'

/** Adds a warehouse; `warehouses/name-taken` and `warehouses/code-taken` where another one has its name or code. */
export function addWarehouse(tx: WriteTx, warehouse: WarehouseInput): Id {
  refuseNoName(warehouse, null)
  refuseTaken(tx, warehouse, null)
  const id = tx.insert('warehouses', warehouseColumns(warehouse))
  keepBins(tx, id, warehouse.bins)
  return id
}

export function editWarehouse(tx: WriteTx, id: Id, warehouse: WarehouseInput): void {
  const before = getWarehouse(tx, id)
  if (id === transitWarehouse) throw new AppError('warehouses/fixed')
  refuseNoName(warehouse, id)
  refuseTaken(tx, warehouse, id)
  if (warehouse.startsOn !== before.startsOn) refuseMovedBefore(tx, id, warehouse.startsOn)
  tx.update('warehouses', id, warehouseColumns(warehouse))
  keepBins(tx, id, warehouse.bins)
}

/** All of the warehouses or none. One with stock in it stays: what lies there would be seen no more. */
export function setWarehousesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const { name, productCount } = getWarehouse(tx, id)
    if (archived && isFixed(id)) throw new AppError('warehouses/fixed')
    if (archived && productCount > 0) throw new AppError('warehouses/not-empty', { name, count: productCount })
    tx.update('warehouses', id, { archived: archived ? 1 : 0 })
  }
}

/** Takes a warehouse that nothing refers to out of the book, with its bins. */
export function removeWarehouse(tx: WriteTx, id: Id): void {
  const { name } = getWarehouse(tx, id)
  if (isFixed(id)) throw new AppError('warehouses/fixed')
  if (isReferredTo(tx, id)) throw new AppError('warehouses/in-use', { name })
  tx.run('UPDATE bins SET deleted = 1 WHERE warehouse_id = ? AND deleted = 0', id)
  tx.update('warehouses', id, { deleted: 1 })
}

export const warehouseKeys: readonly UniqueKey[] = [
  plainKey('warehouses', ['name'], 'NOCASE'),
  plainKey('warehouses', ['code'], 'NOCASE'),
]

function refuseNoName({ name }: WarehouseInput, own: Id | null): void {
  if (name === '' && own !== mainWarehouse) throw new AppError('warehouses/no-name', { field: 'name' })
}

/** Archived ones count: they come back under their name. */
function refuseTaken(tx: WriteTx, { name, code }: WarehouseInput, own: Id | null): void {
  for (const [field, value] of [
    ['name', name],
    ['code', code],
  ] as const) {
    if (!value) continue
    const taken = tx.get(
      `SELECT 1 FROM live_warehouses WHERE ${field} = ? COLLATE NOCASE AND id <> ? LIMIT 1`,
      value,
      own ?? 0,
    )
    if (taken) throw new AppError(`warehouses/${field}-taken`, { [field]: value, field })
  }
}

/** A start day behind movements that are there would make history of what has moved stock. */
function refuseMovedBefore(tx: WriteTx, id: Id, startsOn: Day | null): void {
  if (startsOn === null) return
  const first = tx.get<{ day: Day }>(
    `SELECT moved_on AS day FROM stock_movements INDEXED BY stock_movements_by_day
     WHERE moved_on < ? AND warehouse_id = ? ORDER BY moved_on LIMIT 1`,
    startsOn,
    id,
  )
  if (first) throw new AppError('warehouses/moved-before', { day: first.day, startsOn, field: 'startsOn' })
}

/** Whether stock ever moved there, or anything else names it. A balance is kept wherever a movement was posted. */
function isReferredTo(db: ReadDb, id: Id): boolean {
  const documents = ['live_stock_documents', 'live_stock_counts', 'live_expected_goods', 'live_purchase_orders']
  const tables = ['stock_balances', ...documents]
  if (tables.some((table) => db.get(`SELECT 1 FROM ${table} WHERE warehouse_id = ? LIMIT 1`, id))) return true
  return db.get('SELECT 1 FROM live_stock_documents WHERE to_warehouse_id = ? LIMIT 1', id) !== undefined
}
