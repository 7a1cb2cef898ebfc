// What was done in a list: said with the way back beside it, and kept for Ctrl+Z. What is taken back one way is not offered
// the other way any more.
import { useText } from '#renderer/lib/language.ts'
import { sayUndoable } from '../undo-notice.tsx'
import { forgetDone, keepDone } from './done-list.ts'
import type { Editing } from './edit/editing.ts'

/** `say(message, operationId)`; without an operation there is nothing to take back. */
export function useSaidDone({ done }: Pick<Editing, 'done'>) {
  const text = useText()
  return (message: string | undefined, operationId: number | null) => {
    if (operationId !== null) keepDone(done, operationId)
    const forget = operationId === null ? undefined : () => forgetDone(done, operationId)
    if (message) sayUndoable(text, message, operationId, forget)
  }
}
