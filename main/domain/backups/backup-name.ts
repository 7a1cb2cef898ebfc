// The file name of a backup: the book's name, when it was made (UTC) and why. Whoever looks into the folder can read it.
import type { Instant } from '#shared/dates.ts'
import type { BackupCause } from '#shared/schemas/backups.ts'

const words: Readonly<Record<Exclude<BackupCause, 'other'>, string>> = {
  quit: 'quit',
  hourly: 'hourly',
  daily: 'daily',
  manual: 'by-hand',
  upgrade: 'before-upgrade',
  import: 'before-import',
  merge: 'before-merge',
  restore: 'before-restore',
}

export type NamedBackup = { cause: BackupCause; madeAt: Instant }

/** `Name 2026-11-22 19-30-05Z before-import.quay`. */
export function backupName(stem: string, madeAt: Instant, cause: Exclude<BackupCause, 'other'>): string {
  const [day = '', time = ''] = new Date(madeAt).toISOString().split('T')
  return `${stem} ${day} ${time.slice(0, 8).replaceAll(':', '-')}Z ${words[cause]}.quay`
}

const form = / (\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2})Z ([a-z-]+)\.quay$/

/** When and why, by the name; null for a file that was not named by us. */
export function readBackupName(fileName: string): NamedBackup | null {
  const [, day, hour, minute, second, word] = form.exec(fileName) ?? []
  const madeAt = Date.parse(`${day}T${hour}:${minute}:${second}Z`)
  const cause = (Object.keys(words) as (keyof typeof words)[]).find((key) => words[key] === word)
  return cause === undefined || Number.isNaN(madeAt) ? null : { cause, madeAt: madeAt as Instant }
}

/** While it is written a backup has this behind its name: it is none yet. */
export const partialSuffix = '.partial'
