// Opens a book the way its place asks for: for writing, for reading where another program writes it, as a private copy where
// nothing can be written, as a working copy where it lies on a network.
import { existsSync, mkdirSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NewBook } from '#main/db/book.ts'
import { isLocked } from '#main/db/lock.ts'
import { foldLeftovers } from '#main/db/reading.ts'
import { logFailure } from '#main/host/log.ts'
import { makeWorkingCopy, networkBook } from '#main/host/network/open-network.ts'
import { type WorkingCopy, workingCopy } from '#main/host/network/working-copy.ts'
import { type ClassifiedPlace, classifyPlace } from '#main/host/opening/classify-place.ts'
import { placeFacts } from '#main/host/opening/place-facts.ts'
import { privateCopy } from '#main/host/opening/private-copy.ts'
import { openPool, type PoolSettings, type WorkerPool } from '#main/host/worker-pool.ts'
import { AppError } from '#shared/errors.ts'
import type { BookAccess, NetworkState } from '#shared/schemas/host.ts'

/**
 * usual: for writing where it can be; read: beside the program that took it over; take-over: for writing whoever writes;
 * backup: as a private copy, to look into.
 */
export type OpenAs = 'usual' | 'read' | 'take-over' | 'backup'

export type OpenWish = {
  path: string
  create: NewBook | null
  as: OpenAs
  /** Where the program keeps what is its own. */
  dataFolder: string
  pool: Omit<PoolSettings, 'file' | 'create' | 'reading' | 'takeOver'>
  /** Hears how a book on a network stands. */
  onNetwork: (state: NetworkState) => void
}

export type OpenedByPlace = ClassifiedPlace & {
  pool: WorkerPool
  /** What the pool has open: the book itself, or a copy of it. */
  file: string
  access: BookAccess
  wasCutOff: boolean
  network: NetworkState | null
  /** For a book on a network: the working copy and the book there become the same. */
  bringTogether(): Promise<void>
  /** Closes the pool, and leaves the place as it is to be left. */
  close(): Promise<void>
}

/** Opens the book; one on a network as its working copy. */
export async function openByPlace(wish: OpenWish): Promise<OpenedByPlace> {
  if (wish.as === 'backup') return openHere(wish)
  const copy = workingCopy(wish.dataFolder, wish.path)
  const { place, service } = classifyPlace(await placeFacts(dirname(wish.path)))
  if (place !== 'network' && !copy.exists()) return openHere(wish)
  if (wish.create === null && !copy.exists()) {
    const isMade = await madeWorkingCopy(wish.path, copy)
    if (!isMade) return openPrivately(wish, { place, service, wasCutOff: false, network: null, bringTogether: nothing })
  }
  if (wish.create !== null) refuseTaken(wish.path, copy.file)
  const opened = await openHere({ ...wish, path: copy.file })
  const isWriter = opened.access.mode === 'write'
  const network = networkBook({ path: wish.path, copy, pool: opened.pool, tell: wish.onNetwork })
  const togetherAt = copy.together()?.at ?? null
  // Nobody waits for the network: what comes from it comes into the open book.
  if (isWriter) void network.bringTogether()
  return {
    ...opened,
    place: 'network',
    service,
    network: { isReachable: true, togetherAt, cameIn: 0, problem: null },
    bringTogether: async () => (isWriter ? network.bringTogether() : undefined),
    async close() {
      if (isWriter) await network.bringTogetherBeforeClosing()
      await opened.close()
    },
  }
}

/** False where nothing can be written there: what is worked here could never be brought back, so it is only read. */
async function madeWorkingCopy(path: string, copy: WorkingCopy): Promise<boolean> {
  try {
    await makeWorkingCopy(path, copy)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'book/no-lock') return false
    throw error
  }
}

function refuseTaken(path: string, file: string): void {
  if (existsSync(path)) throw new AppError('book/exists')
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
}

async function openHere(wish: OpenWish): Promise<OpenedByPlace> {
  if (wish.create === null && !existsSync(wish.path)) throw new AppError('book/not-found')
  const found = classifyPlace(await placeFacts(dirname(wish.path)))
  const place = {
    ...found,
    wasCutOff: wish.create === null && wasCutOff(wish.path),
    network: null,
    bringTogether: nothing,
  }
  if (wish.as === 'read') return openBeside(wish, place)
  if (wish.as === 'backup') return openPrivately(wish, { ...place, wasCutOff: false }, 'backup')
  if (wish.create === null && !(await canWrite(wish.path))) return openPrivately(wish, place)
  try {
    return await openForWriting(wish, place)
  } catch (error) {
    const code = error instanceof AppError ? error.code : ''
    if (code === 'book/in-use' && wish.create === null) return openBeside(wish, place)
    if (code === 'book/no-lock' && wish.create === null) return openPrivately(wish, place)
    throw error
  }
}

const nothing = async () => {}

type Found = ClassifiedPlace & Pick<OpenedByPlace, 'wasCutOff' | 'network' | 'bringTogether'>

async function openForWriting({ path, create, as, pool: settings }: OpenWish, place: Found): Promise<OpenedByPlace> {
  const pool = await openPool({ ...settings, file: path, create, takeOver: as === 'take-over' })
  return { ...place, pool, file: path, access: { mode: 'write' }, close: () => pool.close() }
}

/** Another program writes the book: what it writes is read here. */
async function openBeside({ path, pool: settings }: OpenWish, place: Found): Promise<OpenedByPlace> {
  const pool = await openPool({
    ...settings,
    file: path,
    create: null,
    reading: { why: 'in-use', isPrivateCopy: false },
  })
  return {
    ...place,
    pool,
    file: path,
    access: { mode: 'read', reason: 'in-use', isFree: false },
    async close() {
      await pool.close()
      foldWhatIsLeft(path)
    },
  }
}

/** Where the writer closed before its readers, the last of them leaves one file. */
function foldWhatIsLeft(file: string): void {
  try {
    foldLeftovers(file)
  } catch (error) {
    const isUsual = error instanceof AppError && ['book/in-use', 'book/no-lock', 'book/other-name'].includes(error.code)
    if (!isUsual) logFailure('fold', error)
  }
}

async function openPrivately(
  { path, dataFolder, pool: settings }: OpenWish,
  place: Found,
  why: 'read-only' | 'backup' = 'read-only',
): Promise<OpenedByPlace> {
  const copy = await copied(path, join(dataFolder, 'private'))
  try {
    const reading = { why, isPrivateCopy: true }
    const pool = await openPool({ ...settings, file: copy.file, create: null, reading })
    return {
      ...place,
      pool,
      file: copy.file,
      access: { mode: 'read', reason: why },
      async close() {
        await pool.close()
        copy.remove()
      },
    }
  } catch (error) {
    copy.remove()
    throw error
  }
}

async function copied(path: string, root: string) {
  try {
    return await privateCopy(path, root)
  } catch (error) {
    if (error instanceof AppError) throw error
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new AppError(code === 'ENOSPC' ? 'book/no-room-for-copy' : 'book/cannot-open', { reason: code })
  }
}

/**
 * Whether the program that wrote the book last ended without closing it: its lock file lies there, and nobody holds it.
 * Looked at before the book is opened.
 */
function wasCutOff(path: string): boolean {
  return existsSync(`${path}-lock`) && !isLocked(path)
}

/** Both the file and its folder: SQLite makes files beside the book. */
async function canWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK)
    await access(dirname(path), constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
