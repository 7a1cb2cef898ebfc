// Which book is open, and how. Opening and closing follow one another, whoever asks; a failed try leaves the book that was open.
import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { NewBook } from '#main/db/book.ts'
import { type FileIdentity, identityOf, isSameFile, truePath } from '#main/db/file-identity.ts'
import { tableList } from '#main/db/table-list.ts'
import type { OutsideEvent } from '#main/host/book-watch.ts'
import { logFailure } from '#main/host/log.ts'
import { workingCopy } from '#main/host/network/working-copy.ts'
import { type OpenAs, type OpenedByPlace, openByPlace } from '#main/host/opening/open-by-place.ts'
import { renamedPath } from '#main/host/opening/renamed-path.ts'
import type { Places } from '#main/host/places.ts'
import { rememberBook } from '#main/host/recent-books.ts'
import type { SettingsFile } from '#main/host/settings-file.ts'
import type { WorkerPool } from '#main/host/worker-pool.ts'
import { AppError } from '#shared/errors.ts'
import type { HostEvent } from '#shared/operation.ts'
import type { BookAccess, BookFacts, BookState, NetworkState } from '#shared/schemas/host.ts'

export type HeldBook = {
  readonly pool: WorkerPool
  /** Where the book is, as its user knows it. */
  readonly path: string
  /** What is open: the book itself, or a copy of it on this machine. */
  readonly file: string
  readonly state: BookState
}

export type BookKeeper = {
  held(): HeldBook | null
  /** Opens (or makes) the book at a path in place of the one that is open. */
  open(path: string, create: NewBook | null, as?: OpenAs): Promise<BookState>
  /** Opens the book that is open again in another way: for writing after all, or over another program. */
  reopen(as: OpenAs): Promise<BookState>
  /** Goes on with the book under the path that it has now; without one, under the name it was given in its folder. */
  follow(path?: string): Promise<BookState>
  close(): Promise<void>
  /**
   * Closes the open book, does work on its closed file, and opens it again, whatever became of the work; `stayClosed` leaves
   * it closed when the work went well.
   */
  aside<Result>(work: (path: string) => Promise<Result>, stayClosed?: boolean): Promise<Result>
  /** What differs from now on in how the book is open. */
  note(part: Partial<Pick<BookState, 'access' | 'network' | 'warnsOfPlace'>>): void
  /** Brings the working copy of a book on a network together with it; nothing to do for any other book. */
  bringTogether(): Promise<void>
  /** When the company's facts, which are read again after every change of them, are up to date. */
  settled(): Promise<void>
}

type KeeperParts = {
  places: Places
  settings: SettingsFile
  emit: (event: HostEvent) => void
  /** What is done with a book before it is closed for good: its backup. Never fails. */
  beforeClose?: () => Promise<void>
  /** Hears of a book that could not be opened, and why. */
  onRefused?: (path: string, error: unknown) => void
  /** Where the bundled worker lies; beside this bundle unless tests say otherwise. */
  workerFile?: URL
}

/** `usual` is how it was opened; a file that was moved away and comes back is open so again. */
type Open = HeldBook &
  Pick<OpenedByPlace, 'close' | 'bringTogether'> & { usual: BookAccess; identity: FileIdentity | null }

