// Says what was done, with the way back for as long as it stands there.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import classes from './undo-notice.module.css'

const shownMs = 8000

/** `operationId` names what to take back; null where nothing was written. */
export function sayUndoable({ t }: Pick<Spoken, 't'>, message: string, operationId: number | null): void {
  if (operationId === null) return void notifications.show({ message })
  const id = `undo-${operationId}`
  const undo = async () => {
    notifications.hide(id)
    try {
      await client.history.undo.mutate({ operationId })
    } catch (error) {
      notifications.show({ color: 'red', message: errorMessage(t, error) })
    }
  }
  const text = (
    <span className={classes.notice}>
      <span className={classes.text}>{message}</span>
      <Button variant="subtle" size="compact-xs" onClick={undo}>
        {t('common.undo')}
      </Button>
    </span>
  )
  notifications.show({ id, message: text, autoClose: shownMs })
}
