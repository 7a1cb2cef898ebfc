// A task as its form holds it. Items carry a key of their own, so that they keep their place on screen.
import { parseFields } from '#renderer/lib/field-problems.ts'
import { nothingPicked, type PickedRecord, pickedRef } from '#renderer/lib/picked-record.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import { addDays, isDay } from '#shared/dates.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'
import { type RepeatUnit, type Task, type TaskInput, taskInput } from '#shared/schemas/tasks.ts'

export type ItemForm = { key: string; id?: number; text: string; isDone: boolean }

export type TaskForm = {
  title: string
  note: string
  on: PickedRecord
  dueOn: string
  personId: number | null
  repeatUnit: RepeatUnit | ''
  repeatEvery: string
  repeatUntil: string
  isMonthEnd: boolean
  items: ItemForm[]
}

export function newTaskForm({
  dueOn = '',
  record = null,
}: {
  dueOn?: string
  record?: RecordTitle | null
} = {}): TaskForm {
  const rest = { personId: null, repeatUnit: '', repeatEvery: '1', repeatUntil: '', isMonthEnd: false } as const
  return { title: '', note: '', on: pickedOf(record), dueOn, ...rest, items: [] }
}

export function taskToForm(task: Task): TaskForm {
  return {
    title: task.title,
    note: task.note,
    on: pickedOf(task.record),
    dueOn: task.dueOn ?? '',
    personId: task.personId,
    repeatUnit: task.repeat?.unit ?? '',
    repeatEvery: String(task.repeat?.every ?? 1),
    repeatUntil: task.repeat?.until ?? '',
    isMonthEnd: task.repeat?.isMonthEnd ?? false,
    items: task.checklist.map((item) => ({ ...item, key: `kept-${item.id}` })),
  }
}

/** A record of a kind that the form has no picker for (a paper, a rate) is none to it. */
function pickedOf(title: RecordTitle | null): PickedRecord {
  if (title === null) return nothingPicked
  const record = { id: title.id, name: title.code || title.name || title.nameZh }
  if (title.kind === 'order' || title.kind === 'product') return { kind: title.kind, record }
  return title.kind === 'party' ? { kind: title.role ?? 'supplier', record } : nothingPicked
}

/** What travels, or a problem's code per field. Items left empty are left out. `kept`: what the form cannot show. */
export function readTaskForm(form: TaskForm, kept: RecordTitle | null = null): FormReading<TaskInput> {
  const { title, note, on, personId } = form
  if (on.kind !== 'none' && on.record === null) return { ok: false, problems: { on: 'required' } }
  const isKept = on.kind === 'none' && kept !== null && pickedOf(kept).kind === 'none'
  const reading = parseFields(taskInput, {
    title,
    note,
    record: isKept ? { kind: kept.kind, id: kept.id } : pickedRef(on),
    dueOn: dayOrNull(form.dueOn),
    personId,
    repeat:
      form.repeatUnit === ''
        ? null
        : {
            unit: form.repeatUnit,
            every: Number(form.repeatEvery),
            until: dayOrNull(form.repeatUntil),
            isMonthEnd: form.isMonthEnd,
          },
    items: form.items.filter((item) => item.text.trim() !== '').map(({ key: _key, ...item }) => item),
  })
  return reading.ok ? reading : { ok: false, problems: inForm(reading.problems) }
}

function dayOrNull(text: string): string | null {
  const day = typedDay(text)
  return day === '' ? null : day
}

const names: Readonly<Record<string, string>> = { 'repeat.every': 'repeatEvery', 'repeat.until': 'repeatUntil' }

/** Problems by the fields of the form. */
function inForm(problems: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([path, code]) => [names[path] ?? path, code]))
}

/** Whether a series could mean the day of the month or the month's end: only begun on the last day of a short month. */
export function mayMeanMonthEnd({ dueOn, repeatUnit }: Pick<TaskForm, 'dueOn' | 'repeatUnit'>): boolean {
  const day = typedDay(dueOn)
  if (repeatUnit !== 'month' || !isDay(day)) return false
  return day.slice(8) !== '31' && addDays(day, 1).slice(8) === '01'
}
