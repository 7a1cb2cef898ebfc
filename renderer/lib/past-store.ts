// The wish to see the book as of a day: any screen can voice it, the chooser in the shell hears it.
import { useSyncExternalStore } from 'react'

/** A day to begin with; empty for none. Null while nobody asks. */
let wish: string | null = null
const listeners = new Set<() => void>()

function set(next: string | null) {
  wish = next
  for (const listener of listeners) listener()
}

export function choosePast(day = ''): void {
  set(day)
}

export function leavePastChooser(): void {
  set(null)
}

export function usePastWish(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wish,
  )
}
