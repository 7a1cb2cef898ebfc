// Which backups of one place may go: those beyond the number that is kept of their cause. The newest good one always stays.
import type { Instant } from '#shared/dates.ts'
import { type BackupCause, type CountedCause, countedCauses, type KeepCounts } from '#shared/schemas/backups.ts'

/** `isGood`: the file opens and says that it is this book. One that does not is left for a person to look at. */
export type KeptBackup = { name: string; cause: BackupCause; madeAt: Instant; isGood: boolean }

/** What may be removed. Backups by hand, and files that somebody put there, stay until somebody deletes them. */
export function backupsToRemove<Backup extends KeptBackup>(backups: readonly Backup[], keep: KeepCounts): Backup[] {
  const good = newestFirst(backups.filter((backup) => backup.isGood))
  const last = good[0]
  return countedCauses.flatMap((cause) => beyond(good, cause, keep[cause])).filter((backup) => backup !== last)
}

function beyond<Backup extends KeptBackup>(good: readonly Backup[], cause: CountedCause, count: number): Backup[] {
  return good.filter((backup) => backup.cause === cause).slice(Math.max(1, count))
}

function newestFirst<Backup extends KeptBackup>(backups: readonly Backup[]): Backup[] {
  return [...backups].sort((left, right) => right.madeAt - left.madeAt || (left.name < right.name ? 1 : -1))
}
