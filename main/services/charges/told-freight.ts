// What files say that carrying a shipment cost. Who types a charge, or writes down a bill, knows it better than a file.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentChargesTable } from '#main/db/tables.ts'
import { nextChargePosition } from '#main/services/charges/charge-position.ts'
import { takeBackLanded } from '#main/services/charges/landed-charges.ts'
import { makerOf } from '#main/services/history/log-entries.ts'
import { baseConverter } from '#main/services/rates/document-rate.ts'
import type { Id } from '#shared/ids.ts'

/** The sum of it, with the rate to the base currency as far as one is known. */
export type ToldFreight = { minor: number; currency: string; base: string; rate: string | null; rateOn: string | null }

/**
 * The first freight charge gets it as its actual, and keeps the rate that it once had for the same sum. Gives whether anything was
 * written; what follows from charges is the caller's (followCharges).
 */
export function tellFreight(tx: WriteTx, shipmentId: Id, { minor, currency, base, ...told }: ToldFreight): boolean {
  const known = tx.get<ShipmentChargesTable>(
    `SELECT * FROM shipment_charges INDEXED BY shipment_charges_by_shipment
     WHERE shipment_id = ? AND deleted = 0 AND kind = 'freight' ORDER BY position, id LIMIT 1`,
    shipmentId,
  )
  const isSame = known?.actual_minor === minor && known.actual_currency === currency
  if (isSame && (known.actual_rate !== null || told.rate === null)) return false
  if (known && known.actual_minor !== null && !isOfFile(tx, known.id)) return false
  const columns = {
    actual_minor: minor,
    actual_currency: currency,
    actual_rate: told.rate,
    actual_rate_on: told.rate === null ? null : told.rateOn,
    actual_base_minor: baseConverter(currency, base, told.rate)(minor),
  }
  if (known) {
    takeBackLanded(tx, known.id)
    tx.update('shipment_charges', known.id, columns)
    return true
  }
  const position = nextChargePosition(tx, shipmentId)
  tx.insert('shipment_charges', { shipment_id: shipmentId, position, kind: 'freight', ...columns })
  return true
}

/** Whether an import said the actual last; what this very step said has no line in the log yet. */
function isOfFile(db: ReadDb, chargeId: Id): boolean {
  const last = db.get<{ id: Id }>(
    `SELECT c.operation_id AS id FROM changes c INDEXED BY changes_by_row LEFT JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = 'shipment_charges' AND c.row_id = ?
       AND c.before ->> '$.actual_minor' IS NOT c.after ->> '$.actual_minor'
     ORDER BY o.clock IS NOT NULL, o.clock DESC, o.replica DESC, c.id DESC LIMIT 1`,
    chargeId,
  )
  const by = last?.id ?? makerOf(db, chargeId)
  const operation = by === null ? undefined : db.get<{ name: string }>('SELECT name FROM operations WHERE id = ?', by)
  return operation === undefined || operation.name === 'imports.run'
}
