// The import under way, outside of any screen: who goes to look something up finds the files again on coming back.
import { useSyncExternalStore } from 'react'
import type { ImportReport } from '#shared/schemas/imports.ts'
import type { ImportFile, SharedOptions } from './import-file.ts'

export type Stage = 'files' | 'trial' | 'done'

export type ImportSession = {
  /** The book that the files are for. */
  bookUid: string
  stage: Stage
  files: readonly ImportFile[]
  selectedId: string | null
  shared: SharedOptions
  /** What runs now at the host. */
  running: { jobId: string; kind: 'trial' | 'import'; isStopping: boolean } | null
  trial: ImportReport | null
  report: ImportReport | null
  /** Why the trial or the import did not come to an end. */
  error: unknown
}

export function newSession(bookUid: string): ImportSession {
  return {
    bookUid,
    stage: 'files',
    files: [],
    selectedId: null,
    shared: { channel: '', makeMissing: false },
    running: null,
    trial: null,
    report: null,
    error: null,
  }
}

let session = newSession('')
const listeners = new Set<() => void>()

export function getSession(): ImportSession {
  return session
}

export function setSession(change: (before: ImportSession) => ImportSession): void {
  session = change(session)
  for (const listener of listeners) listener()
}

export function useSession(): ImportSession {
  return useSyncExternalStore(subscribe, getSession)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes one file; a trial of how it was before is worth nothing any more. */
export function changeFile(id: string, change: (file: ImportFile) => ImportFile): void {
  setSession((before) => withFile(before, id, change))
}

function withFile(session: ImportSession, id: string, change: (file: ImportFile) => ImportFile): ImportSession {
  return { ...session, trial: null, files: session.files.map((file) => (file.id === id ? change(file) : file)) }
}

export function withoutFile(session: ImportSession, id: string): ImportSession {
  const files = session.files.filter((file) => file.id !== id)
  const selectedId = session.selectedId === id ? (files[0]?.id ?? null) : session.selectedId
  return { ...session, files, selectedId, trial: null }
}
