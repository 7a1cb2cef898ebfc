// What every screen says of backups: when the last was made, a place where the last try failed, whether one is overdue, an
// upgrade that can be taken back. Read from what this
// machine keeps and from file names, so that it costs nothing when a book is opened.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { folderBeside } from '#main/db/backup-paths.ts'
import { readBackupName } from '#main/domain/backups/backup-name.ts'
import { foldersOf, targetsOf } from '#main/host/backups/backup-places.ts'
import type { BackupSettings, BackupSettingsFile } from '#main/host/backups/backup-settings.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import type { Instant } from '#shared/dates.ts'
import type { BackupNotices, BackupRules } from '#shared/schemas/backups.ts'

/** After this long nobody goes back without looking under Backups first. */
const newsForMs = 14 * 86_400_000

type NoticeParts = { held: HeldBook | null; settings: BackupSettingsFile; waitingSince: Instant | null; now: number }

export function backupNotices({ held, settings, waitingSince, now }: NoticeParts): BackupNotices {
  if (held?.state.access.mode !== 'write') return { failures: [], upgradedAt: null, last: null }
  const kept = settings.read(held.state.uid)
  const failures = targetsOf(held.path, kept).flatMap(({ kind, folder, isBesideBook }) => {
    const failure = kept.failures[kind]
    return failure === null
      ? []
      : [{ place: kind, folder: isBesideBook ? '' : basename(folder), at: failure.at as Instant, error: failure.error }]
  })
  const upgradedAt = lastUpgradeBackup(held.path)
  const isNews = upgradedAt !== null && upgradedAt > kept.seenUpgrade && now - upgradedAt < newsForMs
  const lastAt = lastBackup(held.path, kept)
  const isOverdue = !held.state.isSample && waitingSince !== null && now - waitingSince > patienceMs(kept.rules)
  // The sample company is backed up by hand only: that there is none yet is nothing to say.
  const last = held.state.isSample && lastAt === null ? null : { at: lastAt, isOverdue }
  return { failures, upgradedAt: isNews ? upgradedAt : null, last }
}

const hourMs = 3_600_000

/** How long work may wait for the clock's next backup, with an hour or two to spare; for ever where none is wanted. */
function patienceMs({ on }: BackupRules): number {
  if (on.hourly) return 2 * hourMs
  return on.daily ? 26 * hourMs : Number.POSITIVE_INFINITY
}

/** By the names in every place: the newest that is called after this book. */
function lastBackup(bookPath: string, kept: BackupSettings): Instant | null {
  const stem = basename(bookPath).replace(/\.quay$/i, '')
  const moments = foldersOf(bookPath, kept)
    .flatMap(namesIn)
    .filter((name) => name.startsWith(`${stem} `))
    .flatMap((name) => readBackupName(name)?.madeAt ?? [])
  return moments.length === 0 ? null : (Math.max(...moments) as Instant)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function lastUpgradeBackup(bookPath: string): Instant | null {
  const moments = namesIn(folderBeside(bookPath))
    .map(readBackupName)
    .flatMap((named) => (named?.cause === 'upgrade' ? [named.madeAt] : []))
  return moments.length === 0 ? null : (Math.max(...moments) as Instant)
}
