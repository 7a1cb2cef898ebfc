// A file gets its name only when it is whole: it is made under another one beside it, flushed, and then renamed. The one way
// for a book to take another file's place: a book that is open, or that a killed program left, is never renamed over.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { truePath } from '#main/db/file-identity.ts'
import { AppError } from '#shared/errors.ts'

export type Target = { path: string; replace: boolean }

/** Side files that hold the last writes to a book; found again, they would be read into whatever file has its name. */
const lastWrites = ['-wal', '-journal']
const sides = [...lastWrites, '-shm', '-lock']

/** Runs `make` with the path to write to; the file is then in its place, or nothing is left of it. Refuses with `copies/…`. */
export async function putInPlace(target: Target, make: (half: string) => Promise<void>): Promise<void> {
  try {
    await putWhole({ ...target, suffix: '.half' }, make)
  } catch (error) {
    throw asRefusal(error, target)
  }
}

/** The same with errors as they come; `suffix` is what the file is called until it is whole. Links are followed. */
export async function putWhole(
  { path, replace, suffix }: Target & { suffix: string },
  make: (half: string) => Promise<void>,
): Promise<void> {
  const target = { path: truePath(path), replace }
  refuseTaken(target)
  const half = `${target.path}${suffix}`
  removeBook(half)
  try {
    await make(half)
    flush(half)
    // Someone may have put a file there meanwhile.
    refuseTaken(target)
    renameSync(half, target.path)
    flushFolder(dirname(target.path))
  } finally {
    removeBook(half)
  }
}

/** Removes a file that nobody has open, and all that SQLite may have left beside it. */
export function removeBook(file: string): void {
  for (const side of ['', ...sides]) rmSync(file + side, { force: true })
}

/** `copies/exists` unless it may be replaced; `copies/target-in-use` for a book that is open, or was left by a kill. */
function refuseTaken({ path, replace }: Target): void {
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found && !found.isFile()) throw new AppError('files/not-a-file', { name })
  if (found && !replace) throw new AppError('copies/exists', { name })
  const isInUse = (side: string) => statSync(path + side, { throwIfNoEntry: false }) !== undefined
  if ((found ? sides : lastWrites).some(isInUse)) throw new AppError('copies/target-in-use', { name })
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The new name survives a power cut as well; Windows keeps it without being asked, and refuses to be. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Some network and stick file systems cannot; the file itself is flushed.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'].includes(codeOf(error))) throw error
  } finally {
    closeSync(handle)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function asRefusal(error: unknown, { path }: Target): unknown {
  // The private copy that a copy is made from is made as backups are; of backups nobody spoke here.
  if (error instanceof AppError) return error.code === 'backups/no-room' ? new AppError('copies/no-room') : error
  const code = codeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/.test(code)) return new AppError('copies/no-room')
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EIO)/.test(code))
    return new AppError('copies/cannot-write', { name: basename(path), reason: code })
  return error
}
