// What the rules find in the book, without what was marked: pages of it, by record, and in counts.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { AlertRule, AlertSource } from '#main/services/alerts/alert-rule.ts'
import { type SetRule, setRules } from '#main/services/alerts/alert-settings.ts'
import { alertsInState, markedRules } from '#main/services/alerts/marked-alerts.ts'
import { recordKey, recordRefOf, recordTitles } from '#main/services/records/record-titles.ts'
import type { Day } from '#shared/dates.ts'
import {
  type Alert,
  type AlertFacts,
  type AlertListInput,
  type AlertMark,
  type AlertRef,
  type AlertRuleId,
  type AlertRuleState,
  type AlertState,
  alertSeverities,
} from '#shared/schemas/alerts.ts'
import type { Page } from '#shared/schemas/paging.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

/** Alerts of all rules or of one, in one state, in the rules' order; the most pressing of a rule first. */
export function listAlerts(db: ReadDb, { today, rule, state, offset, limit }: AlertListInput): Page<Alert> {
  const sources = sourcesOf(db, { today, state, record: null }, rule)
  const rows: RuleRow[] = []
  let total = 0
  for (const { set, source } of sources) {
    const count = countOf(db, source)
    const skipped = Math.max(0, offset - total)
    const room = limit - rows.length
    if (room > 0 && skipped < count) rows.push(...pageOf(db, set, source, { limit: room, offset: skipped }))
    total += count
  }
  return { rows: asAlerts(db, today, rows), total }
}

/** What tells the waiting alerts of a rule apart, all of them in one pass. */
export function waitingRefs(db: ReadDb, today: Day, rule: AlertRuleId): AlertRef[] {
  return sourcesOf(db, { today, state: 'waiting', record: null }, rule).flatMap(({ source: { sql, params } }) =>
    db
      .all<Pick<StoredRow, 'recordKind' | 'recordId' | 'detail' | 'cause'>>(`SELECT ${identity} ${sql}`, ...params)
      .map(({ recordKind, recordId, detail, cause }) => ({
        rule,
        record: recordRefOf(recordKind, recordId),
        detail,
        cause,
      })),
  )
}

/** The alerts of one record that wait, the most pressing first. */
export function recordAlerts(db: ReadDb, today: Day, record: RecordRef): Alert[] {
  const rows = sourcesOf(db, { today, state: 'waiting', record }).flatMap(({ set, source }) =>
    pageOf(db, set, source, { limit: shownOfRecord, offset: 0 }),
  )
  return asAlerts(db, today, rows).sort((one, other) => place(one) - place(other))
}

const shownOfRecord = 50
const place = ({ severity }: Alert) => alertSeverities.indexOf(severity)

/** Every rule with its setting and how many alerts of it wait. */
export function alertRuleStates(db: ReadDb, today: Day): AlertRuleState[] {
  const waiting = new Map(
    sourcesOf(db, { today, state: 'waiting', record: null }).map(({ set, source }) => [
      set.rule.id,
      countOf(db, source),
    ]),
  )
  return setRules(db).map(({ rule, isOn, days, defaultDays }) => ({
    rule: rule.id,
    isOn,
    days,
    defaultDays,
    waiting: waiting.get(rule.id) ?? 0,
  }))
}

export type RuleSource = { set: SetRule; source: AlertSource }

/** The rules that may have alerts in a state, each with the SQL that finds them. */
export function sourcesOf(
  db: ReadDb,
  question: { today: Day; state: AlertState; record: RecordRef | null },
  only?: AlertRuleId,
): RuleSource[] {
  const marked = markedRules(db)
  return setRules(db).flatMap((set) => {
    if (only !== undefined && set.rule.id !== only) return []
    const source = alertsInState(db, set, question, marked.has(set.rule.id))
    return source ? [{ set, source }] : []
  })
}

function countOf(db: ReadDb, { sql, params }: AlertSource): number {
  return (db.raw(`SELECT count(*) ${sql}`, ...params)[0]?.[0] as number | undefined) ?? 0
}

type StoredRow = {
  recordKind: string
  recordId: number | null
  detail: string
  cause: string
  dayOn: Day | null
  severity: number
  facts: string
  state: AlertMark['state'] | null
  untilOn: Day | null
}
export type RuleRow = { set: SetRule; row: StoredRow }

const identity = 'a.record_kind AS recordKind, a.record_id AS recordId, a.detail, a.cause'

const columns = `${identity}, a.day_on AS dayOn, a.severity, a.facts,
  m.state, m.until_on AS untilOn`

const inOrder = 'ORDER BY a.severity, a.day_on, a.record_id, a.detail'

type Window = { limit: number; offset: number; where?: string; params?: readonly Param[] }

/** Some alerts of a rule; `where` goes on from the source's own WHERE. */
export function pageOf(db: ReadDb, set: SetRule, { sql, params }: AlertSource, window: Window): RuleRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${columns} ${sql} ${window.where ?? ''} ${set.rule.isOrdered ? '' : inOrder} LIMIT ? OFFSET ?`,
      ...params,
      ...(window.params ?? []),
      window.limit,
      window.offset,
    )
    .map((row) => ({ set, row }))
}

/** Rows as alerts, with the titles of their records, one query a kind. */
export function asAlerts(db: ReadDb, today: Day, rows: readonly RuleRow[]): Alert[] {
  const refs = rows.map(({ row }) => recordRefOf(row.recordKind, row.recordId))
  const titles = recordTitles(
    db,
    refs.filter((ref) => ref !== null),
  )
  const moreFacts = moreFactsOf(db, today)
  return rows.map(({ set: { rule }, row }, at) => {
    const ref = refs[at]
    return {
      rule: rule.id,
      severity: alertSeverities[row.severity] ?? 'info',
      record: (ref && titles.get(recordKey(ref))) ?? null,
      detail: row.detail,
      cause: row.cause,
      dayOn: row.dayOn,
      facts: { ...(JSON.parse(row.facts) as Alert['facts']), ...moreFacts(rule, row.dayOn) },
      step: rule.step,
      mark: row.state === null ? null : { state: row.state, untilOn: row.untilOn },
    }
  })
}

/** Each rule prepares what it needs once, however many of its alerts are shown. */
function moreFactsOf(db: ReadDb, today: Day): (rule: AlertRule, dayOn: Day | null) => AlertFacts {
  const prepared = new Map<AlertRuleId, (dayOn: Day | null) => AlertFacts>()
  return (rule, dayOn) => {
    if (!rule.moreFacts) return {}
    const facts = prepared.get(rule.id) ?? rule.moreFacts(db, today)
    prepared.set(rule.id, facts)
    return facts(dayOn)
  }
}
