import { expect, test } from 'vitest'
import { listTasks } from '#main/services/tasks/task-list.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { makeCustomer } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

test('an empty book has an empty list', () => {
  expect(testBook().read((db) => listTasks(db, listInput.parse({})))).toEqual({ rows: [], total: 0 })
})

test('open ones by day, then those without a day, then what was done, the latest first', () => {
  const book = testBook()
  const party = book.write((tx) => {
    const mei = tx.insert('people', { name: 'Mei', name_zh: '梅' })
    const party = makeCustomer(tx, 'Ana')
    tx.insert('tasks', { title: 'no day' })
    tx.insert('tasks', { title: 'done early', status: 'done', due_on: '2026-01-01', done_on: '2026-02-01' })
    tx.insert('tasks', { title: 'done late', status: 'done', done_on: '2026-03-01' })
    tx.insert('tasks', { title: 'second', due_on: '2026-03-02', person_id: mei })
    tx.insert('tasks', { title: 'first', due_on: '2026-03-01', record_kind: 'party', record_id: party })
    tx.insert('tasks', { title: 'archived', archived: 1 })
    return party
  })
  const titles = (query: Parameters<typeof listInput.parse>[0]) =>
    book.read((db) => listTasks(db, listInput.parse(query)).rows.map((row) => row.title))
  expect(titles({})).toEqual(['first', 'second', 'no day', 'done late', 'done early'])
  expect(titles({ filters: [{ column: 'person', op: 'in', values: ['梅'] }] })).toEqual(['second'])
  expect(titles({ filters: [{ column: 'recordKind', op: 'is', values: ['party'] }] })).toEqual(['first'])
  expect(titles({ search: 'mei' })).toEqual(['second'])
  expect(titles({ archived: true })).toEqual(['archived'])
  expect(book.read((db) => listTasks(db, listInput.parse({ limit: 1 }))).rows[0]?.record).toMatchObject({ id: party })
})
