// What the pool and its worker threads say to each other.
import type { NewBook } from '#main/db/book.ts'
import type { Failure } from '#shared/errors.ts'
import type { Envelope, JobState, Reply } from '#shared/operation.ts'

/**
 * A searcher is a reader that keeps the search index: the only one that answers what is searched. A clerk is a reader for
 * long work with files (backups, copies, looking at other copies), started when there is some, so that no screen waits for it. A
 * porter has no book: it carries closed files about (porter.ts).
 */
export type WorkerRole = 'writer' | 'reader' | 'searcher' | 'clerk' | 'porter'

export type WorkerStart = {
  role: WorkerRole
  file: string
  /** Set to make the book instead of opening it. */
  create: NewBook | null
  memoryFolder: string
  shelfFolder: string
  /** Cell 0 is set to 1 to ask the running job to stop. */
  stopFlag: SharedArrayBuffer
}

export type ToWorker =
  | { type: 'call'; envelope: Envelope }
  | { type: 'rest' }
  | { type: 'catch-up' }
  | { type: 'close' }

export type FromWorker =
  | { type: 'ready'; personId: number | null }
  | { type: 'not-ready'; error: Failure }
  | { type: 'reply'; reply: Reply; changedTables: string[] }
  | { type: 'job'; job: JobState }
  | { type: 'closed' }
