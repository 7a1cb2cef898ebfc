// Copies of an open book. They come from SQLite itself: no file call ever opens a book that is open in this process.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Connection } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'

const everyPage = 2 ** 31 - 1

/** Copies the whole book in one step and checks the copy; a copy that does not check is removed and said. */
export async function backUp(connection: Connection, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true })
  await connection.backup(target, { progress: () => everyPage })
  const problem = integrityProblem(target)
  if (problem === null) return
  rmSync(target, { force: true })
  throw new AppError('book/backup-failed', { reason: problem })
}

function integrityProblem(file: string): string | null {
  const copy = new Sqlite(file, { readonly: true })
  try {
    const result = copy.pragma('quick_check', { simple: true })
    return result === 'ok' ? null : String(result)
  } finally {
    copy.close()
  }
}

const kept = 5

/** Where the backup before an upgrade goes: beside the book, in a folder of its own; the newest few are kept. */
export function upgradeBackupPath(file: string, version: number, now: number): string {
  const folder = join(dirname(file), `${basename(file)}-backups`)
  mkdirSync(folder, { recursive: true })
  const older = readdirSync(folder)
    .filter((name) => name.startsWith('before-upgrade-'))
    .sort()
  for (const name of older.slice(0, Math.max(0, older.length - kept + 1))) rmSync(join(folder, name), { force: true })
  const stamp = new Date(now).toISOString().replaceAll(':', '-').slice(0, 19)
  return join(folder, `before-upgrade-${stamp}-from-${version}.quay`)
}
