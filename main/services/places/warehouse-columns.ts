// The one mapping between a warehouse as it travels and its row.
import type { Param } from '#main/db/database.ts'
import type { WarehousesTable } from '#main/db/tables.ts'
import { mainWarehouse, transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { Warehouse, WarehouseInput } from '#shared/schemas/warehouses.ts'

export function warehouseColumns(warehouse: WarehouseInput): Record<string, Param> {
  return {
    name: warehouse.name,
    code: warehouse.code,
    kind: warehouse.kind,
    country: warehouse.country,
    starts_on: warehouse.startsOn,
    is_sellable: warehouse.isSellable ? 1 : 0,
    shortage: warehouse.shortage,
    note: warehouse.note,
  }
}

/** A warehouse's own columns as they travel; bins and counts are added by the query. */
export function warehouseFromRow(row: WarehousesTable): Omit<Warehouse, 'bins' | 'productCount'> {
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    kind: row.kind as Warehouse['kind'],
    country: row.country,
    startsOn: row.starts_on as Day | null,
    isSellable: row.is_sellable === 1,
    shortage: row.shortage as Warehouse['shortage'],
    note: row.note,
    archived: row.archived === 1,
    isFixed: isFixed(row.id),
  }
}

/** The two that every book has: the main warehouse, and what is in transit. */
export function isFixed(id: Id): boolean {
  return id === mainWarehouse || id === transitWarehouse
}
