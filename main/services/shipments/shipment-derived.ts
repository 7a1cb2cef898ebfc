// What follows from the lines, parcels, legs, charges and events of shipments: where they are, what they hold, weigh and cost.
// Derived columns, neither logged nor merged; what is called here is alone in saying what they must be.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { type DerivedParcel, type DerivedShipment, deriveShipment } from '#main/domain/shipments/derive-shipment.ts'
import { readShipmentRows, type StoredShipment } from '#main/services/shipments/read-shipment-rows.ts'
import type { Id } from '#shared/ids.ts'

/** The shipments meant: by id, or every one. */
export type ShipmentIds = readonly Id[] | 'all'

const shipmentNames = [
  ...(['state', 'state_on', 'heard_at', 'quiet_days', 'left_on', 'delivered_on', 'is_open', 'was_damaged'] as const),
  ...(['was_lost', 'line_count', 'order_count', 'piece_count', 'weight_grams', 'volume_cm3'] as const),
  ...(['value_base_minor', 'estimate_base_minor', 'cost_base_minor'] as const),
] as const satisfies readonly (keyof DerivedShipment)[]
const parcelNames = [
  'state',
  'state_on',
  'heard_at',
  'delivered_on',
] as const satisfies readonly (keyof DerivedParcel)[]

const updateSql = (table: string, names: readonly string[]) =>
  `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`

/** So many are read at once. */
const chunk = 2000

/** Brings the derived columns of shipments and their parcels up to date. Rows that are right already are not rewritten. */
export function settleShipments(tx: WriteTx, ids: ShipmentIds): void {
  const shipment = tx.statement(updateSql('shipments', shipmentNames))
  const parcel = tx.statement(updateSql('parcels', parcelNames))
  for (const stored of inChunks(tx, ids)) {
    const derived = deriveShipment(stored)
    if (differs(stored.derived, derived.shipment, shipmentNames))
      shipment.run(...valuesOf(derived.shipment, shipmentNames), stored.id)
    stored.parcels.forEach((row, index) => {
      const now = derived.parcels[index]
      if (now && differs(row.derived, now, parcelNames)) parcel.run(...valuesOf(now, parcelNames), row.id)
    })
  }
  forgetDeleted(tx, ids)
}

/** What was deleted is nowhere: else it would say where it was before, in one copy this and in another that. */
const isNotForgotten = `deleted = 1 AND (state <> '' OR state_on IS NOT NULL OR heard_at IS NOT NULL OR delivered_on IS NOT NULL)`

function forgetDeleted(tx: WriteTx, ids: ShipmentIds): void {
  const [by, of, params] =
    ids === 'all'
      ? ['parcels_deleted', '', []]
      : ['parcels_by_shipment', ' AND shipment_id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]]
  const sql = `UPDATE parcels INDEXED BY ${by} SET state = '', state_on = NULL, heard_at = NULL, delivered_on = NULL
    WHERE ${isNotForgotten}${of}`
  tx.statement(sql).run(...params)
}

/** Shipments whose derived columns, or those of their parcels, are not what their rows say: for `check`. */
export function shipmentsOutOfStep(db: ReadDb): Id[] {
  const wrong: Id[] = []
  for (const stored of inChunks(db, 'all')) {
    const derived = deriveShipment(stored)
    const isWrong =
      differs(stored.derived, derived.shipment, shipmentNames) ||
      stored.parcels.some((row, index) => {
        const now = derived.parcels[index]
        return now !== undefined && differs(row.derived, now, parcelNames)
      })
    if (isWrong) wrong.push(stored.id)
  }
  const kept = db.raw(`SELECT DISTINCT shipment_id FROM parcels INDEXED BY parcels_deleted WHERE ${isNotForgotten}`)
  return [...new Set([...wrong, ...kept.map(([id]) => id as Id)])]
}

function* inChunks(db: ReadDb, ids: ShipmentIds): Generator<StoredShipment> {
  if (ids !== 'all') {
    const distinct = [...new Set(ids)]
    for (let from = 0; from < distinct.length; from += chunk) {
      yield* readShipmentRows(db, distinct.slice(from, from + chunk))
    }
    return
  }
  for (let after = 0; ; ) {
    const next = db.raw('SELECT id FROM shipments WHERE id > ? ORDER BY id LIMIT ?', after, chunk)
    const some = next.map(([id]) => id as Id)
    if (some.length === 0) return
    yield* readShipmentRows(db, some)
    after = some.at(-1) ?? after
  }
}

function differs<Row extends object>(before: Row, now: Row, names: readonly (keyof Row)[]): boolean {
  return names.some((name) => before[name] !== now[name])
}

function valuesOf<Row extends object>(row: Row, names: readonly (keyof Row)[]): Param[] {
  return names.map((name) => row[name] as Param)
}
