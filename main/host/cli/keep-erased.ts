// What the command line tells this machine of erased rows (host/backups/erased-rows.ts).
import type { OpenBook } from '#main/db/book.ts'
import { erasedRowsOf } from '#main/db/erase.ts'
import { read } from '#main/db/statements.ts'
import { backupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { keepErased } from '#main/host/backups/erased-rows.ts'
import type { Places } from '#main/host/places.ts'

export function keepErasedOf(book: OpenBook, places: Places): void {
  keepErased(backupSettingsFile(places.data), book.uid, read(book.connection, erasedRowsOf))
}
