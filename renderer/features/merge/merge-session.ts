// The bringing together under way, outside of any screen: who goes to look something up finds it again on coming back.
import { useSyncExternalStore } from 'react'
import type { MergeReport, MergeResult } from '#shared/schemas/merge.ts'
import { type Decisions, undecided } from './decisions.ts'

export type Stage = 'choose' | 'report' | 'decide' | 'after' | 'done'

/** A file that was chosen or dropped, by the host's token for it. */
export type OtherCopy = { token: string; name: string }

export type MergeSession = {
  /** The book that the copy is brought into. */
  bookUid: string
  stage: Stage
  copy: OtherCopy | null
  /** Kept only while this lasts, to look again after a change. */
  passphrase: string
  needsPassphrase: boolean
  /** What runs now at the host; a file that is dropped is sent there first. */
  running: { jobId: string; kind: 'send' | 'look' | 'run'; isStopping: boolean } | null
  report: MergeReport | null
  decisions: Decisions
  /** What the decisions were before each step, and what they were before it was taken back. */
  decided: { back: readonly Decisions[]; forth: readonly Decisions[] }
  result: MergeResult | null
  error: unknown
}

export function newSession(bookUid: string): MergeSession {
  return {
    bookUid,
    stage: 'choose',
    copy: null,
    passphrase: '',
    needsPassphrase: false,
    running: null,
    report: null,
    decisions: undecided,
    decided: { back: [], forth: [] },
    result: null,
    error: null,
  }
}

let session = newSession('')
const listeners = new Set<() => void>()

export function getSession(): MergeSession {
  return session
}

export function changeSession(change: Partial<MergeSession>): void {
  setSession({ ...session, ...change })
}

export function setSession(next: MergeSession): void {
  session = next
  for (const listener of listeners) listener()
}

export function useSession(): MergeSession {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
  )
}
