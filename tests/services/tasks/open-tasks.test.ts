import { expect, test } from 'vitest'
import { addPerson } from '#main/services/people/people-commands.ts'
import { openTasks } from '#main/services/tasks/task-queries.ts'
import { openTasksInput } from '#shared/schemas/tasks.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeOrder } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const asked = (input: Partial<Parameters<typeof openTasksInput.parse>[0] & object> = {}) =>
  openTasksInput.parse({ today: '2026-03-10', ...input })

test('an empty book has nothing to do', () => {
  expect(testBook().read((db) => openTasks(db, asked()))).toEqual({ rows: [], total: 0 })
})

test('open tasks, the longest overdue first, those without a day last; of one person, or by a day', () => {
  const book = testBook()
  const { mei } = book.write((tx) => {
    const mei = addPerson(tx, { name: 'Mei' })
    const order = makeOrder(tx, { number: 'SO-1' })
    const add = (title: string, values: Record<string, string | number | null> = {}) =>
      tx.insert('tasks', { title, ...values })
    add('no day')
    add('later', { due_on: '2026-03-12', person_id: mei })
    const late = add('late', { due_on: '2026-03-01', record_kind: 'order', record_id: order })
    add('today', { due_on: '2026-03-10' })
    add('done', { due_on: '2026-03-01', status: 'done', done_on: '2026-03-01' })
    add('deleted', { due_on: '2026-03-01', deleted: 1 })
    add('archived', { due_on: '2026-03-01', archived: 1 })
    tx.insert('task_items', { task_id: late, position: 1, text: 'a', is_done: 1 })
    tx.insert('task_items', { task_id: late, position: 2, text: 'b' })
    tx.insert('task_items', { task_id: late, position: 3, text: 'gone', is_done: 1, deleted: 1 })
    return { mei }
  })
  const all = book.read((db) => openTasks(db, asked()))
  expect(all.rows.map((row) => [row.title, row.isOverdue])).toEqual([
    ['late', true],
    ['today', false],
    ['later', false],
    ['no day', false],
  ])
  expect(all.total).toBe(4)
  expect(all.rows[0]).toMatchObject({ record: { kind: 'order', code: 'SO-1' }, items: 2, itemsDone: 1, personName: '' })
  const until = book.read((db) => openTasks(db, asked({ until: '2026-03-10', limit: 1 })))
  expect([until.rows.map((row) => row.title), until.total]).toEqual([['late'], 2])
  const own = book.read((db) => openTasks(db, asked({ personId: mei })))
  expect(own.rows.map((row) => [row.title, row.personName])).toEqual([['later', 'Mei']])
})

test('reads the index of open tasks by day', () => {
  const book = testBook()
  expect(slowSteps(queryPlans(book, (db) => openTasks(db, asked({ until: '2026-03-31' }))))).toEqual([])
  expect(slowSteps(queryPlans(book, (db) => openTasks(db, asked())))).toEqual([])
})
