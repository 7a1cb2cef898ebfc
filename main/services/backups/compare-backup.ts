// A backup held against the open book: what each holds, what was done since, what would come back.
import { factsOfBackup, withBackup } from '#main/db/backup-file.ts'
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import type { Connection } from '#main/db/database.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { workBeyond } from '#main/db/work-beyond.ts'
import { AppError } from '#shared/errors.ts'
import type { BackupPreview } from '#shared/schemas/backups.ts'

export type Comparison = Pick<
  BackupPreview,
  'companyName' | 'schemaVersion' | 'lastWorkAt' | 'lastPerson' | 'counts' | 'since' | 'back' | 'isOlderFormat'
>

/** What people count: records that they see as such. */
const counted = ['products', 'parties', 'sales_orders', 'order_lines', 'stock_movements', 'papers', 'tasks'] as const

const nothing = { operations: 0, firstAt: null, lastAt: null, people: [], kinds: [] }

/** `handle` is the open book; null where there is none that could be read. `backups/not-this-book` for another book's file. */
export function compareBackup(handle: BookHandle | null, file: string): Comparison {
  const book = handle && connectionOf(handle)
  return withBackup(file, (backup) => {
    const facts = factsOfBackup(backup)
    if (book) refuseOther(book, facts)
    return {
      companyName: facts.companyName,
      schemaVersion: facts.schemaVersion,
      lastWorkAt: facts.lastWorkAt,
      lastPerson: facts.lastPerson,
      counts: counted.flatMap((table) => {
        const before = countOf(backup, table)
        return before === null ? [] : [{ table, before, now: book && countOf(book, table) }]
      }),
      since: book ? workBeyond(book, backup) : nothing,
      back: book ? workBeyond(backup, book) : nothing,
      isOlderFormat: book !== null && facts.schemaVersion < schemaVersion(book),
    }
  })
}

function refuseOther(book: Connection, { uid, companyName }: { uid: string; companyName: string }): void {
  const own = book.prepare('SELECT uid FROM books WHERE id = 1').pluck().get()
  if (own !== uid) throw new AppError('backups/not-this-book', { company: companyName })
}

/** Living rows; null where the file's schema has no such table yet. */
function countOf(connection: Connection, table: string): number | null {
  const columns = connection.pragma(`table_info("${table}")`) as { name: string }[]
  if (columns.length === 0) return null
  const living = columns.some(({ name }) => name === 'deleted') ? ' WHERE deleted = 0' : ''
  return connection.prepare(`SELECT count(*) FROM ${table}${living}`).pluck().get() as number
}
