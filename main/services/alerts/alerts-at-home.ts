// Everything that waits, short enough for one screen: each rule with how much lies where, and the first of it.
import type { ReadDb } from '#main/db/database.ts'
import { countsOf } from '#main/services/alerts/alert-counts.ts'
import { asAlerts, pageOf, type RuleRow, type RuleSource, sourcesOf } from '#main/services/alerts/alert-queries.ts'
import { hasRecords } from '#main/services/today/today-queries.ts'
import type { Day } from '#shared/dates.ts'
import { bucketSpan, type DayBucket, dayBuckets } from '#shared/day-buckets.ts'
import { type AlertGroup, type AlertsAtHome, alertSeverities } from '#shared/schemas/alerts.ts'

/** Rows of a rule per bucket; a rule with hundreds must not push the others off the screen. */
const shown = 5

export function alertsAtHome(db: ReadDb, today: Day): AlertsAtHome {
  const found = sourcesOf(db, { today, state: 'waiting', record: null }).map((source) => homeGroup(db, today, source))
  const groups = found.filter((group) => group !== null)
  const alerts = asAlerts(
    db,
    today,
    groups.flatMap(({ rows }) => rows),
  )
  return {
    hasRecords: hasRecords(db),
    groups: groups.map(({ rows, ...group }) => ({ ...group, rows: alerts.splice(0, rows.length) })),
  }
}

function homeGroup(db: ReadDb, today: Day, found: RuleSource): (Omit<AlertGroup, 'rows'> & { rows: RuleRow[] }) | null {
  const counts = countsOf(db, today, found)
  const [worst] = counts
  if (!worst) return null
  const buckets: Partial<Record<DayBucket, number>> = {}
  for (const { bucket, count } of counts) buckets[bucket] = (buckets[bucket] ?? 0) + count
  return {
    rule: found.set.rule.id,
    severity: alertSeverities[worst.severity] ?? 'info',
    count: counts.reduce((sum, { count }) => sum + count, 0),
    buckets,
    rows: dayBuckets
      .filter((bucket) => buckets[bucket])
      .flatMap((bucket) => pageOf(db, found.set, found.source, { limit: shown, offset: 0, ...within(bucket, today) })),
  }
}

function within(bucket: DayBucket, today: Day): { where: string; params: string[] } {
  if (bucket === 'noDay') return { where: 'AND a.day_on IS NULL', params: [] }
  const { from, to } = bucketSpan(bucket, today)
  return { where: 'AND a.day_on >= ? AND a.day_on <= ?', params: [from ?? '0000-01-01', to ?? '9999-12-31'] }
}
