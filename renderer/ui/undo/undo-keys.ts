// Which keys mean one step back or forth, and where they mean the text that is being written instead.
import type { Direction } from './undo-question.tsx'

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
