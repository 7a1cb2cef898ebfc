// Says that something was done, with the way back beside it.
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'

/** Long enough to read it, look at the list and change one's mind. */
const shownMs = 15_000

/** `say(message, operationId)`; without an operation there is nothing to take back. */
export function useSaidWithUndo() {
  const undo = useUndo()
  const { t } = useText()
  return (message: string, operationId: number | null | undefined) => {
    if (!operationId) return notifications.show({ message })
    const id = `undo ${operationId}`
    const back = (
      <Button
        size="compact-sm"
        onClick={() => {
          notifications.hide(id)
          undo(operationId)
        }}
      >
        {t('lists.undo')}
      </Button>
    )
    notifications.show({
      id,
      autoClose: shownMs,
      message: (
        <Group gap="sm" justify="space-between" wrap="nowrap">
          <span>{message}</span>
          {back}
        </Group>
      ),
    })
  }
}

/** Takes an operation back and says so, or why it cannot be. */
export function useUndo() {
  const { t } = useText()
  return async (operationId: number) => {
    try {
      await client.history.undo.mutate({ operationId })
      notifications.show({ message: t('lists.undone') })
    } catch (error) {
      notifications.show({ color: 'red', message: errorMessage(t, error) })
    }
  }
}
