// One shipment that two copies both wrote down: what hangs on the other moves to the one that stays, and the other goes.
import type { ReadDb } from '#main/db/database.ts'
import type { Mender } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, moveHanging } from '#main/services/clashes/combine-records.ts'
import { hasMoved } from '#main/services/shipments/shipment-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** What says by which shipment goods moved, and what follows or claims one. */
const pointers = [
  ['dispatches', 'shipment_id'],
  ['stock_documents', 'shipment_id'],
  ['purchase_receipts', 'shipment_id'],
  ['claims', 'shipment_id'],
  ['shipments', 'follows_id'],
] as const

const grandchildren = [
  [
    'parcel_lines',
    'SELECT id FROM live_parcel_lines WHERE parcel_id IN (SELECT id FROM parcels WHERE shipment_id = ?)',
  ],
  [
    'customs_lines',
    'SELECT id FROM live_customs_lines WHERE entry_id IN (SELECT id FROM customs_entries WHERE shipment_id = ?)',
  ],
  [
    'sales_costs',
    'SELECT id FROM live_sales_costs WHERE charge_id IN (SELECT id FROM shipment_charges WHERE shipment_id = ?)',
  ],
] as const

/** Whether goods moved by it, or its charges became costs of goods: what stays is the one of which that is so. */
export function isBooked(db: ReadDb, id: Id): boolean {
  return hasMoved(db, id) || hasLandedCosts(db, id)
}

function hasLandedCosts(db: ReadDb, id: Id): boolean {
  const sql = `SELECT 1 FROM shipment_charges c INDEXED BY shipment_charges_by_shipment
    CROSS JOIN landed_costs l INDEXED BY landed_costs_by_charge ON l.charge_id = c.id WHERE c.shipment_id = ? LIMIT 1`
  return db.get(sql, id) !== undefined
}

/** `shipments/twin-moved` where goods moved by both. */
export function dropShipment(mender: Mender, { keep, other }: { keep: Id; other: Id }): void {
  const { tx, update, touch } = mender
  if (isBooked(tx, other)) throw new AppError('shipments/twin-moved')
  moveHanging(mender, 'shipment', { keep, other })
  for (const [table, column] of pointers) {
    const ids = idsOf(tx, `SELECT id FROM live_${table} WHERE ${column} = ?`, other)
    for (const id of ids) update(table, id, { [column]: id === keep ? null : keep })
    touch(table, ids)
  }
  for (const [table, sql] of grandchildren) {
    const ids = idsOf(tx, sql, other)
    for (const id of ids) update(table, id, { deleted: 1 })
    touch(table, ids)
  }
  deleteRecord(mender, { kind: 'shipment', id: other })
}

function idsOf(db: ReadDb, sql: string, id: Id): Id[] {
  return db.raw(sql, id).map(([found]) => found as Id)
}
