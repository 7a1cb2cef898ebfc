// The way back to a backup: the book as it is is kept first, then the backup takes its place in the closed file.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ErasedRow } from '#main/db/erase.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { damagedPath } from '#main/host/backups/backup-places.ts'
import { ask } from '#main/host/backups/backup-watch.ts'
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
  await eraseAgain(parts)
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

/** Before the restore, and on this machine: a program that ends in the middle erases again when it next has the book open. */
async function keepErasures({ settings }: BackupParts, held: HeldBook): Promise<void> {
  const rows = await ask<ErasedRow[]>(held, 'erased').catch(() => [])
  if (rows.length > 0) settings.change(held.state.uid, () => ({ erasures: rows }))
}

/** Tells the open book, put back to an earlier state, who was erased since. */
export async function eraseAgain({ keeper, settings }: Pick<BackupParts, 'keeper' | 'settings'>): Promise<void> {
  const held = keeper.held()
  if (held?.state.access.mode !== 'write') return
  const { erasures } = settings.read(held.state.uid)
  if (erasures.length === 0) return
  const call = { id: 0, kind: 'mutation', path: 'inner.backups.eraseAgain', input: erasures } as const
  const reply = await held.pool.call(call)
  // Where nobody has said who works here nothing can be written yet: it is tried again when the book is opened next.
  if (reply.ok) settings.change(held.state.uid, () => ({ erasures: [] }))
}
