import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { finishTasks, reopenTasks } from '#main/services/tasks/finish-tasks.ts'
import {
  addTask,
  assignTasks,
  cancelTasks,
  editTask,
  postponeTasks,
  removeTasks,
  setTasksArchived,
} from '#main/services/tasks/task-commands.ts'
import { tickItem } from '#main/services/tasks/task-items.ts'
import { getTask, tasksOf } from '#main/services/tasks/task-queries.ts'
import { asDay } from '#shared/dates.ts'
import { type TaskDraft, taskInput } from '#shared/schemas/tasks.ts'
import { makeOrder } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** The day that tests live on. */
const today = asDay('2026-11-22')

const add = (book: TestBook, draft: TaskDraft) => book.write((tx) => addTask(tx, taskInput.parse(draft)))
const one = (book: TestBook, id: number) => book.read((db) => getTask(db, id, today))
const done = (book: TestBook, ...ids: number[]) => book.write((tx) => finishTasks(tx, ids))
const open = (book: TestBook) =>
  book.read((db) => db.raw("SELECT title, due_on FROM live_tasks WHERE status = 'open' ORDER BY id"))

test('a task on a record, with a person and a checklist', () => {
  const book = testBook()
  const { mei, order } = book.write((tx) => ({
    mei: tx.insert('people', { name: 'Mei', name_zh: '梅' }),
    order: makeOrder(tx, { number: 'SO-1' }),
  }))
  const id = add(book, {
    title: ' Book the vessel ',
    record: { kind: 'order', id: order },
    dueOn: '2026-11-30',
    personId: mei,
    items: [{ text: 'Ask for a rate' }, { text: 'Send the booking', isDone: true }],
  })
  const task = one(book, id)
  expect(task).toMatchObject({
    title: 'Book the vessel',
    status: 'open',
    dueOn: '2026-11-30',
    personName: 'Mei',
    personNameZh: '梅',
    record: { kind: 'order', code: 'SO-1' },
    items: 2,
    itemsDone: 1,
    repeat: null,
    nextOn: null,
  })
  const [first, second] = task.checklist
  if (!first || !second) throw new Error('two items were added')
  const draft = { title: 'Book it', record: { kind: 'order', id: order }, items: [second, { text: 'New' }] } as const
  book.write((tx) => editTask(tx, id, taskInput.parse(draft)))
  expect(one(book, id)).toMatchObject({
    title: 'Book it',
    dueOn: null,
    personId: null,
    checklist: [
      { id: second.id, text: 'Send the booking', isDone: true },
      { text: 'New', isDone: false },
    ],
  })
  expect(book.write((tx) => tickItem(tx, second.id, false))).toBe(id)
  expect(one(book, id).itemsDone).toBe(0)
  expect(book.read((db) => tasksOf(db, { kind: 'order', id: order })).map((row) => row.id)).toEqual([id])
  expect(book.read(checkBook).problems).toEqual([])
})

test('what is not there cannot be named; what has gone since may stay', () => {
  const book = testBook()
  const order = book.write((tx) => makeOrder(tx))
  const record = { kind: 'order', id: order } as const
  expect(() => add(book, { title: 'x', record: { kind: 'order', id: 99 } })).toThrow('records/not-found')
  expect(() => add(book, { title: 'x', personId: 99 })).toThrow('people/not-found')
  const id = add(book, { title: 'x', record })
  book.write((tx) => tx.update('sales_orders', order, { deleted: 1 }))
  book.write((tx) => editTask(tx, id, taskInput.parse({ title: 'y', record })))
  expect(one(book, id)).toMatchObject({ title: 'y', record: { deleted: true } })
  expect(refusal(() => book.write((tx) => tickItem(tx, 99, true)))).toMatchObject({
    code: 'tasks/item-not-found',
    details: { field: 'id' },
  })
  const foreign = taskInput.parse({ title: 'x', items: [{ text: 'own' }, { id: 9, text: 'x' }] })
  expect(refusal(() => book.write((tx) => editTask(tx, id, foreign)))).toMatchObject({
    code: 'tasks/item-not-found',
    details: { field: 'items.1' },
  })
})

