// How the book wants its rules: which are on, and with how many days.
import type { ReadDb } from '#main/db/database.ts'
import type { AlertRule } from '#main/services/alerts/alert-rule.ts'
import { alertRules } from '#main/services/alerts/alert-rules.ts'

type Setting = { rule: string; isOn: number; days: number | null }

/** A rule with what holds for it in this book. */
export type SetRule = { rule: AlertRule; isOn: boolean; days: number | null; defaultDays: number | null }

/** Every rule as it is set; of two settings of one rule (merged copies) the later one holds. */
export function setRules(db: ReadDb): SetRule[] {
  const rows = db.all<Setting>('SELECT rule, is_on AS isOn, days FROM live_alert_settings ORDER BY id')
  const settings = new Map(rows.map((row) => [row.rule, row]))
  return alertRules.map((rule) => {
    const setting = settings.get(rule.id)
    const defaultDays = rule.defaultDays?.(db) ?? null
    return { rule, isOn: setting?.isOn !== 0, days: setting?.days ?? defaultDays, defaultDays }
  })
}
