// The backups in some folders. What a file says of itself is read once, as long as it does not change.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupFacts, factsOfBackup, withBackup } from '#main/db/backup-file.ts'
import { readBackupName } from '#main/domain/backups/backup-name.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { BackupCause } from '#shared/schemas/backups.ts'

export type FoundBackup = {
  path: string
  folder: string
  name: string
  cause: BackupCause
  madeAt: Instant
  size: number
  /** Null where the file is not a whole book. */
  facts: BackupFacts | null
}

/** Backups of a book (of any where `uid` is empty: a damaged book cannot say which it is), newest first; files that cannot be read are among them when their name says that they are backups. */
export function listBackups(folders: readonly string[], uid: string, own: string): FoundBackup[] {
  return [...new Set(folders)]
    .flatMap(backupsIn)
    .filter(
      (found) =>
        found.path !== own && (found.facts && uid !== '' ? found.facts.uid === uid : readBackupName(found.name)),
    )
    .sort((left, right) => right.madeAt - left.madeAt || (left.name < right.name ? 1 : -1))
}

function backupsIn(folder: string): FoundBackup[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    // Unplugged, or never made: no backups there, which the list of places says.
    return []
  }
  return names.filter((name) => name.toLowerCase().endsWith('.quay')).flatMap((name) => foundAt(folder, name))
}

function foundAt(folder: string, name: string): FoundBackup[] {
  const path = join(folder, name)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return []
  const { cause, madeAt } = readBackupName(name) ?? {
    cause: 'other' as const,
    madeAt: Math.round(stat.mtimeMs) as Instant,
  }
  return [{ path, folder, name, cause, madeAt, size: stat.size, facts: factsAt(path, `${stat.size} ${stat.mtimeMs}`) }]
}

const known = new Map<string, { stamp: string; facts: BackupFacts | null }>()

function factsAt(path: string, stamp: string): BackupFacts | null {
  const kept = known.get(path)
  if (kept?.stamp === stamp) return kept.facts
  const facts = factsOf(path)
  known.set(path, { stamp, facts })
  return facts
}

function factsOf(path: string): BackupFacts | null {
  try {
    return withBackup(path, factsOfBackup)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** One file that somebody chose. `backups/unreadable` where it is no whole book. */
export function backupAt(path: string): FoundBackup {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new AppError('backups/gone')
  const name = path.split(/[\\/]/).at(-1) ?? ''
  const { cause, madeAt } = readBackupName(name) ?? {
    cause: 'other' as const,
    madeAt: Math.round(stat.mtimeMs) as Instant,
  }
  return { path, folder: '', name, cause, madeAt, size: stat.size, facts: withBackup(path, factsOfBackup) }
}
