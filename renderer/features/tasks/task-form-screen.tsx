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
import { type KeptDraft, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
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
      <TaskDraft name={due ? `tasks/new/${due}` : 'tasks/new'} task={null} initial={initial} />
    </Page>
  )
}

export function EditTaskScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.tasks.get.queryOptions({ id, today: useToday() }))
  return (
    <Page title={t('tasks.edit')} subtitle={query.data?.title}>
      <QueryState query={query}>{(task) => <EditTask task={task} />}</QueryState>
    </Page>
  )
}

function EditTask({ task }: { task: Task }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per task; what changes meanwhile does not change the form
  const initial = useMemo(() => taskToForm(task), [task.id])
  return <TaskDraft name={`tasks/${task.id}`} task={task} initial={initial} />
}

type TaskDraftProps = { name: string; task: Task | null; initial: TaskForm }

function TaskDraft(props: TaskDraftProps) {
  const draft = useDraft(props.name, props.initial)
  return draft === undefined ? <LoadingState /> : <TaskEditor {...props} draft={draft} />
}

function TaskEditor({ name, task, initial, draft }: TaskDraftProps & { draft: KeptDraft<TaskForm> }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    draft,
    read: (values) => readTaskForm(values, task?.record ?? null),
    issuePrefix: 'task',
    blamed: { 'people/not-found': 'personId', 'records/not-found': 'on' },
    save: async (input) => {
      if (task === null) return { ...(await client.tasks.add.mutate(input)), title: input.title }
      await client.tasks.edit.mutate({ id: task.id, task: input })
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
