// What a rule says: which rows bring an alert up, as SQL, so that counting, paging and leaving out what is marked are the
// database's work however many there are. Each feature keeps its rules beside its SQL; alert-rules.ts gathers them.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { AlertFacts, AlertRuleId, AlertSeverity, AlertStep, CountedScreen } from '#shared/schemas/alerts.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

export type AlertQuestion = {
  today: Day
  /** The number of days that the rule looks ahead or back. */
  days: number
  /** Only alerts of this record; null: all. */
  record: RecordRef | null
}

/**
 * A SELECT of `record_kind`, `record_id` (NULL: no single record), `detail`, `cause`, `day_on`, `severity` (its place in
 * `alertSeverities`) and `facts` (JSON), without grouping or limit of its own.
 */
export type AlertSource = { sql: string; params: readonly Param[] }

export type AlertRule = {
  id: AlertRuleId
  /** Where its count stands. */
  screen: CountedScreen
  /** Kinds of records that it may speak of; none for what is no record. */
  records: readonly RecordKind[]
  /** Without a setting; a rule that needs no number of days has none. */
  defaultDays?: (db: ReadDb) => number
  step: AlertStep
  /** Rows come in a good order already (of an index): sorting them would mean to find all before the first is shown. */
  isOrdered?: true
  /** Information, whatever it finds: the sidebar, which counts after every write what is to be done, need not ask. */
  onlyInforms?: true
  find(db: ReadDb, question: AlertQuestion): AlertSource
  /** What takes more than SQL to say; asked for the alerts that are shown only. */
  moreFacts?(db: ReadDb, today: Day): (dayOn: Day | null) => AlertFacts
}

export const severityPlace: Readonly<Record<AlertSeverity, number>> = { urgent: 0, warning: 1, info: 2 }

/** An alert that a rule found outside SQL. */
export type AlertFinding = {
  record: RecordRef | null
  detail: string
  cause: string
  dayOn: Day | null
  severity: AlertSeverity
  facts: AlertFacts
}

/** Few findings, worked out in the program, as a source like any other. */
export function sourceOf(findings: readonly AlertFinding[]): AlertSource {
  const rows = findings.map(({ record, severity, ...rest }) => ({
    ...rest,
    kind: record?.kind ?? '',
    id: record?.id ?? null,
    severity: severityPlace[severity],
  }))
  return { sql: fromJson, params: [JSON.stringify(rows)] }
}

const fromJson = `SELECT f.value ->> 'kind' AS record_kind, f.value ->> 'id' AS record_id, f.value ->> 'detail' AS detail,
  f.value ->> 'cause' AS cause, f.value ->> 'dayOn' AS day_on, f.value ->> 'severity' AS severity,
  f.value -> 'facts' AS facts FROM json_each(?) f`

/**
 * How a rule's rows (alias `r`) are reached: by the index made for the rule, or the one record asked for. `own` comes last in
 * the WHERE, its parameters last of all.
 */
export function rowsBy(index: string, { record }: AlertQuestion): { by: string; own: string; ownParams: Param[] } {
  if (record) return { by: '', own: ' AND r.id = ?', ownParams: [record.id] }
  return { by: `INDEXED BY ${index}`, own: '', ownParams: [] }
}
