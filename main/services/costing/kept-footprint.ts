// What a movement carried, and how much of it came back since, from the derived tables.
import type { ReadDb } from '#main/db/database.ts'
import type { Footprint, Parcel } from '#main/domain/costing/cost-types.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type Row = { on: Day; qtyMilli: number; reversesId: Id | null; originId: Id | null }

/**
 * Null where the tables alone do not tell: it was closed since, is part of a chain of reversals, or more came back than
 * went. `but` are movements that are not costed yet.
 */
export function keptFootprint(db: ReadDb, id: Id, but: ReadonlySet<Id>): Footprint | null {
  const row = db.get<Row>(
    `SELECT moved_on AS "on", qty_milli AS qtyMilli, reverses_id AS reversesId, origin_id AS originId
     FROM stock_movements WHERE id = ?`,
    id,
  )
  if (!row || row.reversesId !== null || isClosed(db, row.on)) return null
  const backMilli = cameBack(db, id, { row, but })
  const parcels = row.qtyMilli < 0 ? parcelsOut(db, id) : parcelsIn(db, id, row)
  if (backMilli === null || parcels === null) return null
  return { on: row.on, qtyMilli: row.qtyMilli, refId: row.originId, parcels, backMilli }
}

function isClosed(db: ReadDb, on: Day): boolean {
  return db.get('SELECT 1 FROM period_closings WHERE deleted = 0 AND through_on >= ?', on) !== undefined
}

type Looking = { row: Row; but: ReadonlySet<Id> }

function cameBack(db: ReadDb, id: Id, { row, but }: Looking): number | null {
  const rows = db.raw(
    `SELECT id, qty_milli, reverses_id FROM stock_movements INDEXED BY stock_movements_by_origin WHERE origin_id = ?
     UNION SELECT id, qty_milli, reverses_id FROM stock_movements INDEXED BY stock_movements_reversals WHERE reverses_id = ?`,
    id,
    id,
  ) as [Id, number, Id | null][]
  let back = 0
  for (const [pointing, qtyMilli, reversesId] of rows) {
    if (but.has(pointing)) continue
    const isReversed = db.get(
      'SELECT 1 FROM stock_movements INDEXED BY stock_movements_reversals WHERE reverses_id = ?',
      pointing,
    )
    // Reversals give goods back and forth: a replay keeps the count of that.
    if (reversesId !== null || isReversed) return null
    if (Math.sign(qtyMilli) !== Math.sign(row.qtyMilli)) back += Math.abs(qtyMilli)
  }
  return back > Math.abs(row.qtyMilli) ? null : back
}

function parcelsOut(db: ReadDb, id: Id): Parcel[] | null {
  const rows = db.all<Parcel>(
    `SELECT layer_id AS layerId, layer_on AS "on", qty_milli AS qtyMilli, value_minor AS valueMinor
     FROM issue_costs INDEXED BY issue_costs_by_movement WHERE movement_id = ? ORDER BY position`,
    id,
  )
  return rows.length === 0 ? null : rows
}

/** What had a cost, then what had none. */
function parcelsIn(db: ReadDb, id: Id, { on, qtyMilli }: Row): Parcel[] | null {
  const worth = db.get<{ valueMinor: number | null; uncostedMilli: number | null }>(
    `SELECT sum(value_minor) AS valueMinor, sum(uncosted_milli) AS uncostedMilli
     FROM stock_values INDEXED BY stock_values_by_movement WHERE movement_id = ? AND cause IN ('movement', 'landed_cost')`,
    id,
  )
  if (!worth || worth.valueMinor === null || worth.uncostedMilli === null) return null
  const costed = { layerId: id, on, qtyMilli: qtyMilli - worth.uncostedMilli, valueMinor: worth.valueMinor }
  const uncosted = { layerId: id, on, qtyMilli: worth.uncostedMilli, valueMinor: null }
  return [costed, uncosted].filter((parcel) => parcel.qtyMilli > 0)
}
