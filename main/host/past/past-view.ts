// The past in place of the present: while a day is shown, calls go to a second pool over the file of that day. The present
// stays open behind it, and comes back when the past is closed or the book is.
import { join } from 'node:path'
import type { PastServices } from '#main/api/host/past-services.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { pastFolder } from '#main/host/past/past-folder.ts'
import type { Places } from '#main/host/places.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { HostEvent } from '#shared/operation.ts'
import type { BookState } from '#shared/schemas/host.ts'
import type { OpenPastInput, PastBounds } from '#shared/schemas/past.ts'

export type PastView = PastServices & {
  /** The past that is shown; null while the present is. */
  held(): HeldBook | null
  /** Another book is open, or none: its past goes, too. */
  bookChanged(): Promise<void>
  /** Removes what is left of it all. */
  end(): Promise<void>
}

type PastParts = { places: Places; present: () => HeldBook | null; emit: (event: HostEvent) => void; workerFile?: URL }

export function pastView({ places, present, emit, workerFile }: PastParts): PastView {
  const folder = pastFolder(join(places.data, 'past'))
  let held: (HeldBook & { of: WorkerPool }) | null = null
  const shut = async () => {
    const closing = held
    held = null
    if (!closing) return
    await closing.pool.close()
    folder.remove(closing.path)
  }
  const openFile = async (book: HeldBook, file: string, { day, at }: { day: Day; at: number }): Promise<HeldBook> => {
    const pool = await openPool({
      file,
      create: null,
      memoryFolder: join(places.data, 'books'),
      shelfFolder: places.shelf,
      onEvent: emit,
      reading: { why: 'past', isPrivateCopy: false, at },
      ...(workerFile ? { workerFile } : {}),
    })
    try {
      return { pool, path: file, file, state: await stateThen(pool, book.state, day) }
    } catch (error) {
      await pool.close()
      throw error
    }
  }
  return {
    // Closed, or another book in its place: the past of the old one is nobody's any more.
    held: () => (held && present()?.pool === held.of ? held : null),
    async bounds() {
      return ask<PastBounds>(bookOf(present).pool, 'inner.past.bounds', undefined)
    },
    async open({ day, jobId }: OpenPastInput) {
      const book = bookOf(present)
      const target = folder.fresh()
      let next: HeldBook | null = null
      try {
        const { at } = await ask<{ at: number }>(book.pool, 'inner.past.make', { target, day, jobId })
        next = await openFile(book, target, { day, at })
        await shut()
        // It may have been closed while its past was made: nobody would close that then.
        if (present()?.pool !== book.pool) throw new AppError('book/closed')
      } catch (error) {
        await next?.pool.close()
        folder.remove(target)
        throw error
      }
      held = { ...next, of: book.pool }
      emit({ type: 'book' })
      return held.state
    },
    async close() {
      if (!held) return
      await shut()
      emit({ type: 'book' })
    },
    async bookChanged() {
      if (held && present()?.pool !== held.of) await shut()
    },
    async end() {
      await shut()
      folder.clear()
    },
  }
}

function bookOf(present: () => HeldBook | null): HeldBook {
  const book = present()
  if (!book) throw new AppError('book/closed')
  return book
}

/** The company as it was; who looks is who works here now, also where they were not in the book yet. */
async function stateThen(pool: WorkerPool, now: BookState, day: Day): Promise<BookState> {
  const facts = await ask<Pick<BookState, 'companyName' | 'companyNameZh' | 'country' | 'baseCurrency' | 'timeZone'>>(
    pool,
    'book.facts',
    undefined,
  )
  return { ...now, ...facts, person: now.person, access: { mode: 'read', reason: 'past', day } }
}

async function ask<Data>(pool: WorkerPool, path: string, input: unknown): Promise<Data> {
  const reply = await pool.call({ id: 0, kind: 'query', path, input })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as Data
}
