import { expect, test } from 'vitest'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { attach, pdf } from '../attachments/record-files.ts'

const range = (book: TestBook, rest: Partial<Parameters<typeof calendarInput.parse>[0] & object> = {}) =>
  book.read((db) => calendarRange(db, calendarInput.parse({ from: '2026-03-01', to: '2026-03-31', ...rest })))

test('an empty book has its days all the same, those that are not worked marked', () => {
  const book = testBook()
  book.write((tx) => {
    tx.insert('special_days', { day_on: '2026-03-03', name: 'Fair' })
    tx.insert('special_days', { day_on: '2026-03-07', is_working: 1, name: 'Worked for it' })
    tx.insert('special_days', { day_on: '2026-03-04', name: 'Gone', deleted: 1 })
  })
  const { days, entries } = range(book)
  expect(entries).toEqual([])
  expect(days).toHaveLength(31)
  // The first of March 2026 is a Sunday.
  expect(days.slice(0, 8).map(({ isWorking, name }) => [isWorking, name])).toEqual([
    [false, ''],
    [true, ''],
    [false, 'Fair'],
    [true, ''],
    [true, ''],
    [true, ''],
    [true, 'Worked for it'],
    [false, ''],
  ])
})

test('everything with a day is there, with what it concerns and what opens', () => {
  const book = testBook()
  const ids = book.write((tx) => {
    const customerId = makeCustomer(tx, 'Ana')
    const order = makeOrder(tx, { number: 'SO-1', customerId, requiredOn: '2026-03-10' })
    makeOrder(tx, { number: 'SO-2', customerId, requiredOn: '2026-03-11', shippedOn: '2026-03-09', status: 'shipped' })
    makeOrder(tx, { number: 'SO-3', requiredOn: '2026-03-10', status: 'cancelled' })
    makeOrder(tx, { number: 'SO-4', requiredOn: '2026-04-01' })
    const task = addTask(
      tx,
      taskInput.parse({ title: 'Pack', dueOn: '2026-03-10', record: { kind: 'order', id: order } }),
    )
    const done = addTask(tx, taskInput.parse({ title: 'Done', dueOn: '2026-03-01' }))
    tx.update('tasks', done, { status: 'done', done_on: '2026-03-02' })
    const gone = addTask(tx, taskInput.parse({ title: 'Gone', dueOn: '2026-03-10' }))
    tx.update('tasks', gone, { status: 'cancelled' })
    addTask(tx, taskInput.parse({ title: 'No day' }))
    tx.run(
      "INSERT INTO attachments (id, hash, media_type, size, content) VALUES (?, 'h', 'application/pdf', 1, x'00')",
      tx.nextId(),
    )
    return { order, task, customerId }
  })
  const attachment = book.read((db) => db.get<{ id: number }>('SELECT id FROM attachments'))?.id ?? 0
  book.write((tx) =>
    tx.insert('record_attachments', {
      record_kind: 'party',
      record_id: ids.customerId,
      attachment_id: attachment,
      name: 'licence.pdf',
      expires_on: '2026-03-31',
    }),
  )
  const { entries, days } = range(book)
  expect(
    entries.map(({ on, kind, title, detail, state, record }) => [on, kind, title, detail, state, record?.kind]),
  ).toEqual([
    ['2026-03-01', 'task', 'Done', '', 'done', 'task'],
    ['2026-03-10', 'task', 'Pack', 'SO-1', 'open', 'task'],
    ['2026-03-10', 'orderDue', 'SO-1', 'Ana', 'open', 'order'],
    ['2026-03-11', 'orderDue', 'SO-2', 'Ana', 'done', 'order'],
    ['2026-03-09', 'orderShipped', 'SO-2', 'Ana', 'done', 'order'],
    ['2026-03-31', 'fileExpiry', 'licence.pdf', 'Ana', 'open', 'party'],
  ])
  expect(days.filter((day) => day.total > 0).map((day) => [day.on.slice(8), day.total])).toEqual([
    ['01', 1],
    ['09', 1],
    ['10', 2],
    ['11', 1],
    ['31', 1],
  ])
  expect(range(book, { kinds: ['task'] }).entries.map((entry) => entry.title)).toEqual(['Done', 'Pack'])
})

test('files of records that were deleted or put away are neither shown nor counted', () => {
  const book = testBook()
  const [kept, gone, away] = book.write((tx) => ['Ana', 'Bo', 'Cy'].map((name) => makeCustomer(tx, name)))
  for (const id of [kept, gone, away]) attach(book, { kind: 'party', id: id ?? 0 }, `${id}.pdf`, pdf)
  book.write((tx) => {
    for (const { id } of tx.all<{ id: number }>('SELECT id FROM record_attachments'))
      tx.update('record_attachments', id, { expires_on: '2026-03-31' })
    tx.update('parties', gone ?? 0, { deleted: 1 })
    tx.update('parties', away ?? 0, { archived: 1 })
  })
  const { entries, days } = range(book)
  expect(entries.map(({ record }) => record?.id)).toEqual([kept])
  expect(days.at(-1)?.total).toBe(1)
})

test('a full day shows its first entries and says how many there are', () => {
  const book = testBook()
  book.write((tx) => {
    for (let at = 0; at < 9; at += 1) addTask(tx, taskInput.parse({ title: `T${at}`, dueOn: '2026-03-10' }))
  })
  const { entries, days } = range(book, { perDay: 3 })
  expect(entries.map((entry) => entry.title)).toEqual(['T0', 'T1', 'T2'])
  expect(days[9]).toMatchObject({ on: '2026-03-10', total: 9 })
})

test('a span that is too long, or ends before it begins, is refused', () => {
  expect(calendarInput.safeParse({ from: '2026-01-01', to: '2026-12-31' }).success).toBe(false)
  expect(calendarInput.safeParse({ from: '2026-01-02', to: '2026-01-01' }).success).toBe(false)
})

test('every source reads its index by day', () => {
  const book = testBook()
  const steps = queryPlans(book, (db) =>
    calendarRange(db, calendarInput.parse({ from: '2026-03-01', to: '2026-03-31' })),
  )
  const indexes = ['tasks_list_by_day', 'sales_orders_by_required', 'sales_orders_by_shipped', 'papers_list_by_day']
  for (const index of [...indexes, 'record_attachments_by_expiry'])
    expect(steps.filter((step) => step.startsWith(`SEARCH r USING`) && step.includes(index))).not.toEqual([])
  // Beside those: the few special days, and the rows that the window functions hand on.
  const big = /^SCAN (r|tasks|sales_orders|papers|record_attachments)\b|\(deleted=\? AND archived=\?\)$|\(deleted=\?\)$/
  // Of shipments under way there are few.
  const few = /shipments_board_open\b/
  expect(steps.filter((step) => big.test(step) && !few.test(step))).toEqual([])
})
