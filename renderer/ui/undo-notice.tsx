// Says what was done, with the way back for as long as it stands there.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { client } from '#renderer/lib/api.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import classes from './undo-notice.module.css'

/** Long enough to read it, look at what it did and change one's mind. */
const shownMs = 15_000

type Text = Pick<Spoken, 't'>

/** `operationId` names what to take back; null where nothing was written. `onUndo` hears that the way back was taken. */
export function sayUndoable(text: Text, message: string, operationId: number | null, onUndo?: () => void): void {
  if (operationId === null) return void notifications.show({ message })
  const id = `undo-${operationId}`
  const undo = () => {
    notifications.hide(id)
    onUndo?.()
    return takeBack(text, operationId)
  }
  const said = (
    <span className={classes.notice}>
      <span className={classes.text} title={message}>
        {message}
      </span>
      <Button variant="subtle" size="compact-xs" onClick={undo}>
        {text.t('common.undo')}
      </Button>
    </span>
  )
  notifications.show({ id, message: said, autoClose: shownMs })
}

/** Takes an operation back and says so, or why it cannot be. */
export async function takeBack({ t }: Text, operationId: number): Promise<void> {
  try {
    await client.history.undo.mutate({ operationId })
    notifications.show({ message: t('common.undone') })
  } catch (error) {
    sayError(t, error)
  }
}
