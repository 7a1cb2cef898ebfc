// Long work at the host, as the screen follows it: what runs now, and what a change waits for.
import { useSyncExternalStore } from 'react'
import type { HostEvent, JobState } from '#shared/operation.ts'

export type JobsState = {
  /** Those that run, and those that ended a moment ago. */
  jobs: readonly JobState[]
  /** The job that a write waits for: its id, empty when the host does not know, null when none waits. */
  waitingFor: string | null
}

let state: JobsState = { jobs: [], waitingFor: null }
const listeners = new Set<() => void>()

function set(next: JobsState) {
  state = next
  for (const listener of listeners) listener()
}

/** The state after an event. */
export function withJobEvent(before: JobsState, event: HostEvent): JobsState {
  switch (event.type) {
    case 'job': {
      const others = before.jobs.filter((job) => job.id !== event.job.id)
      const isOver = event.job.status !== 'running'
      const waitingFor = isOver && before.waitingFor === event.job.id ? null : before.waitingFor
      return { jobs: isOver ? others : [...others, event.job], waitingFor }
    }
    case 'waiting':
      return { ...before, waitingFor: event.job }
    case 'book':
      return { jobs: [], waitingFor: null }
    case 'changed':
      return before
  }
}

export function followJobs(event: HostEvent): void {
  const next = withJobEvent(state, event)
  if (next !== state) set(next)
}

/** The jobs that run now. */
export function useJobs(): JobsState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

/** A name for a job that this screen starts, so that it can follow and cancel it. */
export function newJobId(): string {
  return crypto.randomUUID()
}
