// The columns of the list of tasks.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import type { english } from '#shared/i18n/english.ts'
import type { Person } from '#shared/schemas/people.ts'
import { recordKinds } from '#shared/schemas/records.ts'
import { repeatUnits, type TaskRow, taskStatuses } from '#shared/schemas/tasks.ts'
import { TaskDue } from './task-due.tsx'
import { TaskStatusBadge } from './task-status.tsx'
import { TaskTick } from './task-tick.tsx'
import { personOf, repeatWords } from './task-words.ts'
import classes from './tasks.module.css'

export function useTaskColumns(): readonly GridColumn<TaskRow>[] {
  const text = useText()
  const { data: people } = useQuery(trpc.people.list.queryOptions())
  const { language } = text
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and `format` change with the language only
  return useMemo(() => taskColumns(text, people ?? []), [language, people])
}

type Text = ReturnType<typeof useText>

function taskColumns(text: Text, people: readonly Person[]): GridColumn<TaskRow>[] {
  const { t } = text
  const name = (key: keyof typeof english.tasks.fields) => t(`tasks.fields.${key}`)
  return [
    {
      key: 'title',
      label: name('title'),
      kind: 'text',
      text: (row) => row.title,
      render: (row) => (
        <span className={classes.titleCell} data-done={row.status !== 'open' || undefined}>
          <TaskTick task={row} isSkipped />
          <span className={classes.titleText}>{row.title}</span>
        </span>
      ),
      width: 300,
      grows: true,
    },
    dayColumn('dueOn', name('dueOn'), { width: 188, render: (row) => <TaskDue task={row} />, isQuick: true }),
    personColumn(text, name('person'), people),
    recordColumn(text, name('record')),
    {
      key: 'itemsDone',
      label: name('checklist'),
      kind: 'number',
      text: (row) => (row.items === 0 ? '' : `${row.itemsDone}/${row.items}`),
      width: 92,
    },
    {
      key: 'repeat',
      label: name('repeat'),
      kind: 'choice',
      text: (row) => repeatWords(text, row.repeat),
      choices: repeatUnits.map((unit) => ({ value: unit, label: t(`tasks.repeatUnits.${unit}`) })),
      width: 120,
      isQuiet: true,
    },
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`tasks.statuses.${row.status}`),
      render: (row) => <TaskStatusBadge status={row.status} />,
      choices: taskStatuses.map((status) => ({ value: status, label: t(`tasks.statuses.${status}`) })),
      isQuick: true,
      width: 84,
    },
    dayColumn('doneOn', name('doneOn'), { isHidden: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}

/** Filtered by the names of those who work with the book. */
function personColumn({ language }: Text, label: string, people: readonly Person[]): GridColumn<TaskRow> {
  const choices = people.map((person) => ({
    value: person.name || person.nameZh,
    label: nameIn(language, person),
  }))
  return {
    key: 'person',
    label,
    kind: 'choice',
    text: (row) => personOf(language, row),
    choices,
    isQuick: true,
    width: 104,
  }
}

/** What the task belongs to; sorted and filtered by the kind of record. */
function recordColumn({ t }: Text, label: string): GridColumn<TaskRow> {
  return {
    key: 'recordKind',
    label,
    kind: 'choice',
    text: ({ record }) => (record ? [record.code, record.name].filter(Boolean).join(' ') : ''),
    render: ({ record }) =>
      record ? (
        <span data-acts>
          <RecordLink record={record} />
        </span>
      ) : null,
    choices: recordKinds.map((kind) => ({ value: kind, label: t(`records.kinds.${kind}`) })),
    width: 180,
  }
}
