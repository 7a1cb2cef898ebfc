import { expect, test } from 'vitest'
import { sectionsByDay, sectionsByKind } from '#renderer/features/today/home-sections.ts'
import { asDay, type Day } from '#shared/dates.ts'
import type { Alert, AlertGroup, AlertRuleId, AlertSeverity } from '#shared/schemas/alerts.ts'
import type { OpenTask } from '#shared/schemas/tasks.ts'

/** A Tuesday. */
const today = asDay('2026-03-10')

function alert(rule: AlertRuleId, dayOn: Day | null, severity: AlertSeverity, detail: string): Alert {
  const step = { action: 'prepare', place: 'page' } as const
  return { rule, severity, record: null, detail, cause: 'x', dayOn, facts: {}, step, mark: null }
}

function task(id: number, dueOn: Day | null): OpenTask {
  const isOverdue = dueOn !== null && dueOn < today
  return {
    id,
    title: `T${id}`,
    dueOn,
    isOverdue,
    personId: null,
    personName: '',
    personNameZh: '',
    record: null,
    items: 0,
    itemsDone: 0,
  }
}

const late: AlertGroup = {
  rule: 'orders/late',
  severity: 'urgent',
  count: 7,
  buckets: { overdue: 7 },
  rows: [
    alert('orders/late', asDay('2026-03-01'), 'urgent', 'a'),
    alert('orders/late', asDay('2026-03-05'), 'urgent', 'b'),
  ],
}
const soon: AlertGroup = {
  rule: 'orders/due-soon',
  severity: 'warning',
  count: 2,
  buckets: { today: 1, thisWeek: 1 },
  rows: [
    alert('orders/due-soon', today, 'warning', 'c'),
    alert('orders/due-soon', asDay('2026-03-15'), 'warning', 'd'),
  ],
}
const costs: AlertGroup = {
  rule: 'products/no-cost',
  severity: 'info',
  count: 1,
  buckets: { noDay: 1 },
  rows: [alert('products/no-cost', null, 'info', 'e')],
}

const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key.split(' ').at(-1))

test('by day: the most pressing first, tasks among alerts, and what is left out said by kind', () => {
  const tasks = [
    task(1, asDay('2026-03-03')),
    task(2, asDay('2026-03-11')),
    task(3, asDay('2026-04-01')),
    task(4, null),
  ]
  const sections = sectionsByDay({ groups: [late, soon, costs], tasks, taskCount: 4 }, today)
  expect(sections.map(({ bucket, count, items, rests }) => [bucket, count, keys(items), rests])).toEqual([
    ['overdue', 8, ['a', '1', 'b'], [{ rule: 'orders/late', count: 5 }]],
    ['today', 1, ['c'], []],
    ['tomorrow', 1, ['2'], []],
    ['thisWeek', 1, ['d'], []],
    ['later', 1, ['3'], []],
    ['noDay', 2, ['4', 'e'], []],
  ])
})

test('by kind: tasks first, then the rules in their order', () => {
  const sections = sectionsByKind({ groups: [late, costs], tasks: [task(1, null)], taskCount: 30 })
  expect(sections.map(({ rule, count, items }) => [rule, count, keys(items)])).toEqual([
    ['tasks', 30, ['1']],
    ['orders/late', 7, ['a', 'b']],
    ['products/no-cost', 1, ['e']],
  ])
})

test('many tasks of one day are shown in part, and said how many more there are', () => {
  const tasks = Array.from({ length: 14 }, (_, id) => task(id, today))
  const [section] = sectionsByDay({ groups: [], tasks, taskCount: 14 }, today)
  expect([section?.count, section?.items.length, section?.rests]).toEqual([14, 10, [{ rule: 'tasks', count: 4 }]])
})

test('nothing waits: no section', () => {
  const nothing = { groups: [], tasks: [], taskCount: 0 }
  expect([sectionsByDay(nothing, today), sectionsByKind(nothing)]).toEqual([[], []])
})
