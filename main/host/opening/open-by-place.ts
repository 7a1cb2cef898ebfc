// Opens a book the way its place asks for: for writing, for reading where another program writes it, as a private copy where
// nothing can be written, as a working copy where it lies on a network.
import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NewBook } from '#main/db/book.ts'
import { isLocked } from '#main/db/lock.ts'
import { foldLeftovers } from '#main/db/reading.ts'
import { logFailure } from '#main/host/log.ts'
import { type ClassifiedPlace, classifyPlace } from '#main/host/opening/classify-place.ts'
import { placeFacts } from '#main/host/opening/place-facts.ts'
import { privateCopy } from '#main/host/opening/private-copy.ts'
import { openPool, type PoolSettings, type WorkerPool } from '#main/host/worker-pool.ts'
import { AppError } from '#shared/errors.ts'
import type { BookAccess, NetworkState } from '#shared/schemas/host.ts'

/** usual: for writing where it can be; read: beside the program that took it over; take-over: for writing whoever writes. */
export type OpenAs = 'usual' | 'read' | 'take-over'

export type OpenWish = {
  path: string
  create: NewBook | null
  as: OpenAs
  /** Where the program keeps what is its own. */
  dataFolder: string
  pool: Omit<PoolSettings, 'file' | 'create' | 'reading' | 'takeOver'>
}

export type OpenedByPlace = ClassifiedPlace & {
  pool: WorkerPool
  /** What the pool has open: the book itself, or a copy of it. */
  file: string
  access: BookAccess
  wasCutOff: boolean
  network: NetworkState | null
  /** Closes the pool, and leaves the place as it is to be left. */
  close(): Promise<void>
}

export async function openByPlace(wish: OpenWish): Promise<OpenedByPlace> {
  const found = classifyPlace(await placeFacts(dirname(wish.path)))
  const place = { ...found, wasCutOff: wish.create === null && wasCutOff(wish.path), network: null }
  if (wish.as === 'read') return openBeside(wish, place)
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

type Found = ClassifiedPlace & Pick<OpenedByPlace, 'wasCutOff' | 'network'>

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

async function openPrivately({ path, dataFolder, pool: settings }: OpenWish, place: Found): Promise<OpenedByPlace> {
  const copy = await copied(path, join(dataFolder, 'private'))
  try {
    const reading = { why: 'read-only', isPrivateCopy: true } as const
    const pool = await openPool({ ...settings, file: copy.file, create: null, reading })
    return {
      ...place,
      pool,
      file: copy.file,
      access: { mode: 'read', reason: 'read-only' },
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
