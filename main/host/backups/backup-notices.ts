// What every screen says of backups: a place where the last try failed, an upgrade that can be taken back. Read from what this
// machine keeps and from file names, so that it costs nothing when a book is opened.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { folderBeside } from '#main/db/backup-paths.ts'
import { readBackupName } from '#main/domain/backups/backup-name.ts'
import { targetsOf } from '#main/host/backups/backup-places.ts'
import type { BackupSettingsFile } from '#main/host/backups/backup-settings.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import type { Instant } from '#shared/dates.ts'
import type { BackupNotices } from '#shared/schemas/backups.ts'

/** After this long nobody goes back without looking under Backups first. */
const newsForMs = 14 * 86_400_000

export function backupNotices(held: HeldBook | null, settings: BackupSettingsFile, now: number): BackupNotices {
  if (held?.state.access.mode !== 'write') return { failures: [], upgradedAt: null }
  const kept = settings.read(held.state.uid)
  const failures = targetsOf(held.path, kept).flatMap(({ kind, folder, isBesideBook }) => {
    const failure = kept.failures[kind]
    return failure === null
      ? []
      : [{ place: kind, folder: isBesideBook ? '' : basename(folder), at: failure.at as Instant, error: failure.error }]
  })
  const upgradedAt = lastUpgradeBackup(held.path)
  const isNews = upgradedAt !== null && upgradedAt > kept.seenUpgrade && now - upgradedAt < newsForMs
  return { failures, upgradedAt: isNews ? upgradedAt : null }
}

function lastUpgradeBackup(bookPath: string): Instant | null {
  let names: string[]
  try {
    names = readdirSync(folderBeside(bookPath))
  } catch {
    return null
  }
  const moments = names.map(readBackupName).flatMap((named) => (named?.cause === 'upgrade' ? [named.madeAt] : []))
  return moments.length === 0 ? null : (Math.max(...moments) as Instant)
}
