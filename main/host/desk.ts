// The desk: which book is open, opening and closing it, and the calls that the host answers itself. Both hosts share it.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { HostServices } from '#main/api/host-services.ts'
import type { Context } from '#main/api/trpc.ts'
import type { NewBook } from '#main/db/book.ts'
import { bookExtension, viewFolder } from '#main/host/folder-view.ts'
import { placeTokens } from '#main/host/place-tokens.ts'
import type { Places } from '#main/host/places.ts'
import { failureOf, runEnvelope } from '#main/host/run-envelope.ts'
import { openSampleBook } from '#main/host/sample-book.ts'
import { settingsFile } from '#main/host/settings-file.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import { type FileShelf, fileShelf } from '#main/services/files/file-shelf.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'
import type { BookState, HostState, NewBookInput } from '#shared/schemas/host.ts'

/** What differs between the hosts. */
export type HostSide = {
  kind: 'electron' | 'http'
  version: string
  systemLanguage: 'en' | 'zh-CN'
  /** The system's open dialog, where there is one: a path, or null when it was closed. */
  pickBook: (() => Promise<string | null>) | null
  /** The system's save dialog, where there is one. */
  pickNewBook: ((fileName: string) => Promise<string | null>) | null
}

export type Desk = {
  call(envelope: Envelope): Promise<Reply>
  files: FileShelf
  onEvent(listener: (event: HostEvent) => void): () => void
  openPath(path: string): Promise<void>
  rest(): void
  close(): Promise<void>
}

type OpenState = { pool: WorkerPool; path: string; state: BookState }

export function openDesk(places: Places, side: HostSide): Desk {
  const settings = settingsFile(places.data)
  const tokens = placeTokens()
  const files = fileShelf(places.shelf)
  const listeners = new Set<(event: HostEvent) => void>()
  const emit = (event: HostEvent) => {
    for (const listener of listeners) listener(event)
  }
  let open: OpenState | null = null
  let openError: Failure | null = null
  // Opening and closing follow one another, whoever asks.
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }

  const shut = async () => {
    const closing = open
    open = null
    await closing?.pool.close()
  }
  const openAt = (path: string, create: NewBook | null) =>
    inTurn(async () => {
      if (open?.path === path) return open.state
      const previous = open
      if (create === null && !existsSync(path)) throw new AppError('book/not-found')
      await shut()
      try {
        const pool = await openPool({
          file: path,
          create,
          memoryFolder: join(places.data, 'books'),
          shelfFolder: places.shelf,
          onEvent: emit,
        })
        open = { pool, path, state: await factsOf(pool, path) }
        openError = null
        remember(path, open.state)
        return open.state
      } catch (error) {
        // The book that was open before is opened again: a failed try must not leave an empty desk.
        if (previous) await reopen(previous.path)
        throw error
      } finally {
        emit({ type: 'book' })
      }
    })
  const reopen = async (path: string) => {
    const pool = await openPool({
      file: path,
      create: null,
      memoryFolder: join(places.data, 'books'),
      shelfFolder: places.shelf,
      onEvent: emit,
    })
    open = { pool, path, state: await factsOf(pool, path) }
  }
  const remember = (path: string, state: BookState) => {
    const kept = settings.read()
    const others = kept.recent.filter((entry) => entry.path !== path).slice(0, 9)
    settings.write({ ...kept, recent: [{ path, companyName: state.companyName }, ...others] })
  }
  const create = async (path: string, input: NewBookInput) => {
    const { companyName, country, baseCurrency, timeZone, ownerName } = input
    return openAt(path, { companyName, country, baseCurrency, timeZone, ownerName })
  }

  const services: HostServices = {
    state: (): HostState => ({
      version: side.version,
      host: side.kind,
      canBrowse: side.pickBook === null,
      book: open?.state ?? null,
      recent: settings.read().recent.map(({ path, companyName }) => ({
        token: tokens.tokenOf(path),
        fileName: basename(path),
        folder: basename(dirname(path)),
        companyName,
        exists: existsSync(path),
      })),
      preferences: settings.read().preferences,
      systemLanguage: side.systemLanguage,
      openError: openError ? { code: openError.code, details: openError.details } : null,
    }),
    async createBook(input) {
      const fileName = safeFileName(input.fileName || input.companyName)
      if (side.pickNewBook && input.folder === null) {
        const picked = await side.pickNewBook(fileName)
        return picked === null ? null : create(picked, input)
      }
      const folder = input.folder === null ? places.home : tokens.pathOf(input.folder)
      return create(input.fileName ? join(folder, fileName) : freePath(folder, fileName), input)
    },
    openSample: () =>
      openSampleBook({
        dataFolder: places.data,
        now: Date.now() as Instant,
        openAt,
        call: (envelope) => (open ? open.pool.call(envelope) : noBook()),
      }),
    openBook: (token) => openAt(tokens.pathOf(token), null),
    async pickBook() {
      if (!side.pickBook) throw new AppError('host/no-dialog')
      const path = await side.pickBook()
      return path === null ? null : openAt(path, null)
    },
    closeBook: () =>
      inTurn(async () => {
        await shut()
        emit({ type: 'book' })
      }),
    browse: (folder) => viewFolder(folder === null ? places.home : tokens.pathOf(folder), places.home, tokens),
    savePreferences: (preferences) => settings.write({ ...settings.read(), preferences }),
    cancelJob: (id) => open?.pool.cancelJob(id) ?? false,
  }
  const hostContext: Context = {
    read: noBook,
    write: noBook,
    rehearse: noBook,
    job: noBook,
    files,
    personId: null,
    host: services,
  }
  return {
    async call(envelope) {
      if (envelope.path.startsWith('host.')) return runEnvelope(hostContext, envelope)
      if (!open) return { id: envelope.id, ok: false, error: { code: 'book/closed', details: {} } }
      const reply = await open.pool.call(envelope)
      // The company's name is shown by the shell and kept with the recent books.
      if (envelope.path === 'book.saveCompany' && reply.ok && open) {
        open.state = await factsOf(open.pool, open.path)
        remember(open.path, open.state)
        emit({ type: 'book' })
      }
      return reply
    },
    files,
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async openPath(path) {
      try {
        await openAt(path, null)
      } catch (error) {
        openError = failureOf(error, 'open')
      }
    },
    rest: () => open?.pool.rest(),
    close: () =>
      inTurn(async () => {
        await shut()
        files.clear()
      }),
  }
}

function noBook(): never {
  throw new AppError('book/closed')
}

async function factsOf(pool: WorkerPool, path: string): Promise<BookState> {
  const reply = await pool.call({ id: 0, kind: 'query', path: 'book.facts', input: undefined })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return { ...(reply.data as Omit<BookState, 'fileName'>), fileName: basename(path) }
}

/** A file name that every system takes, with the book's extension. */
export function safeFileName(text: string): string {
  const plain = text
    .replace(/\.quay$/i, '')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 80)
  return `${plain || 'book'}${bookExtension}`
}

function freePath(folder: string, fileName: string): string {
  const stem = fileName.slice(0, -bookExtension.length)
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : ` ${count}`}${bookExtension}`)
    if (!existsSync(path)) return path
  }
}
