// What whoever makes a copy wants to know before.
import type { ReadDb } from '#main/db/database.ts'
import { countLeftOut } from '#main/services/copies/leave-out-contents.ts'
import type { CopyFacts } from '#shared/schemas/copies.ts'

export function copyFacts(db: ReadDb): CopyFacts {
  const page = (name: string) => Number(db.raw(`PRAGMA ${name}`)[0]?.[0] ?? 0)
  const files = db.get<{ n: number; bytes: number }>(
    'SELECT count(*) AS n, coalesce(sum(length(content)), 0) AS bytes FROM attachments',
  )
  return {
    companyName: db.get<{ name: string }>('SELECT company_name AS name FROM books WHERE id = 1')?.name ?? '',
    bytes: (page('page_count') - page('freelist_count')) * page('page_size'),
    files: files?.n ?? 0,
    fileBytes: files?.bytes ?? 0,
    filesLeftOut: countLeftOut(db),
  }
}
