// A backup as a file: opened to read only, and what it says of itself.
import { statSync } from 'node:fs'
import { fingerprintOf } from '#main/db/backup.ts'
import { isDamage } from '#main/db/damage.ts'
import { applicationId, type Connection, openReader } from '#main/db/database.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { migrations } from '#main/db/migrations.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

export type BackupFacts = {
  uid: string
  companyName: string
  schemaVersion: number
  fingerprint: string
  lastWorkAt: Instant | null
  lastPerson: string
}

/** Does work with a backup opened to read; `backups/gone`, `backups/unreadable` or `backups/newer-format` instead. */
export function withBackup<Result>(file: string, work: (backup: Connection) => Result): Result {
  const backup = openBackup(file)
  try {
    return work(backup)
  } catch (error) {
    throw isDamage(error) || isMissingTable(error) ? new AppError('backups/unreadable') : error
  } finally {
    backup.close()
  }
}

export function openBackup(file: string): Connection {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new AppError('backups/gone')
  let backup: Connection | null = null
  try {
    backup = openReader(file)
    // It may lie on a stick that is pulled out: a mapped page that is gone would end the whole program.
    backup.pragma('mmap_size = 0')
    if (backup.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('backups/unreadable')
    if (schemaVersion(backup) > (migrations.at(-1)?.number ?? 0)) throw new AppError('backups/newer-format')
    return backup
  } catch (error) {
    backup?.close()
    throw error instanceof AppError ? error : new AppError('backups/unreadable')
  }
}

function isMissingTable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR'
}

export function factsOfBackup(backup: Connection): BackupFacts {
  const book = backup.prepare('SELECT uid, company_name FROM books WHERE id = 1').get() as
    | { uid: string; company_name: string }
    | undefined
  if (!book) throw new AppError('backups/unreadable')
  const last = lastWork(backup)
  return {
    uid: book.uid,
    companyName: book.company_name,
    schemaVersion: schemaVersion(backup),
    fingerprint: fingerprintOf(backup),
    lastWorkAt: last?.at ?? null,
    lastPerson: last?.person ?? '',
  }
}

/** The newest operation by the clock, and who did it. */
export function lastWork(connection: Connection): { at: Instant; person: string } | undefined {
  return connection
    .prepare(
      `SELECT o.wall_at AS at, coalesce(p.name, '') AS person FROM operations o LEFT JOIN people p ON p.id = o.person_id
       ORDER BY o.clock DESC, o.replica DESC LIMIT 1`,
    )
    .get() as { at: Instant; person: string } | undefined
}
