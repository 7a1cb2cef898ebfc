// Alerts as they travel: what the book itself says needs someone, computed from its data. Only what people said of an alert
// (a mark) and how the book wants a rule are stored.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { DayBucket } from '#shared/day-buckets.ts'
import { dayField } from '#shared/schemas/fields.ts'
import { type RecordTitle, recordRef } from '#shared/schemas/records.ts'

/** Every rule, in the order in which screens show them. A new one is a line here and one in services/alerts/alert-rules.ts. */
export const alertRuleIds = [
  'book/clashes',
  'orders/late',
  'purchases/late',
  'shipments/late',
  'shipments/held',
  'shipments/undecided',
  'shipments/storage-ending',
  'shipments/attempt-failed',
  'shipments/silent',
  'shipments/at-risk',
  'shipments/heard-unsent',
  'shipments/not-sent',
  'shipments/not-received',
  'payments/due',
  'receivables/overdue',
  'receivables/over-limit',
  'settlements/waiting',
  'purchases/milestone-late',
  'orders/due-soon',
  'attachments/expired',
  'attachments/expiring',
  'suppliers/certificate-expired',
  'suppliers/certificate-expiring',
  'suppliers/grade-fallen',
  'rates/missing',
  'orders/no-rate',
  'stock/negative',
  'stock/runs-out',
  'stock/below-reorder',
  'stock/expiring',
  'products/no-cost',
  'products/no-customs-data',
  'company/incomplete',
  'rates/stale',
  'orders/draft-old',
  'purchases/draft-old',
  'suppliers/single-source',
  'stock/dead',
] as const
export type AlertRuleId = (typeof alertRuleIds)[number]

/** The most pressing first. */
export const alertSeverities = ['urgent', 'warning', 'info'] as const
export type AlertSeverity = (typeof alertSeverities)[number]

/** Screens of the sidebar where a count of what waits stands; `today` gathers all. */
export const countedScreens = [
  'today',
  'orders',
  'shipments',
  'receivables',
  'products',
  'purchases',
  'suppliers',
  'rates',
  'company',
  'tasks',
  'clashes',
] as const
export type CountedScreen = (typeof countedScreens)[number]

/** Waiting ones stand; snoozed ones come back on a day; done ones stay away while their cause is the same. */
export const alertStates = ['waiting', 'snoozed', 'done'] as const
export type AlertState = (typeof alertStates)[number]

/** What there is to do about an alert, and where. */
export type AlertStep = {
  action:
    | 'ship'
    | 'prepare'
    | 'decide'
    | 'chase'
    | 'pay'
    | 'collect'
    | 'record'
    | 'giveRate'
    | 'giveCost'
    | 'giveCustoms'
    | 'seeFile'
    | 'renew'
    | 'complete'
    | 'seeStock'
    | 'seeScore'
    | 'seeOffers'
    | 'seeBatch'
    | 'chaseCarrier'
    | 'seeCustoms'
    | 'seeShipment'
    | 'redeliver'
    | 'fetch'
    | 'decideShipment'
    | 'send'
    | 'sendHeard'
    | 'receive'
    | 'mend'
  place: 'page' | 'sending' | 'edit' | 'files' | 'score' | 'rates' | 'company' | 'clashes'
}

/** What a sentence is filled with: whole numbers, days, currencies, names. */
export type AlertFacts = Readonly<Record<string, string | number | null>>

export type AlertMark = { state: 'snoozed' | 'done'; untilOn: Day | null }

export type Alert = {
  rule: AlertRuleId
  severity: AlertSeverity
  /** What it is about; null for what is no single record (a currency). */
  record: RecordTitle | null
  /** Tells alerts of one rule and record apart. */
  detail: string
  /** What brought it up; a mark holds for this one. */
  cause: string
  /** When it is or was due. */
  dayOn: Day | null
  facts: AlertFacts
  step: AlertStep
  /** What was last said of this cause; an ended snooze still stands here. */
  mark: AlertMark | null
}

/** Names one alert with its cause. */
const alertRef = z.object({
  rule: z.enum(alertRuleIds),
  record: recordRef.nullable().default(null),
  detail: z.string().max(200).default(''),
  cause: z.string().max(500),
})
export type AlertRef = z.output<typeof alertRef>

/** Some alerts, or all of one rule that wait. */
const alertTargets = z.union([
  z.object({ alerts: z.array(alertRef).min(1).max(2000) }),
  z.object({ rule: z.enum(alertRuleIds) }),
])
export type AlertTargets = z.output<typeof alertTargets>

export const alertsDayInput = z.object({ today: dayField })
export const alertListInput = z.object({
  today: dayField,
  rule: z.enum(alertRuleIds).optional(),
  state: z.enum(alertStates).default('waiting'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type AlertListInput = z.output<typeof alertListInput>

export const recordAlertsInput = z.object({ today: dayField, record: recordRef })
export const snoozeAlertsInput = z.object({ today: dayField, targets: alertTargets, until: dayField })
export const doneAlertsInput = z.object({ today: dayField, targets: alertTargets })
export const unmarkAlertsInput = z.object({ alerts: z.array(alertRef).min(1).max(2000) })
export const alertRuleInput = z.object({
  rule: z.enum(alertRuleIds),
  isOn: z.boolean(),
  /** null: the rule's own number. */
  days: z.number().int().min(0).max(3650).nullable(),
})
export type AlertRuleInput = z.output<typeof alertRuleInput>

/** A rule as the settings show it. */
export type AlertRuleState = {
  rule: AlertRuleId
  isOn: boolean
  days: number | null
  /** The number of days without a setting; null: the rule needs none. */
  defaultDays: number | null
  waiting: number
}

/** One rule's alerts that wait: how many lie where, and the first of each day span. */
export type AlertGroup = {
  rule: AlertRuleId
  severity: AlertSeverity
  count: number
  buckets: Partial<Record<DayBucket, number>>
  rows: Alert[]
}

export type AlertsAtHome = { hasRecords: boolean; groups: AlertGroup[] }

/** What waits per screen; screens where nothing waits are left out. */
export type WaitingCounts = Partial<Record<CountedScreen, { count: number; urgent: number }>>
