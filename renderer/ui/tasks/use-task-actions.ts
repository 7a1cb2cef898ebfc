// What is done with one task from wherever it stands, said and undoable.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Day } from '#shared/dates.ts'
import type { TaskRow } from '#shared/schemas/tasks.ts'

type Named = Pick<TaskRow, 'id' | 'title'>

export function useTaskActions() {
  const text = useText()
  const { t, format } = text
  const onError = (error: unknown) => sayError(t, error)
  const done = useMutation({
    mutationFn: async (task: Named) => {
      const { result, operationId } = await client.tasks.done.mutate({ ids: [task.id] })
      const { title } = task
      const next = result[0]?.dueOn
      const message = next
        ? t('tasks.doneNext', { title, day: format.dayInWords(next) })
        : t('tasks.doneSaid', { title })
      sayUndoable(text, message, operationId)
    },
    onError,
  })
  const reopen = useMutation({
    mutationFn: async (task: Named) => {
      const { operationId } = await client.tasks.reopen.mutate({ ids: [task.id] })
      sayUndoable(text, t('tasks.reopened', { title: task.title }), operationId)
    },
    onError,
  })
  const cancel = useMutation({
    mutationFn: async (task: Named) => {
      const { operationId } = await client.tasks.cancel.mutate({ ids: [task.id] })
      sayUndoable(text, t('tasks.cancelled', { title: task.title }), operationId)
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: async (task: Named) => {
      const { operationId } = await client.tasks.remove.mutate({ ids: [task.id] })
      sayUndoable(text, t('tasks.removed', { title: task.title }), operationId)
    },
    onError,
  })
  const postpone = useMutation({
    mutationFn: async ({ task, dueOn }: { task: Named; dueOn: Day | null }) => {
      const { operationId } = await client.tasks.postpone.mutate({ target: { ids: [task.id] }, dueOn })
      const { title } = task
      const message = dueOn
        ? t('tasks.postponed', { title, day: format.dayInWords(dueOn) })
        : t('tasks.postponedNone', { title })
      sayUndoable(text, message, operationId)
    },
    onError,
  })
  return { done, reopen, cancel, remove, postpone }
}
