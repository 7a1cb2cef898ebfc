// Tasks as they travel: what someone has to do, on a record or on none, once or again and again.
import { z } from 'zod'
import { type Day, daysBetween } from '#shared/dates.ts'
import { dayField, idField, noteField, requiredLine } from '#shared/schemas/fields.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { type RecordTitle, recordRef, seenField } from '#shared/schemas/records.ts'

export const taskStatuses = ['open', 'done', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const repeatUnits = ['day', 'working_day', 'week', 'month', 'year'] as const
export type RepeatUnit = (typeof repeatUnits)[number]

/** A new task follows each one that is done, `every` units after its day, until the last day (none: for ever). */
const repeatField = z.object({
  unit: z.enum(repeatUnits),
  every: z.number().int().min(1).max(1000),
  until: dayField.nullable().default(null),
  /** By months, and begun on the last day of one: always the last day. */
  isMonthEnd: z.boolean().default(false),
})
export type Repeat = z.output<typeof repeatField>

const itemField = z.object({
  /** Of an item that the task has already. */
  id: idField.optional(),
  text: requiredLine(500),
  isDone: z.boolean().default(false),
})

export const taskInput = z
  .object({
    title: requiredLine(300),
    note: noteField,
    record: recordRef.nullable().default(null),
    dueOn: dayField.nullable().default(null),
    personId: idField.nullable().default(null),
    repeat: repeatField.nullable().default(null),
    items: z.array(itemField).max(200).default([]),
  })
  .refine((task) => task.repeat === null || task.dueOn !== null, { message: 'required', path: ['dueOn'] })
  .refine(({ dueOn, repeat }) => !dueOn || !repeat?.until || daysBetween(dueOn, repeat.until) >= 0, {
    message: 'day_order',
    path: ['repeat', 'until'],
  })

export type TaskInput = z.output<typeof taskInput>
export type TaskDraft = z.input<typeof taskInput>

export const taskEditInput = z.object({ id: idField, seen: seenField, task: taskInput })

/** What becomes of some tasks at once. */
export const postponeInput = z.object({ target: recordTarget, dueOn: dayField.nullable() })
export const assignInput = z.object({ target: recordTarget, personId: idField.nullable() })
export const tickItemInput = z.object({ id: idField, isDone: z.boolean() })

export type TaskItem = { id: number; text: string; isDone: boolean }

/** A task as a row of lists and panels. */
export type TaskRow = {
  id: number
  title: string
  note: string
  status: TaskStatus
  dueOn: Day | null
  doneOn: Day | null
  personId: number | null
  personName: string
  personNameZh: string
  record: RecordTitle | null
  repeat: Repeat | null
  items: number
  itemsDone: number
}

/** A task with all that belongs to it. */
export type Task = TaskRow & {
  archived: boolean
  checklist: TaskItem[]
  /** When it repeats: the day of the one that would follow if it were done today; null when none would. */
  nextOn: Day | null
}

export const taskGetInput = z.object({ id: idField, today: dayField })

export const openTasksInput = z.object({
  today: dayField,
  /** Only what is due by this day; null: all, those without a day last. */
  until: dayField.nullable().default(null),
  /** Only those of this person. */
  personId: idField.optional(),
  limit: z.number().int().min(1).max(1000).default(200),
})
export type OpenTasksInput = z.output<typeof openTasksInput>

/** What waits to be done, as Home shows it. */
export type OpenTask = Omit<TaskRow, 'note' | 'status' | 'doneOn' | 'repeat'> & { isOverdue: boolean }
