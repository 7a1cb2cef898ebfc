// Whether the clock asks for a backup: the first of the day, else one each hour.
import { dayOf, type Instant } from '#shared/dates.ts'
import type { BackupRules } from '#shared/schemas/backups.ts'

const hourMs = 3_600_000

export type DueFacts = {
  now: Instant
  timeZone: string
  rules: BackupRules
  /** When the last daily one, and the last of any cause, were made here. */
  lastDailyAt: Instant | null
  lastAt: Instant | null
}

/** The cause that is due now, if one is. Whether the book has changed at all is for the caller to see. */
export function dueBackup({ now, timeZone, rules, lastDailyAt, lastAt }: DueFacts): 'daily' | 'hourly' | null {
  const isNewDay = lastDailyAt === null || dayOf(lastDailyAt, timeZone) !== dayOf(now, timeZone)
  if (rules.on.daily && isNewDay) return 'daily'
  // A clock that was set back must not stop the backups.
  const age = lastAt === null ? hourMs : Math.abs(now - lastAt)
  return rules.on.hourly && age >= hourMs ? 'hourly' : null
}
