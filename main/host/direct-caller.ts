// The third way to call, beside the two hosts: one book, one connection, no thread. The command line and tests use it.

import { callerFor } from '#main/api/router.ts'
import type { Context } from '#main/api/trpc.ts'
import type { OpenBook } from '#main/db/book.ts'
import { bookHandle } from '#main/db/book-handle.ts'
import type { WriteTx } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { runEnvelope } from '#main/host/run-envelope.ts'
import { signed } from '#main/host/signed-write.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { type JobHandle, silentJob } from '#main/services/jobs/job.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import type { HostEvent } from '#shared/operation.ts'

type DirectSettings = {
  shelfFolder: string
  /** Who calls. */
  personId?: number | null
  /** Finds or adds the caller when the first write needs one. */
  signUp?: () => number
  /** Where it is kept who works here. */
  keepPerson?: (personId: number) => void
  job?: JobHandle
  onEvent?: (event: HostEvent) => void
}

/** The context of calls on an open book. */
function directContext(book: OpenBook, settings: DirectSettings): Context {
  let personId = settings.personId ?? null
  let { signUp } = settings
  const search = searchIndex()
  const written = <Result>(operation: string, service: (tx: WriteTx) => Result) => {
    personId = signUp?.() ?? personId
    signUp = undefined
    const done = book.writer.write(operation, personId, signed(service))
    settings.onEvent?.({ type: 'changed', tables: done.changedTables })
    return done
  }
  return {
    read: (service) => read(book.connection, service, book.clock),
    write: (operation, service) => written(operation, service).result,
    writeUndoable: written,
    rehearse: (service) => book.writer.rehearse(personId, service),
    job: () => settings.job ?? silentJob,
    files: fileShelf(settings.shelfFolder),
    search,
    get personId() {
      return personId
    },
    keepPerson(chosen) {
      personId = chosen
      signUp = undefined
      settings.keepPerson?.(chosen)
    },
    handle: bookHandle(book.file, book.connection, () => book.isOurs()),
    noteChanged: (tables) => settings.onEvent?.({ type: 'changed', tables: [...tables] }),
    host: null,
  }
}

/** Typed procedures as functions. */
export function directCaller(book: OpenBook, settings: DirectSettings) {
  return callerFor(directContext(book, settings))
}

/** Envelopes, as the hosts carry them. */
export function directCall(book: OpenBook, settings: DirectSettings) {
  const context = directContext(book, settings)
  return (envelope: Parameters<typeof runEnvelope>[1]) => runEnvelope(context, envelope)
}
