// The last upgrade of the open book: when it was, and what was written since.

import type { ReadDb } from '#main/db/database.ts'
import { ticksPerMs } from '#main/db/log-clock.ts'
import type { Instant } from '#shared/dates.ts'

export type UpgradeFacts = {
  upgradedAt: Instant
  /** The schema the book had before it; 0 for a book that was made with this one. */
  fromVersion: number
  workSince: number
}

/** The steps of one upgrade were noted at one moment. Null for a book that never had another schema. */
export function lastUpgrade(db: ReadDb): UpgradeFacts | null {
  const last = db.get<{ at: Instant; first: number }>(
    'SELECT applied_at AS at, min(number) AS first FROM migrations GROUP BY applied_at ORDER BY applied_at DESC LIMIT 1',
  )
  const before = db.get<{ number: number | null }>(
    'SELECT max(number) AS number FROM migrations WHERE number < ?',
    last?.first ?? 0,
  )
  if (!last || !before?.number) return null
  const { n = 0 } =
    db.get<{ n: number }>('SELECT count(*) AS n FROM operations WHERE clock >= ?', last.at * ticksPerMs) ?? {}
  return { upgradedAt: last.at, fromVersion: before.number, workSince: n }
}
