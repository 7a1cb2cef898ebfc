// The bases that procedures are made of. A procedure parses, calls one service inside `read` or `write`, nothing else.
import { initTRPC, TRPCError } from '@trpc/server'
import type { HostServices } from '#main/api/host-services.ts'
import type { BookHandle } from '#main/db/book-handle.ts'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import type { SearchIndex } from '#main/services/search/search-index.ts'
import type { Id } from '#shared/ids.ts'

export type Context = {
  /** Runs a service inside one read transaction. */
  read<Result>(service: (db: ReadDb) => Result): Result
  /** Runs a service as one operation of the person at this machine. */
  write<Result>(operation: string, service: (tx: WriteTx) => Result): Result
  /** The same, telling the operation's id, by which it can be undone; null where nothing changed. */
  writeUndoable<Result>(operation: string, service: (tx: WriteTx) => Result): { result: Result; operationId: Id | null }
  /** Runs a service and takes all of it back: a dry run with exact counts. */
  rehearse<Result>(service: (tx: WriteTx) => Result): Result
  /** Starts a job that reports and can be cancelled. */
  job(id: string, kind: string): JobHandle
  files: FileShelf
  /** The index of this thread; made at the first search where nobody made it before. */
  search: SearchIndex
  /** Who works at this machine; null where nobody has said. */
  readonly personId: Id | null
  /** From the next call on, this person works at this machine. */
  keepPerson(personId: Id): void
  /** The book as this thread has it open, for work on the file itself; only `inner` procedures use it. */
  readonly handle: BookHandle | null
  /** Work past the log (a merge) says which tables it changed. */
  noteChanged(tables: readonly string[]): void
  /** Only in the host's own process; the workers have none. */
  host: HostServices | null
}

const t = initTRPC.context<Context>().create()

export const router = t.router
export const procedure = t.procedure

/** Procedures that the host process answers itself, book or no book. */
export const hostProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.host) throw new TRPCError({ code: 'NOT_FOUND', message: 'answered by the host only' })
  return next({ ctx: { ...ctx, host: ctx.host } })
})

export const createCaller = t.createCallerFactory
