// Jobs that the screen itself shows in full, so that the strip below all screens need not say them twice.
import { useEffect, useSyncExternalStore } from 'react'

let onScreen: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

function set(next: ReadonlySet<string>) {
  onScreen = next
  for (const listener of listeners) listener()
}

/** Says that this screen shows the job, as long as it does. */
export function useShowsJob(jobId: string): void {
  useEffect(() => {
    set(new Set([...onScreen, jobId]))
    return () => set(new Set([...onScreen].filter((id) => id !== jobId)))
  }, [jobId])
}

export function useJobsOnScreen(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => onScreen,
  )
}
