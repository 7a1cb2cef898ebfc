import { expect, test } from 'vitest'
import { mayMeanMonthEnd, newTaskForm, readTaskForm, taskToForm } from '#renderer/features/tasks/task-form-values.ts'
import { asDay } from '#shared/dates.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'
import type { Task } from '#shared/schemas/tasks.ts'

const order: RecordTitle = {
  kind: 'order',
  id: 7,
  code: 'SO-1',
  name: 'Ana',
  nameZh: '',
  archived: false,
  deleted: false,
  role: null,
}

const task: Task = {
  id: 1,
  title: 'Pack',
  note: 'Twice',
  status: 'open',
  dueOn: asDay('2026-11-30'),
  doneOn: null,
  personId: 5,
  personName: 'Mei',
  personNameZh: '',
  record: order,
  repeat: { unit: 'month', every: 2, until: asDay('2027-11-30'), isMonthEnd: false },
  items: 1,
  itemsDone: 0,
  archived: false,
  checklist: [{ id: 9, text: 'Count', isDone: false }],
  nextOn: null,
}

test('what a task holds comes back from its form unchanged', () => {
  expect(readTaskForm(taskToForm(task), order)).toEqual({
    ok: true,
    value: {
      title: 'Pack',
      note: 'Twice',
      record: { kind: 'order', id: 7 },
      dueOn: '2026-11-30',
      personId: 5,
      repeat: { unit: 'month', every: 2, until: '2027-11-30', isMonthEnd: false },
      items: [{ id: 9, text: 'Count', isDone: false }],
    },
  })
})

test('a record that the form cannot choose stays; one that it can is taken away', () => {
  const paper = { ...order, kind: 'paper' as const }
  const onPaper = readTaskForm(taskToForm({ ...task, record: paper }), paper)
  expect(onPaper).toMatchObject({ ok: true, value: { record: { kind: 'paper', id: 7 } } })
  const taken = readTaskForm({ ...taskToForm(task), on: { kind: 'none', record: null } }, order)
  expect(taken).toMatchObject({ ok: true, value: { record: null } })
})

test('problems stand at the fields of the form', () => {
  const form = { ...newTaskForm(), on: { kind: 'order' as const, record: null } }
  expect(readTaskForm(form)).toEqual({ ok: false, problems: { on: 'required' } })
  const repeating = { ...newTaskForm({ dueOn: '2026-11-30' }), title: 'x', repeatUnit: 'week' as const }
  expect(readTaskForm({ ...repeating, repeatEvery: 'often' })).toMatchObject({
    ok: false,
    problems: { repeatEvery: 'invalid_type' },
  })
  expect(readTaskForm({ ...repeating, repeatUntil: '2026-11-01' })).toEqual({
    ok: false,
    problems: { repeatUntil: 'day_order' },
  })
  expect(readTaskForm({ ...repeating, dueOn: '' })).toEqual({ ok: false, problems: { dueOn: 'required' } })
  expect(readTaskForm({ ...repeating, dueOn: '31.11.2026' })).toMatchObject({ problems: { dueOn: 'day' } })
})

test('items left empty are left out', () => {
  const items = [
    { key: 'a', text: ' ', isDone: false },
    { key: 'b', text: 'Real', isDone: false },
  ]
  expect(readTaskForm({ ...newTaskForm(), title: 'x', items })).toMatchObject({
    value: { items: [{ text: 'Real', isDone: false }] },
  })
})

test('only the last day of a short month leaves open what a series by months means', () => {
  const asks = (dueOn: string, repeatUnit: 'month' | 'week' = 'month') => mayMeanMonthEnd({ dueOn, repeatUnit })
  expect([asks('2026-11-30'), asks('2028-02-29'), asks('2026/2/28')]).toEqual([true, true, true])
  expect([asks('2026-12-31'), asks('2026-11-29'), asks('2026-11-30', 'week'), asks('')]).toEqual([
    false,
    false,
    false,
    false,
  ])
})