test('a schema that repeats needs a day, and ends after it begins', () => {
  const problems = (draft: TaskDraft) =>
    taskInput.safeParse(draft).error?.issues.map((issue) => [issue.path.join('.'), issue.message])
  expect(problems({ title: 'x', repeat: { unit: 'week', every: 1 } })).toEqual([['dueOn', 'required']])
  const repeat = { unit: 'week', every: 1, until: '2026-01-01' } as const
  expect(problems({ title: 'x', dueOn: '2026-02-01', repeat })).toEqual([['repeat.until', 'day_order']])
})

test('done is done today, once; opened again it is as before', () => {
  const book = testBook()
  const id = add(book, { title: 'Once', dueOn: '2026-11-30' })
  expect(done(book, id)).toEqual([])
  expect(one(book, id)).toMatchObject({ status: 'done', doneOn: '2026-11-22' })
  expect(done(book, id)).toEqual([])
  book.write((tx) => reopenTasks(tx, [id]))
  expect(one(book, id)).toMatchObject({ status: 'open', doneOn: null, dueOn: '2026-11-30' })
})

test('a repeating one is followed by the next, its checklist unticked', () => {
  const book = testBook()
  const id = add(book, {
    title: 'Close the month',
    dueOn: '2026-10-31',
    note: 'All of it',
    repeat: { unit: 'month', every: 1 },
    items: [{ text: 'Rates', isDone: true }, { text: 'Refund' }],
  })
  expect(one(book, id).nextOn).toBe('2026-11-30')
  const [next] = done(book, id)
  if (!next) throw new Error('nothing followed')
  expect(next.dueOn).toBe('2026-11-30')
  expect(one(book, next.id)).toMatchObject({
    title: 'Close the month',
    note: 'All of it',
    dueOn: '2026-11-30',
    nextOn: '2026-12-31',
    checklist: [
      { text: 'Rates', isDone: false },
      { text: 'Refund', isDone: false },
    ],
  })
  // Done eight days early, the next is December's, on the series' own day.
  expect(done(book, next.id).map((one) => one.dueOn)).toEqual(['2026-12-31'])
})

test('put off, a task comes back on the days of its series all the same', () => {
  const book = testBook()
  const id = add(book, { title: 'Month', dueOn: '2026-10-31', repeat: { unit: 'month', every: 1 } })
  book.write((tx) => postponeTasks(tx, [id], asDay('2026-11-25')))
  expect(done(book, id).map((one) => one.dueOn)).toEqual(['2026-11-30'])
  expect(refusal(() => book.write((tx) => postponeTasks(tx, [id], null)))).toEqual({
    code: 'tasks/series-needs-day',
    details: { title: 'Month' },
  })
})

test('another day in the form begins the series anew; the same day does not', () => {
  const book = testBook()
  const draft: TaskDraft = { title: 'Month', dueOn: '2026-10-31', repeat: { unit: 'month', every: 1 } }
  const id = add(book, draft)
  book.write((tx) => postponeTasks(tx, [id], asDay('2026-11-02')))
  book.write((tx) => editTask(tx, id, taskInput.parse({ ...draft, title: 'Renamed', dueOn: '2026-11-02' })))
  expect(one(book, id).nextOn).toBe('2026-11-30')
  book.write((tx) => editTask(tx, id, taskInput.parse({ ...draft, dueOn: '2026-11-05' })))
  expect(one(book, id).nextOn).toBe('2026-12-05')
})

