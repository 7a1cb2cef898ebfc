// Which book is open. Opening and closing follow one another, whoever asks; a failed try leaves the book that was open.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { NewBook } from '#main/db/book.ts'
import type { Places } from '#main/host/places.ts'
import type { SettingsFile } from '#main/host/settings-file.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import { AppError } from '#shared/errors.ts'
import type { HostEvent } from '#shared/operation.ts'
import type { BookState } from '#shared/schemas/host.ts'

export type HeldBook = { readonly pool: WorkerPool; readonly path: string; readonly state: BookState }

export type BookKeeper = {
  held(): HeldBook | null
  /** Opens (or makes) the book at a path in place of the one that is open. */
  open(path: string, create: NewBook | null): Promise<BookState>
  close(): Promise<void>
  /**
   * Closes the open book, does work on its closed file, and opens it again, whatever became of the work; `stayClosed` leaves
   * it closed when the work went well.
   */
  aside<Result>(work: (path: string) => Promise<Result>, stayClosed?: boolean): Promise<Result>
  /** When the company's facts, which are read again after every change of them, are up to date. */
  settled(): Promise<void>
}

type KeeperParts = {
  places: Places
  settings: SettingsFile
  emit: (event: HostEvent) => void
  /** What is done with a book before it is closed for good: its backup. Never fails. */
  beforeClose?: () => Promise<void>
}

export function bookKeeper({ places, settings, emit, beforeClose = async () => {} }: KeeperParts): BookKeeper {
  let held: HeldBook | null = null
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }
  const shut = async () => {
    if (held) await beforeClose()
    await drop()
  }
  const drop = async () => {
    const closing = held
    held = null
    await closing?.pool.close()
  }
  let refreshing: Promise<void> = Promise.resolve()
  /** The company's name and who works here are shown by the shell, and the name is kept with the recent books. */
  const refresh = async () => {
    const reading = held
    if (!reading) return
    const state = await factsOf(reading.pool, reading.path).catch(() => null)
    if (!state || held?.pool !== reading.pool) return
    held = { ...reading, state }
    remember(settings, held)
    emit({ type: 'changed', tables: shownTables })
  }
  const onEvent = (event: HostEvent) => {
    emit(event)
    if (event.type === 'changed' && event.tables.some((table) => shownTables.includes(table))) refreshing = refresh()
  }
  const take = async (path: string, create: NewBook | null): Promise<BookState> => {
    const memoryFolder = join(places.data, 'books')
    const pool = await openPool({ file: path, create, memoryFolder, shelfFolder: places.shelf, onEvent })
    held = { pool, path, state: await factsOf(pool, path) }
    remember(settings, held)
    return held.state
  }
  return {
    held: () => held,
    open: (path, create) =>
      inTurn(async () => {
        if (held?.path === path) return held.state
        if (create === null && !existsSync(path)) throw new AppError('book/not-found')
        const previous = held
        await shut()
        try {
          return await take(path, create)
        } catch (error) {
          if (previous) await take(previous.path, null)
          throw error
        } finally {
          emit({ type: 'book' })
        }
      }),
    close: () =>
      inTurn(async () => {
        await shut()
        emit({ type: 'book' })
      }),
    aside: (work, stayClosed = false) =>
      inTurn(async () => {
        const open = held
        if (!open) throw new AppError('book/closed')
        await drop()
        let isDone = false
        try {
          const result = await work(open.path)
          isDone = true
          return result
        } finally {
          if (!(isDone && stayClosed)) await take(open.path, null)
          emit({ type: 'book' })
        }
      }),
    settled: () => refreshing,
  }
}

/** What the facts of a book are read from. */
const shownTables = ['books', 'people']
const recentKept = 10

function remember(settings: SettingsFile, { path, state }: HeldBook): void {
  const kept = settings.read()
  const others = kept.recent.filter((entry) => entry.path !== path).slice(0, recentKept - 1)
  settings.write({ ...kept, recent: [{ path, companyName: state.companyName }, ...others] })
}

async function factsOf(pool: WorkerPool, path: string): Promise<BookState> {
  const reply = await pool.call({ id: 0, kind: 'query', path: 'book.facts', input: undefined })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  const facts = reply.data as Omit<BookState, 'fileName' | 'access' | 'place'>
  return { ...facts, fileName: basename(path), access: { mode: 'write' }, place: 'local' }
}
