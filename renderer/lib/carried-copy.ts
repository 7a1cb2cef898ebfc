// Another copy of the book that one screen hands over to the screen where copies are brought together.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** By the host's token for the place where it lies. */
export type CarriedCopy = { token: string; name: string }

let carried: CarriedCopy | null = null
const listeners = new Set<() => void>()

export function carryCopy(copy: CarriedCopy | null): void {
  carried = copy
  for (const listener of listeners) listener()
}

/** Gives `take` the copy that waits, now or later; it waits no longer. */
export function useCarriedCopy(take: (copy: CarriedCopy) => void): void {
  const waiting = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => carried,
  )
  const takeOver = useEffectEvent(take)
  useEffect(() => {
    if (!waiting) return
    carryCopy(null)
    takeOver(waiting)
  }, [waiting])
}
