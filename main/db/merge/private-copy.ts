// A private copy of another book's file, however that lies there: closed, open in another program, left by a killed one, in
// a folder where nothing can be written. The other file is only read.
import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyClosedBook } from '#main/db/copy-closed-book.ts'
import { openReader } from '#main/db/database.ts'
import { privateFolder } from '#main/db/private-folder.ts'
import { AppError } from '#shared/errors.ts'

export type PrivateCopy = { file: string; remove(): void }

/** Copies a book's file into a folder of its own below `folder`. `own` is our open book, which is refused. */
export async function privateCopy(
  file: string,
  { own, folder }: { own: string; folder?: string },
): Promise<PrivateCopy> {
  const home = privateFolder(folder)
  try {
    const copy = join(home.path, 'other.quay')
    await copyOther(file, { own, copy })
    return { file: copy, remove: home.remove }
  } catch (error) {
    home.remove()
    throw error
  }
}

/** Copies it to a path in a private folder that the caller has. `merge/not-found`, `merge/same-file`, `merge/busy`, … */
export async function copyOther(file: string, { own, copy }: { own: string; copy: string }): Promise<void> {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new AppError('merge/not-found')
  if (isSameFile(found, own)) throw new AppError('merge/same-file')
  try {
    await copyInto(file, copy)
  } catch (error) {
    throw asRefusal(error)
  }
}

function isSameFile(found: Stats, own: string): boolean {
  const ours = statSync(own, { throwIfNoEntry: false, bigint: false })
  return ours !== undefined && ours.ino === found.ino && ours.dev === found.dev && ours.ino !== 0
}

/** A book with shared memory beside it is (or was) open: SQLite alone knows which of its pages count. */
async function copyInto(file: string, copy: string): Promise<void> {
  if (isThere(`${file}-shm`)) {
    const isCopied = await copyThroughSqlite(file, copy)
    if (isCopied) return
  }
  if (!(await copyClosedBook(file, copy))) throw new AppError('merge/busy')
}

async function copyThroughSqlite(file: string, copy: string): Promise<boolean> {
  try {
    const reader = openReader(file)
    try {
      await reader.backup(copy, { progress: () => everyPage })
    } finally {
      reader.close()
    }
    return true
  } catch (error) {
    if (isFull(error)) throw error
    // A folder where nothing can be written, or no database at all: what lies there is looked at as it is.
    return false
  }
}

const everyPage = 2 ** 31 - 1

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined
}

function isFull(error: unknown): boolean {
  return /^(ENOSPC|SQLITE_FULL)$/.test(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function asRefusal(error: unknown): unknown {
  if (isFull(error)) return new AppError('book/disk-full')
  const code = codeOf(error)
  return /^E[A-Z]+$/.test(code) ? new AppError('merge/cannot-read', { reason: code }) : error
}
