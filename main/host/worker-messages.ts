// What the pool and its worker threads say to each other.
import type { NewBook } from '#main/db/book.ts'
import type { OutsideEvent } from '#main/host/book-watch.ts'
import type { Failure } from '#shared/errors.ts'
import type { Envelope, JobState, Reply } from '#shared/operation.ts'

/**
 * A searcher is a reader that keeps the search index: the only one that answers what is searched. A clerk is a reader for
 * long work with files (backups, copies, looking at other copies), started when there is some, so that no screen waits for it. A
 * porter has no book: it carries closed files about (porter.ts).
 */
export type WorkerRole = 'writer' | 'reader' | 'searcher' | 'clerk' | 'porter'

/**
 * How a book is opened. A reader's `prepares` brings a private copy to this program's schema first; `watches` tells the pool
 * what other programs do to the book; `at` is the moment at which a past stands still.
 */
export type Opening = {
  takeOver: boolean
  prepares: boolean
  watches: 'nothing' | 'book' | 'book and lock'
  at?: number | undefined
}

export type WorkerStart = {
  role: WorkerRole
  file: string
  /** Set to make the book instead of opening it. */
  create: NewBook | null
  opening: Opening
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
  | { type: 'outside'; event: OutsideEvent }
  | { type: 'closed' }
