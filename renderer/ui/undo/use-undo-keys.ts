// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y everywhere but where text is written: there the field's own undo works.
import { useEffect } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { directionOf, isWriting } from './undo-keys.ts'
import { stepBack } from './undo-steps.tsx'

export function useUndoKeys(): void {
  const text = useText()
  const { timeZone } = useBook()
  const { ifMayWrite } = useMayWrite()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (!direction || event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      event.preventDefault()
      ifMayWrite(stepBack)(text, direction, timeZone)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [text, timeZone, ifMayWrite])
}

/** Behind a dialog nothing changes under the eyes of whoever answers it. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
