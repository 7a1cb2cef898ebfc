// Writes a new task, or changes one.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { Day } from '#shared/dates.ts'
import type { Revised } from '#shared/schemas/records.ts'
import type { Task } from '#shared/schemas/tasks.ts'
import { TaskFields } from './task-form.tsx'
import { newTaskForm, readTaskForm, type TaskForm, taskToForm } from './task-form-values.ts'
import { personOf } from './task-words.ts'

export function NewTaskScreen() {
  const { t } = useText()
  const { due = '' } = useSearch({ strict: false }) as { due?: string }
  const initial = useMemo(() => newTaskForm({ dueOn: due }), [due])
  return (
    <Page title={t('tasks.new')}>
      <TaskDraft name={due ? `tasks/new/${due}` : 'tasks/new'} task={null} initial={initial} stored={null} />
    </Page>
  )
}

export function EditTaskScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const today = useToday()
  const query = useQuery(trpc.tasks.get.queryOptions({ id, today }))
  return (
    <Page title={t('tasks.edit')} subtitle={query.data?.title}>
      <QueryState query={query}>{(task) => <EditTask key={task.id} task={task} today={today} />}</QueryState>
    </Page>
  )
}

function EditTask({ task, today }: { task: Revised<Task>; today: Day }) {
  const { id } = task
  const stored = useStored(task, taskToForm, () => client.tasks.get.query({ id, today }))
  return <TaskDraft name={`tasks/${id}`} task={task} initial={stored.start.values} stored={stored} />
}

type TaskDraftProps = { name: string; task: Task | null; initial: TaskForm; stored: StoredRecord<TaskForm> | null }

function TaskDraft(props: TaskDraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <TaskEditor {...props} drafts={drafts} />
}

function TaskEditor({ name, task, initial, stored, drafts }: TaskDraftProps & { drafts: KeptDrafts<TaskForm> }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: (values) => readTaskForm(values, task?.record ?? null),
    issuePrefix: 'task',
    blamed: { 'people/not-found': 'personId', 'records/not-found': 'on' },
    save: async (input, seen) => {
      if (task === null) return { ...(await client.tasks.add.mutate(input)), title: input.title }
      await client.tasks.edit.mutate({ id: task.id, seen, task: input })
      return { id: task.id, title: input.title }
    },
    onSaved: (saved) => {
      notifications.show({ message: t(task === null ? 'tasks.savedNew' : 'tasks.savedEdit', { title: saved.title }) })
      navigate({ to: '/tasks', search: { id: saved.id } })
    },
  })
  const cancel = () => navigate({ to: '/tasks', search: task ? { id: task.id } : {} })
  const person = task?.personId ? { id: task.personId, name: personOf(language, task) } : null
  return (
    <RecordForm state={state} onCancel={cancel} label={t(task === null ? 'tasks.new' : 'tasks.edit')}>
      <TaskFields form={state.form} person={person} />
    </RecordForm>
  )
}
