// Which alerts that someone speaks of are there now, in whatever state: only of those can anything be said.
import type { ReadDb } from '#main/db/database.ts'
import { type SetRule, setRules } from '#main/services/alerts/alert-settings.ts'
import { recordKey } from '#main/services/records/record-titles.ts'
import type { Day } from '#shared/dates.ts'
import type { AlertRef } from '#shared/schemas/alerts.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

/** Those of `alerts` that their rules find on that day with that very cause, each once. */
export function standingAlerts(db: ReadDb, today: Day, alerts: readonly AlertRef[]): AlertRef[] {
  const meant = new Map(alerts.map((alert) => [keyOf(alert), alert]))
  const found = new Set<string>()
  for (const set of setRules(db)) {
    const own = [...meant.values()].filter(({ rule }) => rule === set.rule.id)
    for (const record of askedRecords(own)) for (const key of foundKeys(db, set, { today, record })) found.add(key)
  }
  return [...meant].flatMap(([key, alert]) => (found.has(key) ? [alert] : []))
}

/** As many records are asked for one by one; of more, all that the rule finds is read at once. */
const mostOneByOne = 20

/** Null stands for all records. */
function askedRecords(alerts: readonly AlertRef[]): (RecordRef | null)[] {
  const records = new Map(alerts.map(({ record }) => [record ? recordKey(record) : '', record]))
  return records.has('') || records.size > mostOneByOne ? [null] : [...records.values()]
}

type Question = { today: Day; record: RecordRef | null }

function foundKeys(db: ReadDb, { rule, isOn, days }: SetRule, { today, record }: Question): string[] {
  if (!isOn || (record && !rule.records.includes(record.kind))) return []
  const { sql, params } = rule.find(db, { today, days: days ?? 0, record })
  return db
    .raw(`SELECT record_kind, record_id, detail, cause FROM (${sql})`, ...params)
    .map((identity) => JSON.stringify([rule.id, ...identity]))
}

function keyOf({ rule, record, detail, cause }: AlertRef): string {
  return JSON.stringify([rule, record?.kind ?? '', record?.id ?? null, detail, cause])
}
