// The way back for a book that does not open: the newest whole backup beside it takes its place.
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { folderBeside } from '#main/db/backup-paths.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { damagedPath } from '#main/host/backups/backup-places.ts'
import type { DamagedBook } from '#main/host/health/damaged-book.ts'
import type { FoundBackup } from '#main/services/backups/list-backups.ts'
import { AppError } from '#shared/errors.ts'
import type { DamagedOffer } from '#shared/schemas/health.ts'

type Parts = Pick<BackupParts, 'keeper' | 'porter' | 'tokens' | 'erased'> & { damaged: DamagedBook }

/** Null where no book was refused as damaged, or something was done about it. */
export async function damagedOffer({ porter, tokens, damaged }: Parts): Promise<DamagedOffer | null> {
  const path = damaged.path()
  if (path === null || !existsSync(path)) return null
  const backup = await newestBackup(porter, path)
  return { token: tokens.tokenOf(path), fileName: basename(path), backupAt: backup?.madeAt ?? null }
}

export async function bringBack({ keeper, porter, damaged, erased }: Parts): Promise<void> {
  const path = damaged.path()
  const backup = path && (await newestBackup(porter, path))
  if (!path || !backup) throw new AppError('backups/gone')
  const keepDamaged = damagedPath(path, Date.now())
  if (!existsSync(dirname(keepDamaged))) mkdirSync(dirname(keepDamaged))
  const input = { file: path, backup: backup.path, keepDamaged }
  await porter.carry({ kind: 'mutation', path: 'inner.backups.put', input })
  damaged.forget()
  await keeper.open(path, null)
  await erased.settled()
}

async function newestBackup(porter: Parts['porter'], path: string): Promise<FoundBackup | undefined> {
  const input = { folders: [folderBeside(path)], uid: '', own: path }
  const found = await porter.carry<FoundBackup[]>({ kind: 'query', path: 'inner.backups.list', input })
  return found.find(({ facts }) => facts !== null)
}
