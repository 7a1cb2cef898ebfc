// How much waits: per rule by day and severity, per screen for the sidebar.
import type { ReadDb } from '#main/db/database.ts'
import { type RuleSource, sourcesOf } from '#main/services/alerts/alert-queries.ts'
import { severityPlace } from '#main/services/alerts/alert-rule.ts'
import { openClashes } from '#main/services/clashes/clash-alert.ts'
import { openTasks } from '#main/services/tasks/task-queries.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { bucketSpan, type DayBucket } from '#shared/day-buckets.ts'
import type { CountedScreen, WaitingCounts } from '#shared/schemas/alerts.ts'

export type AlertCount = { bucket: DayBucket; severity: number; count: number }

/** A rule's waiting alerts by bucket and severity, the most pressing first. */
export function countsOf(db: ReadDb, today: Day, { source }: RuleSource): AlertCount[] {
  return db.all<AlertCount>(
    `SELECT CASE WHEN a.day_on IS NULL THEN 'noDay' WHEN a.day_on < ? THEN 'overdue' WHEN a.day_on = ? THEN 'today'
         WHEN a.day_on = ? THEN 'tomorrow' WHEN a.day_on <= ? THEN 'thisWeek' ELSE 'later' END AS bucket,
       a.severity AS severity, count(*) AS count ${source.sql} GROUP BY 1, 2 ORDER BY 2`,
    today,
    today,
    addDays(today, 1),
    bucketSpan('thisWeek', today).to,
    ...source.params,
  )
}

type Waiting = { count: number; urgent: number }

/**
 * What the sidebar shows: on each screen its alerts that are more than information, on Home what is due by today, be it alert
 * or task. Urgent are those that are late already.
 */
export function waitingCounts(db: ReadDb, today: Day): WaitingCounts {
  const counts: Partial<Record<CountedScreen, Waiting>> = {}
  const add = (screen: CountedScreen, { count, urgent }: Waiting) => {
    const before = counts[screen] ?? { count: 0, urgent: 0 }
    if (count > 0) counts[screen] = { count: before.count + count, urgent: before.urgent + urgent }
  }
  for (const found of sourcesOf(db, { today, state: 'waiting', record: null })) {
    if (found.set.rule.onlyInforms) continue
    const ofRule = countsOf(db, today, found)
    const { screen } = found.set.rule
    // One alert speaks of all clashes; the number beside their screen is theirs.
    if (screen === 'clashes') add(screen, { count: ofRule.length > 0 ? openClashes(db) : 0, urgent: 0 })
    else if (screen !== 'today') add(screen, pressing(ofRule))
    add('today', pressing(ofRule.filter(({ bucket }) => bucket === 'overdue' || bucket === 'today')))
  }
  const due = dueTasks(db, today)
  add('tasks', due)
  add('today', due)
  return counts
}

function pressing(counts: readonly AlertCount[]): Waiting {
  const of = (worst: number) =>
    counts.filter(({ severity }) => severity <= worst).reduce((sum, { count }) => sum + count, 0)
  return { count: of(severityPlace.warning), urgent: of(severityPlace.urgent) }
}

function dueTasks(db: ReadDb, today: Day): Waiting {
  const until = (day: Day) => openTasks(db, { today, until: day, limit: 1 }).total
  return { count: until(today), urgent: until(addDays(today, -1)) }
}
