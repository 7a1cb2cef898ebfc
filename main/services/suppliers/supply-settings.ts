// What buying is told, by key: read with its usual values, set whole and checked.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type SupplyKey, type SupplySettings, supplyKeys, supplySettings } from '#shared/schemas/supply-settings.ts'

/** One setting; its usual value where nobody set it, or where another version set what this one does not understand. */
export function supplySetting<Key extends SupplyKey>(db: ReadDb, key: Key): SupplySettings[Key] {
  const row = settingRow(db, key)
  const read = supplySettings[key].safeParse(row === undefined ? undefined : jsonOf(row.value))
  return (read.success ? read.data : supplySettings[key].parse(undefined)) as SupplySettings[Key]
}

export function allSupplySettings(db: ReadDb): SupplySettings {
  return Object.fromEntries(supplyKeys.map((key) => [key, supplySetting(db, key)])) as SupplySettings
}

/** Sets one setting whole, or refuses it as `call/malformed`. What is as before is not written. */
export function setSupplySetting(tx: WriteTx, key: SupplyKey, value: unknown): SupplySettings {
  const read = supplySettings[key].safeParse(value)
  if (!read.success) throw new AppError('call/malformed')
  const text = JSON.stringify(read.data)
  const row = settingRow(tx, key)
  if (row === undefined) tx.insert('supply_settings', { key, value: text })
  else if (row.value !== text) tx.update('supply_settings', row.id, { value: text })
  return allSupplySettings(tx)
}

/** The oldest row of a key: two copies may each have made one, until someone mends that. */
function settingRow(db: ReadDb, key: SupplyKey): { id: Id; value: string } | undefined {
  return db.get('SELECT id, value FROM live_supply_settings WHERE key = ? ORDER BY id LIMIT 1', key)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A damaged value is as good as none: `check` tells of damage, a screen needs a figure.
    return undefined
  }
}
