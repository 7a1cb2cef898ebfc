// When a key that takes back should ask first: what is large, and what was done before this window was opened or before today.
import { dayOf, type Instant } from '#shared/dates.ts'
import type { NextUndo } from '#shared/schemas/history.ts'
import type { UndoDoubt } from './undo-question.tsx'

/** More than a person does by hand in one go: an import, a paste, a change in bulk. */
const manyRows = 30

type Now = { now: number; startedAt: number; timeZone: string }

export function doubtOf({ at, rows }: NextUndo, { now, startedAt, timeZone }: Now): UndoDoubt | null {
  if (rows > manyRows) return 'large'
  const isToday = dayOf(at as Instant, timeZone) === dayOf(now as Instant, timeZone)
  return at < startedAt || !isToday ? 'old' : null
}
