// What planning is told, by key: read with its usual values, set whole and checked.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type PlanningKey, type PlanningSettings, planningKeys, planningSettings } from '#shared/schemas/planning.ts'

/** One setting; its usual value where nobody set it, or where another version set what this one does not understand. */
export function planningSetting<Key extends PlanningKey>(db: ReadDb, key: Key): PlanningSettings[Key] {
  const row = settingRow(db, key)
  const read = planningSettings[key].safeParse(row === undefined ? undefined : jsonOf(row.value))
  return (read.success ? read.data : planningSettings[key].parse(undefined)) as PlanningSettings[Key]
}

export function allPlanningSettings(db: ReadDb): PlanningSettings {
  return Object.fromEntries(planningKeys.map((key) => [key, planningSetting(db, key)])) as PlanningSettings
}

/** Sets one setting whole, or refuses it as `call/malformed`. What is as before is not written. */
export function setPlanningSetting(tx: WriteTx, key: PlanningKey, value: unknown): PlanningSettings {
  const read = planningSettings[key].safeParse(value)
  if (!read.success) throw new AppError('call/malformed')
  const text = JSON.stringify(read.data)
  const row = settingRow(tx, key)
  if (row === undefined) tx.insert('planning_settings', { key, value: text })
  else if (row.value !== text) tx.update('planning_settings', row.id, { value: text })
  return allPlanningSettings(tx)
}

/** The oldest row of a key: two copies may each have made one, until someone mends that. */
function settingRow(db: ReadDb, key: PlanningKey): { id: Id; value: string } | undefined {
  return db.get('SELECT id, value FROM live_planning_settings WHERE key = ? ORDER BY id LIMIT 1', key)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A damaged value is as good as none: `check` tells of damage, a screen needs a figure.
    return undefined
  }
}