test('a month is closed on its last day, whichever that is', () => {
  const book = testBook()
  const repeat = { unit: 'month', every: 1, isMonthEnd: true } as const
  const id = add(book, { title: 'Close', dueOn: '2026-11-30', repeat })
  expect(one(book, id)).toMatchObject({ repeat: { isMonthEnd: true }, nextOn: '2026-12-31' })
  book.write((tx) => editTask(tx, id, taskInput.parse({ title: 'Close it', dueOn: '2026-11-30', repeat })))
  expect(one(book, id).nextOn).toBe('2026-12-31')
  const other = { ...repeat, isMonthEnd: false }
  book.write((tx) => editTask(tx, id, taskInput.parse({ title: 'Close it', dueOn: '2026-11-30', repeat: other })))
  expect(one(book, id)).toMatchObject({ repeat: { isMonthEnd: false }, nextOn: '2026-12-30' })
})

test('opened again, an untouched follower is taken back; a touched one stays and is not made twice', () => {
  const book = testBook()
  const id = add(book, {
    title: 'Week',
    dueOn: '2026-11-23',
    repeat: { unit: 'week', every: 1 },
    items: [{ text: 'a' }],
  })
  done(book, id)
  book.write((tx) => reopenTasks(tx, [id]))
  expect(open(book)).toEqual([['Week', '2026-11-23']])
  const [second] = done(book, id)
  if (!second) throw new Error('nothing followed')
  const item = one(book, second.id).checklist[0]
  book.write((tx) => tickItem(tx, item?.id ?? 0, true))
  book.write((tx) => reopenTasks(tx, [id]))
  expect(done(book, id)).toEqual([])
  expect(open(book)).toEqual([['Week', '2026-11-30']])
})

test('a follower on which another task hangs is touched', () => {
  const book = testBook()
  const id = add(book, { title: 'Week', dueOn: '2026-11-23', repeat: { unit: 'week', every: 1 } })
  const [second] = done(book, id)
  if (!second) throw new Error('nothing followed')
  add(book, { title: 'Ask first', record: { kind: 'task', id: second.id } })
  book.write((tx) => reopenTasks(tx, [id]))
  expect(open(book)).toEqual([
    ['Week', '2026-11-23'],
    ['Week', '2026-11-30'],
    ['Ask first', null],
  ])
})

test('a series ends by its last day, or when one is cancelled', () => {
  const book = testBook()
  const id = add(book, { title: 'Last', dueOn: '2026-11-20', repeat: { unit: 'week', every: 1, until: '2026-11-26' } })
  expect(done(book, id)).toEqual([])
  const other = add(book, { title: 'Gone', dueOn: '2026-11-20', repeat: { unit: 'day', every: 1 } })
  book.write((tx) => cancelTasks(tx, [other]))
  expect(one(book, other)).toMatchObject({ status: 'cancelled', doneOn: null })
  // Done after all, it is done; the series is over all the same.
  expect(done(book, other)).toEqual([])
  expect(one(book, other)).toMatchObject({ status: 'done', doneOn: '2026-11-22' })
  expect(open(book)).toEqual([])
})

test('working days are those of the book, its holidays included', () => {
  const book = testBook()
  book.write((tx) => tx.insert('special_days', { day_on: '2026-11-24', is_working: 0, name: 'Holiday' }))
  const id = add(book, { title: 'Mail', dueOn: '2026-11-22', repeat: { unit: 'working_day', every: 2 } })
  expect(done(book, id).map((one) => one.dueOn)).toEqual(['2026-11-25'])
})

test('many at once: all or none', () => {
  const book = testBook()
  const mei = book.write((tx) => tx.insert('people', { name: 'Mei' }))
  const ids = ['a', 'b'].map((title) => add(book, { title }))
  book.write((tx) => {
    postponeTasks(tx, ids, asDay('2026-12-01'))
    assignTasks(tx, ids, mei)
    setTasksArchived(tx, ids, true)
  })
  for (const id of ids) expect(one(book, id)).toMatchObject({ dueOn: '2026-12-01', personName: 'Mei', archived: true })
  expect(() => book.write((tx) => removeTasks(tx, [...ids, 99]))).toThrow('tasks/not-found')
  book.write((tx) => removeTasks(tx, ids))
  expect(() => one(book, ids[0] ?? 0)).toThrow('tasks/not-found')
  expect(() => done(book, ids[0] ?? 0)).toThrow('tasks/not-found')
})
