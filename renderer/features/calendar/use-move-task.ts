// Puts a task on another day, said and undoable.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Day } from '#shared/dates.ts'

export type MovedTask = { id: number; title: string }

export function useMoveTask() {
  const text = useText()
  const { t } = text
  return useMutation({
    mutationFn: async ({ task, day }: { task: MovedTask; day: Day }) => {
      const { operationId } = await client.tasks.postpone.mutate({ target: { ids: [task.id] }, dueOn: day })
      if (operationId !== null) sayUndoable(text, t('calendar.moved', { title: task.title, day }), operationId)
    },
    onError: (error) => sayError(t, error),
  })
}
