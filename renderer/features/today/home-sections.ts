// What Home shows, put in order: the same alerts and tasks by day or by kind.
import { type Day, daysBetween } from '#shared/dates.ts'
import { bucketOf, type DayBucket, dayBuckets } from '#shared/day-buckets.ts'
import { type Alert, type AlertGroup, type AlertRuleId, alertSeverities } from '#shared/schemas/alerts.ts'
import type { OpenTask } from '#shared/schemas/tasks.ts'

export type HomeItem = { type: 'alert'; key: string; alert: Alert } | { type: 'task'; key: string; task: OpenTask }

/** What a section leaves out: alerts of a rule, or tasks. */
export type Rest = { rule: AlertRuleId | 'tasks'; count: number }

export type DaySection = { bucket: DayBucket; count: number; items: HomeItem[]; rests: Rest[] }
export type KindSection = { rule: AlertRuleId | 'tasks'; count: number; items: HomeItem[] }

/** Tasks in one section; the screen of tasks has all. */
const shownTasks = 10
/** Rows of one rule where a section has it alone. */
const shownAlerts = 5

type Waiting = { groups: readonly AlertGroup[]; tasks: readonly OpenTask[]; taskCount: number }

/** By day, the most pressing of a day first. Sections where nothing waits are left out. */
export function sectionsByDay({ groups, tasks }: Waiting, today: Day): DaySection[] {
  const alertsIn = Map.groupBy(
    groups.flatMap(({ rows }) => rows),
    (alert) => bucketOf(alert.dayOn, today),
  )
  const tasksIn = Map.groupBy(tasks, (task) => bucketOf(task.dueOn, today))
  return dayBuckets.flatMap((bucket) => {
    const [alerts, ofTasks] = [alertsIn.get(bucket) ?? [], tasksIn.get(bucket) ?? []]
    const count = ofTasks.length + groups.reduce((sum, { buckets }) => sum + (buckets[bucket] ?? 0), 0)
    if (count === 0) return []
    const items = [...ofTasks.slice(0, shownTasks).map(taskItem), ...alerts.map(alertItem)].sort(byPressure)
    return [{ bucket, count, items, rests: [...restsOf(groups, alerts, bucket), ...restOfTasks(ofTasks.length)] }]
  })
}

/** By kind, tasks first, then the rules in their order. */
export function sectionsByKind({ groups, tasks, taskCount }: Waiting): KindSection[] {
  const ofTasks: KindSection = { rule: 'tasks', count: taskCount, items: tasks.slice(0, shownTasks).map(taskItem) }
  const ofRules = groups.map(({ rule, count, rows }) => ({
    rule,
    count,
    items: rows.slice(0, shownAlerts).map(alertItem),
  }))
  return [...(taskCount > 0 ? [ofTasks] : []), ...ofRules]
}

function alertItem(alert: Alert): HomeItem {
  const { rule, record, detail } = alert
  return { type: 'alert', key: `${rule} ${record?.kind ?? ''} ${record?.id ?? ''} ${detail}`, alert }
}

function taskItem(task: OpenTask): HomeItem {
  return { type: 'task', key: `task ${task.id}`, task }
}

function restsOf(groups: readonly AlertGroup[], shown: readonly Alert[], bucket: DayBucket): Rest[] {
  return groups.flatMap(({ rule, buckets }) => {
    const count = (buckets[bucket] ?? 0) - shown.filter((alert) => alert.rule === rule).length
    return count > 0 ? [{ rule, count }] : []
  })
}

function restOfTasks(count: number): Rest[] {
  return count > shownTasks ? [{ rule: 'tasks', count: count - shownTasks }] : []
}

/** Urgent alerts and overdue tasks, then tasks and warnings by day, then what is only to know. */
function byPressure(one: HomeItem, other: HomeItem): number {
  return pressure(one) - pressure(other) || daysApart(one, other)
}

function pressure(item: HomeItem): number {
  if (item.type === 'task') return item.task.isOverdue ? 0 : 1
  return alertSeverities.indexOf(item.alert.severity)
}

function daysApart(one: HomeItem, other: HomeItem): number {
  const [first, second] = [dayOfItem(one), dayOfItem(other)]
  return first && second ? daysBetween(second, first) : 0
}

function dayOfItem(item: HomeItem): Day | null {
  return item.type === 'task' ? item.task.dueOn : item.alert.dayOn
}
