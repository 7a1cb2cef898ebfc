// A rule's alerts by what was said of them: the SQL that lays the marks over what the rule finds.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { AlertSource } from '#main/services/alerts/alert-rule.ts'
import type { SetRule } from '#main/services/alerts/alert-settings.ts'
import type { Day } from '#shared/dates.ts'
import type { AlertRuleId, AlertState } from '#shared/schemas/alerts.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export type StateQuestion = { today: Day; state: AlertState; record: RecordRef | null }

/** Rules of which anything was ever said: the others need no look at the marks. */
export function markedRules(db: ReadDb): Set<AlertRuleId> {
  return new Set(db.raw('SELECT DISTINCT rule FROM live_alert_marks').map((row) => row[0] as AlertRuleId))
}

/**
 * A FROM with WHERE over the rule's alerts (`a`) in a state, with the mark (`m`) that speaks of their cause; null where there
 * can be none. Of two marks of one cause (merged copies) the later one holds.
 */
export function alertsInState(
  db: ReadDb,
  { rule, isOn, days }: SetRule,
  { today, state, record }: StateQuestion,
  isMarked: boolean,
): AlertSource | null {
  if (!isOn || (state !== 'waiting' && !isMarked)) return null
  if (record && !rule.records.includes(record.kind)) return null
  const found = rule.find(db, { today, days: days ?? 0, record })
  if (!isMarked)
    return { sql: `FROM (${found.sql}) a LEFT JOIN alert_marks m ON m.id = NULL WHERE true`, params: found.params }
  const inState = states[state]
  return {
    sql: `FROM (${found.sql}) a LEFT JOIN alert_marks m ON m.id = (${lastMark}) WHERE ${inState}`,
    params: [...found.params, rule.id, ...(state === 'done' ? [] : [today])] satisfies Param[],
  }
}

const lastMark = `SELECT max(k.id) FROM alert_marks k WHERE k.rule = ? AND k.record_id IS a.record_id
  AND k.record_kind = a.record_kind AND k.detail = a.detail AND k.cause = a.cause AND k.deleted = 0`

const states: Readonly<Record<AlertState, string>> = {
  waiting: "(m.id IS NULL OR (m.state = 'snoozed' AND m.until_on <= ?))",
  snoozed: "m.state = 'snoozed' AND m.until_on > ?",
  done: "m.state = 'done'",
}
