// A file gets its name only when it is whole: it is made under another one beside it, flushed, and then renamed.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '#shared/errors.ts'

export type Target = { path: string; replace: boolean }

/** Side files of a book that is open somewhere, or was left by a killed program. */
const sides = ['-wal', '-shm', '-journal', '-lock']
const halfSuffix = '.half'

/** Runs `make` with the path to write to; the file is then in its place, or nothing is left of it. */
export async function putInPlace(target: Target, make: (half: string) => Promise<void>): Promise<void> {
  refuseTaken(target)
  const half = `${target.path}${halfSuffix}`
  try {
    removeHalf(half)
    await make(half)
    flush(half)
    // Someone may have put a file there meanwhile.
    refuseTaken(target)
    renameSync(half, target.path)
    flushFolder(dirname(target.path))
  } catch (error) {
    removeHalf(half)
    throw asRefusal(error, target)
  }
}

/** `copies/exists` unless it may be replaced; `copies/target-in-use` for a book that is open: none is ever renamed over. */
function refuseTaken({ path, replace }: Target): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isFile()) throw new AppError('files/not-a-file', { name: basename(path) })
  if (!replace) throw new AppError('copies/exists', { name: basename(path) })
  if (sides.some((side) => statSync(path + side, { throwIfNoEntry: false })))
    throw new AppError('copies/target-in-use', { name: basename(path) })
}

function removeHalf(half: string): void {
  for (const side of ['', ...sides]) rmSync(half + side, { force: true })
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The new name survives a power cut as well; Windows keeps it without being asked. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Some sticks and network drives cannot; the file itself is flushed.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(codeOf(error))) throw error
  } finally {
    closeSync(handle)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function asRefusal(error: unknown, { path }: Target): unknown {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/.test(code)) return new AppError('copies/no-room')
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EIO)/.test(code))
    return new AppError('copies/cannot-write', { name: basename(path), reason: code })
  return error
}
