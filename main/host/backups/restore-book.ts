// The way back to a backup: the book as it is is kept first, then the backup takes its place in the closed file.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { damagedPath } from '#main/host/backups/backup-places.ts'
import { isDamagedBook } from '#main/host/backups/damaged-book.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { AppError } from '#shared/errors.ts'

/** Nothing is restored that could not be looked into, and nothing while the book as it is could not be kept. */
export async function restoreBook(parts: BackupParts, backup: string, stayClosed = false): Promise<void> {
  const { keeper, watch, porter, emit } = parts
  const held = keeper.held()
  if (!held) throw new AppError('book/closed')
  await keepPresent(watch)
  await keepErasures(parts, held)
  const keepDamaged = damagedPath(held.path, Date.now())
  await keeper.aside(async (file) => {
    if (!existsSync(dirname(keepDamaged))) mkdirSync(dirname(keepDamaged))
    await porter.carry({ kind: 'mutation', path: 'inner.backups.put', input: { file, backup, keepDamaged } })
  }, stayClosed)
  await parts.erased.settled()
  emit({ type: 'changed', tables: ['backups'] })
}

/** A damaged book cannot be backed up: that is why it is restored. Its bytes are kept while it is closed. */
async function keepPresent(watch: BackupParts['watch']): Promise<void> {
  try {
    await watch.make('restore')
  } catch (error) {
    if (!isDamagedBook(error)) throw error
  }
}

/** Before the restore, and on this machine. A damaged book cannot tell: what is kept since it was erased must do. */
async function keepErasures({ erased }: BackupParts, held: HeldBook): Promise<void> {
  try {
    await erased.keep(held)
  } catch (error) {
    if (!isDamagedBook(error)) throw error
  }
}
