// Puts a task on another day, said and undoable.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
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
    onError: (error) => notifications.show({ color: 'red', message: errorMessage(t, error) }),
  })
}