export function bookKeeper({
  places,
  settings,
  emit,
  workerFile,
  beforeClose = async () => {},
  onRefused = () => {},
}: KeeperParts): BookKeeper {
  let held: Open | null = null
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
    await closing?.close()
  }
  let refreshing: Promise<void> = Promise.resolve()
  /** The company's name and who works here are shown by the shell, and the name is kept with the recent books. */
  const refresh = async () => {
    const reading = held
    if (!reading) return
    const facts = await factsOf(reading.pool).catch(() => null)
    if (!facts || held?.pool !== reading.pool) return
    held = { ...held, state: { ...held.state, ...facts } }
    rememberBook(settings, held)
    emit({ type: 'changed', tables: shownTables })
  }
  const onEvent = (event: HostEvent) => {
    emit(event)
    if (event.type === 'changed' && event.tables.some((table) => shownTables.includes(table))) refreshing = refresh()
  }
  const note: BookKeeper['note'] = (part) => {
    if (!held) return
    held = { ...held, state: { ...held.state, ...part } }
    emit({ type: 'changed', tables: shownTables })
  }
  const onOutside = (event: OutsideEvent) => {
    const access = held ? accessAfter(event, held) : null
    if (access) note({ access })
    if (event === 'taken-over') void inTurn(() => again('read')).catch((error) => logFailure('taken over', error))
  }
  const take = async (path: string, create: NewBook | null, as: OpenAs = 'usual'): Promise<BookState> => {
    const pool = { memoryFolder: join(places.data, 'books'), shelfFolder: places.shelf, onEvent, onOutside, workerFile }
    const onNetwork = (network: NetworkState) => {
      if (held?.path === wish.path) note({ network })
    }
    const wish = { path: truePath(path), create, as, dataFolder: places.data, pool, onNetwork }
    const opened = await openByPlace(wish)
    try {
      const isQuiet = settings.read().quietPlaces.includes(wish.path)
      held = { ...opened, path: wish.path, ...(await shownAs(opened, { path: wish.path, isQuiet })) }
    } catch (error) {
      // Nobody would close it, and its lock would keep the book from everyone until this program ends.
      await opened.close()
      throw error
    }
    if (as !== 'backup') rememberBook(settings, held)
    return held.state
  }
  /** What windows kept in memory while the book could only be read goes into it once it can be written. */
  const again = async (as: OpenAs, path = held?.path): Promise<BookState> => {
    const open = held
    if (!open || path === undefined) throw new AppError('book/closed')
    const kept = open.pool.keptInMemory()
    await drop()
    try {
      return await take(path, null, as)
    } catch (error) {
      await take(open.path, null)
      throw error
    } finally {
      const now = held as Open | null
      for (const call of kept) await now?.pool.call(call)
      // The same book: the screens stay where they are and ask anew. Neither opened: there is none.
      emit(now ? { type: 'changed', tables: allOfBook } : { type: 'book' })
    }
  }
  return {
    held: () => held,
    open: (path, create, as = 'usual') =>
      inTurn(async () => {
        if (held && isSameBook(held.path, path)) return held.state
        // Before the open book is closed for nothing.
        if (create === null && !(await isThere(path, places.data))) throw new AppError('book/not-found')
        const previous = held
        await shut()
        try {
          return await take(path, create, as)
        } catch (error) {
          onRefused(path, error)
          if (previous) await take(previous.path, null)
          throw error
        } finally {
          emit({ type: 'book' })
        }
      }),
    reopen: (as) => inTurn(() => again(as)),
    follow: (path) => inTurn(() => again('usual', path ?? renamedOf(held))),
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
          const result = await work(open.file)
          isDone = true
          return result
        } finally {
          try {
            if (!(isDone && stayClosed)) await take(open.path, null)
          } finally {
            emit({ type: 'book' })
          }
        }
      }),
    note,
    bringTogether: async () => held?.bringTogether(),
    settled: () => refreshing,
  }
}

/** What the facts of a book are read from. */
const shownTables = ['books', 'people']
/** Any table of the book: whatever a screen shows of it is asked again. */
const allOfBook = Object.keys(tableList)

function accessAfter(event: OutsideEvent, { file, identity, usual, state: { access } }: Open): BookAccess | null {
  if (event === 'moved') return { mode: 'read', reason: 'moved', movedTo: nameOf(renamedPath(file, identity)) }
  if (event === 'back') return usual
  const isBeside = access.mode === 'read' && access.reason === 'in-use'
  if (!isBeside || !(event === 'free' || event === 'held')) return null
  return { ...access, isFree: event === 'free' }
}

function renamedOf(open: Open | null): string {
  const path = open ? renamedPath(open.file, open.identity) : null
  if (path === null) throw new AppError('book/not-found')
  return path
}

/** A book on a network that cannot be reached is there as its working copy. A share that hangs keeps nobody else waiting. */
async function isThere(path: string, dataFolder: string): Promise<boolean> {
  const isFound = await access(path).then(
    () => true,
    () => false,
  )
  return isFound || workingCopy(dataFolder, truePath(path)).exists()
}

function nameOf(path: string | null): string | null {
  return path === null ? null : basename(path)
}

/** One book by two paths (links, another spelling) is one book. */
function isSameBook(held: string, wanted: string): boolean {
  if (held === wanted) return true
  const identity = identityOf(held)
  return identity !== null && isSameFile(identity, identityOf(wanted))
}

/** What the shell shows of a book that was just opened. */
async function shownAs(
  { pool, file, access, place, service, wasCutOff, network }: OpenedByPlace,
  { path, isQuiet }: { path: string; isQuiet: boolean },
): Promise<Pick<Open, 'state' | 'usual' | 'identity'>> {
  const facts = await factsOf(pool)
  const warnsOfPlace = place === 'synced' && !isQuiet
  const state = { ...facts, fileName: basename(path), access, place, service, wasCutOff, network, warnsOfPlace }
  return { state, usual: access, identity: identityOf(file) }
}

async function factsOf(pool: WorkerPool): Promise<BookFacts> {
  const reply = await pool.call({ id: 0, kind: 'query', path: 'book.facts', input: undefined })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as BookFacts
}
