// Where stock lies: few enough that every question reads them all.
import type { ReadDb } from '#main/db/database.ts'
import type { WarehousesTable } from '#main/db/tables.ts'
import { warehouseFromRow } from '#main/services/places/warehouse-columns.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Warehouse } from '#shared/schemas/warehouses.ts'

/** The main warehouse first, the others by name, what is in transit last. */
export function listWarehouses(db: ReadDb, { archived = false }: { archived?: boolean } = {}): Warehouse[] {
  const rows = db.all<WarehousesTable>(
    `SELECT * FROM live_warehouses WHERE archived = ?
     ORDER BY kind = 'transit', id <> 1, name COLLATE NOCASE, code COLLATE NOCASE, id`,
    archived ? 1 : 0,
  )
  return withParts(db, rows)
}

/** The warehouse, archived or not, or `warehouses/not-found`. */
export function getWarehouse(db: ReadDb, id: Id): Warehouse {
  const row = db.get<WarehousesTable>('SELECT * FROM live_warehouses WHERE id = ?', id)
  const [warehouse] = row ? withParts(db, [row]) : []
  if (!warehouse) throw new AppError('warehouses/not-found')
  return warehouse
}

function withParts(db: ReadDb, rows: readonly WarehousesTable[]): Warehouse[] {
  const bins = Map.groupBy(
    db.all<{ id: Id; warehouseId: Id; code: string; note: string }>(
      'SELECT id, warehouse_id AS warehouseId, code, note FROM live_bins WHERE archived = 0 ORDER BY code COLLATE NOCASE, id',
    ),
    ({ warehouseId }) => warehouseId,
  )
  const counts = new Map(
    db.raw('SELECT warehouse_id, count(*) FROM stock_balances WHERE on_hand_milli <> 0 GROUP BY warehouse_id') as [
      Id,
      number,
    ][],
  )
  return rows.map((row) => ({
    ...warehouseFromRow(row),
    bins: (bins.get(row.id) ?? []).map(({ id, code, note }) => ({ id, code, note })),
    productCount: counts.get(row.id) ?? 0,
  }))
}
