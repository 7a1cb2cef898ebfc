// The way back to a backup: the book as it is is kept first, then the backup takes its place in the closed file.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { damagedPath } from '#main/host/backups/backup-places.ts'
import { isDamagedBook } from '#main/host/backups/damaged-book.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import type { FoundBackup } from '#main/services/backups/list-backups.ts'
import { AppError } from '#shared/errors.ts'

export type RestoreWish = {
  stayClosed?: boolean
  /** Asked once more when the book as it is is kept; throws where the restore is not wanted any more. */
  isStillWanted?: () => Promise<void>
}

/** Nothing is restored that could not be looked into, and nothing while the book as it is could not be kept. */
export async function restoreBook(
  parts: BackupParts,
  backup: string,
  { stayClosed = false, isStillWanted }: RestoreWish = {},
): Promise<void> {
  const { keeper, watch, porter, emit } = parts
  const held = keeper.held()
  if (!held) throw new AppError('book/closed')
  const kept = await keepPresent(watch)
  await keepErasures(parts, held)
  await isStillWanted?.()
  const keepDamaged = damagedPath(held.path, Date.now())
  await keeper.aside(async (file) => {
    if (kept !== null) await refuseLaterWork(porter, file, kept)
    if (!existsSync(dirname(keepDamaged))) mkdirSync(dirname(keepDamaged))
    await porter.carry({ kind: 'mutation', path: 'inner.backups.put', input: { file, backup, keepDamaged } })
  }, stayClosed)
  await parts.erased.settled()
  emit({ type: 'changed', tables: ['backups'] })
}

/** What was written after it was kept, by any window or an import, would be in neither; the closed file tells. */
async function refuseLaterWork(porter: BackupParts['porter'], file: string, kept: string): Promise<void> {
  const fingerprint = async (path: string) => {
    const found = await porter.carry<FoundBackup>({ kind: 'query', path: 'inner.backups.at', input: { file: path } })
    return found.facts?.fingerprint
  }
  if ((await fingerprint(file)) !== (await fingerprint(kept))) throw new AppError('backups/written-meanwhile')
}

/** A damaged book cannot be backed up: that is why it is restored. Its bytes are kept while it is closed. */
async function keepPresent(watch: BackupParts['watch']): Promise<string | null> {
  try {
    return await watch.make('restore')
  } catch (error) {
    if (!isDamagedBook(error)) throw error
    return null
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
