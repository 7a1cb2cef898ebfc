// What people say of alerts: not now, done, after all; and how the book wants a rule.
import type { WriteTx } from '#main/db/database.ts'
import { waitingRefs } from '#main/services/alerts/alert-queries.ts'
import { standingAlerts } from '#main/services/alerts/standing-alerts.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { AlertMark, AlertRef, AlertRuleInput, AlertTargets } from '#shared/schemas/alerts.ts'

type Said = { today: Day; targets: AlertTargets }

/** Puts alerts aside until a day, on which they are back, and counts them; `alerts/snooze-in-past` unless it is to come. */
export function snoozeAlerts(tx: WriteTx, { today, targets, until }: Said & { until: Day }): number {
  if (until <= today) throw new AppError('alerts/snooze-in-past', { field: 'until' })
  return markAll(tx, refsOf(tx, { today, targets }), { state: 'snoozed', untilOn: until })
}

/** Says that nothing is left to do; holds while the cause is the same. */
export function alertsDone(tx: WriteTx, said: Said): number {
  return markAll(tx, refsOf(tx, said), { state: 'done', untilOn: null })
}

/** Takes back what was said: the alerts wait again. */
export function unmarkAlerts(tx: WriteTx, alerts: readonly AlertRef[]): void {
  for (const alert of alerts) for (const { id } of marksOf(tx, alert)) tx.update('alert_marks', id, { deleted: 1 })
}

/** Switches a rule on or off, and gives it another number of days. */
export function setAlertRule(tx: WriteTx, { rule, isOn, days }: AlertRuleInput): void {
  const values = { is_on: isOn ? 1 : 0, days }
  const last = tx.get<{ id: Id }>('SELECT id FROM live_alert_settings WHERE rule = ? ORDER BY id DESC LIMIT 1', rule)
  if (last) tx.update('alert_settings', last.id, values)
  else tx.insert('alert_settings', { rule, ...values })
}

/** The alerts meant, of those that are there now; those of a whole rule are the ones that wait. No day to come brings one up. */
function refsOf(tx: WriteTx, said: Said): AlertRef[] {
  const { targets } = said
  const latest = bookToday(tx, tx.now)
  const today = said.today > latest ? latest : said.today
  return 'alerts' in targets ? standingAlerts(tx, today, targets.alerts) : waitingRefs(tx, today, targets.rule)
}

function markAll(tx: WriteTx, alerts: readonly AlertRef[], mark: AlertMark): number {
  for (const alert of alerts) {
    const said = { cause: alert.cause, state: mark.state, until_on: mark.untilOn }
    const last = marksOf(tx, alert).at(-1)
    if (last) tx.update('alert_marks', last.id, said)
    else tx.insert('alert_marks', { ...identityOf(alert), ...said })
  }
  return alerts.length
}

/** The living marks of an alert, of whatever cause; more than one only after a merge. */
function marksOf(tx: WriteTx, alert: AlertRef): { id: Id }[] {
  const { rule, record_id, record_kind, detail } = identityOf(alert)
  return tx.all<{ id: Id }>(
    `SELECT id FROM alert_marks WHERE rule = ? AND record_id IS ? AND record_kind = ? AND detail = ? AND deleted = 0
     ORDER BY id`,
    rule,
    record_id,
    record_kind,
    detail,
  )
}

function identityOf({ rule, record, detail }: AlertRef) {
  return { rule, record_id: record?.id ?? null, record_kind: record?.kind ?? '', detail }
}
