// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y everywhere but where text is written: there the field's own undo works.
import { useEffect } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Direction } from './undo-question.tsx'
import { stepBack } from './undo-steps.tsx'

export function useUndoKeys(): void {
  const text = useText()
  const { timeZone } = useBook()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (!direction || event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      event.preventDefault()
      void stepBack(text, direction, timeZone)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [text, timeZone])
}

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

export function directionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): Direction | null {
  if (altKey || ctrlKey === metaKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : null
}

const withoutText = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'image'])

/** Where Ctrl+Z means what was typed. */
export function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.has(target.type) && !target.readOnly
  if (target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('.ag-cell-inline-editing') !== null)
  )
}

/** Behind a dialog nothing changes under the eyes of whoever answers it. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
