// Keeps what costing found: writes only rows that differ, and reads back where costing of a product stands.
import type { ReadDb, Statement, WriteTx } from '#main/db/database.ts'
import type { CostMethod, CostState, Layer, UnitCost } from '#main/domain/costing/cost-types.ts'
import {
  type BalanceValue,
  type Cell,
  type CostTable,
  costTables,
  type TableRows,
} from '#main/services/costing/cost-rows.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** The kept rows of one table for a product, in the order of their key. */
export function keptRows(db: ReadDb, table: CostTable, productId: Id): Cell[][] {
  const { columns, keys } = costTables[table]
  const order = columns.slice(0, keys).join(', ')
  return db.raw(
    `SELECT ${columns.join(', ')} FROM ${table} WHERE product_id = ? ORDER BY ${order}`,
    productId,
  ) as Cell[][]
}

type RowDifference = { gone: readonly (readonly Cell[])[]; come: readonly (readonly Cell[])[] }

/** Rows that are kept and should not be, and the other way round; a row with another value is both. */
export function differenceOf(kept: readonly (readonly Cell[])[], wanted: readonly (readonly Cell[])[]): RowDifference {
  const isKept = new Set(kept.map(textOf))
  const isWanted = new Set(wanted.map(textOf))
  return {
    gone: kept.filter((row) => !isWanted.has(textOf(row))),
    come: wanted.filter((row) => !isKept.has(textOf(row))),
  }
}

function textOf(row: readonly Cell[]): string {
  return row.join(' ')
}

/** Makes the rows of a product in one table these; gives what differed. */
export function replaceRows(tx: WriteTx, productId: Id, { table, rows }: TableRows): RowDifference {
  const difference = differenceOf(keptRows(tx, table, productId), rows)
  removeRows(tx, table, difference.gone)
  addRows(tx, { table, rows: difference.come })
  return difference
}

function removeRows(tx: WriteTx, table: CostTable, rows: readonly (readonly Cell[])[]): void {
  if (rows.length === 0) return
  const { columns, keys } = costTables[table]
  const where = columns.slice(0, keys).map((column) => `${column} = ?`)
  const statement = tx.statement(`DELETE FROM ${table} WHERE ${where.join(' AND ')}`)
  for (const row of rows) statement.run(...row.slice(0, keys))
}

export function addRows(tx: WriteTx, { table, rows }: TableRows): void {
  if (rows.length === 0) return
  const statement = insertion(tx, table)
  for (const row of rows) statement.run(...row)
}

function insertion(tx: WriteTx, table: CostTable): Statement {
  const { columns } = costTables[table]
  return tx.statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
}

/** What the balances of a product are worth; those of places that costing knows nothing of are worth nothing. */
export function keepBalanceValues(tx: WriteTx, productId: Id, values: ReadonlyMap<Id, BalanceValue>): void {
  const rows = tx.raw(
    'SELECT warehouse_id, value_minor, uncosted_milli FROM stock_balances WHERE product_id = ?',
    productId,
  ) as [Id, number | null, number][]
  for (const [warehouseId, valueMinor, uncostedMilli] of rows) {
    const wanted = values.get(warehouseId) ?? { valueMinor: 0, uncostedMilli: 0 }
    if (wanted.valueMinor === valueMinor && wanted.uncostedMilli === uncostedMilli) continue
    tx.run(
      'UPDATE stock_balances SET value_minor = ?, uncosted_milli = ? WHERE product_id = ? AND warehouse_id = ?',
      ...[wanted.valueMinor, wanted.uncostedMilli, productId, warehouseId],
    )
  }
}

type StateRow = {
  warehouseId: Id
  settledOn: Day | null
  method: CostMethod | null
  valueMinor: number | null
  qtyMilli: number | null
}

/** Where costing of a product stands; null where it never was costed by this method. Footprints are not in it. */
export function keptState(db: ReadDb, productId: Id, method: CostMethod): CostState | null {
  const rows = db.all<StateRow>(
    `SELECT warehouse_id AS warehouseId, settled_on AS settledOn, method, receipt_value_minor AS valueMinor,
       receipt_qty_milli AS qtyMilli FROM stock_cost_states WHERE product_id = ?`,
    productId,
  )
  const whole = rows.find(({ warehouseId }) => warehouseId === 0)
  if (whole?.method !== method) return null
  const receipts = new Map(rows.map((row) => [row.warehouseId, unitCost(row)]))
  const layers = Map.groupBy(keptLayers(db, productId), ({ warehouseId }) => warehouseId)
  const places = new Set([...layers.keys(), ...receipts.keys()])
  places.delete(0)
  return {
    method,
    places: [...places].map((warehouseId) => ({
      warehouseId,
      layers: (layers.get(warehouseId) ?? []).map(({ warehouseId: _, ...layer }) => layer),
      lastReceipt: receipts.get(warehouseId) ?? null,
    })),
    lastReceipt: unitCost(whole),
    footprints: new Map(),
    lastOn: whole.settledOn,
  }
}

function unitCost({ valueMinor, qtyMilli }: StateRow): UnitCost | null {
  return valueMinor === null || qtyMilli === null ? null : { valueMinor, qtyMilli }
}

function keptLayers(db: ReadDb, productId: Id): (Layer & { warehouseId: Id })[] {
  return db.all(
    `SELECT warehouse_id AS warehouseId, layer_id AS layerId, layer_on AS "on", brought_by AS broughtBy, batch_id AS batchId,
       qty_milli AS qtyMilli, value_minor AS valueMinor
     FROM stock_layers WHERE product_id = ? ORDER BY warehouse_id, position`,
    productId,
  )
}
