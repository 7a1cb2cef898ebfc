// Whether a customer may owe this much.
import { type Day, daysBetween } from '#shared/dates.ts'
import type { CreditReason, CreditVerdict } from '#shared/schemas/receivables.ts'

export type CreditCase = {
  /** Below 0: credits and money on account. No day: not certainly due. */
  items: readonly { currency: string; openMinor: number; dueOn: Day | null }[]
  /** In the limit's currency; null: none. */
  limitMinor: number | null
  action: 'warn' | 'stop'
  today: Day
  /** More days overdue than these are warned of; null: never. */
  overdueDays: number | null
}

export type CreditOutcome = {
  verdict: CreditVerdict['verdict']
  reasons: CreditReason[]
  openMinor: number
  overdueMinor: number
  oldestOn: Day | null
}

/** Exactly the limit is within it. What stops is the limit alone; what is overdue or cannot be converted warns. */
export function creditOutcome(
  { items, limitMinor, action, today, overdueDays }: CreditCase,
  inLimit: (minor: number, currency: string) => number | null,
): CreditOutcome {
  const worth = items.map((item) => ({ ...item, minor: inLimit(item.openMinor, item.currency) }))
  const openMinor = worth.reduce((sum, { minor }) => sum + (minor ?? 0), 0)
  const overdue = worth.filter(({ dueOn, openMinor: open }) => dueOn !== null && dueOn < today && open > 0)
  const oldestOn = overdue.reduce<Day | null>(
    (old, { dueOn }) => (old === null || (dueOn ?? '') < old ? dueOn : old),
    null,
  )
  const isLate = overdueDays !== null && oldestOn !== null && daysBetween(oldestOn, today) > overdueDays
  const reasons: CreditReason[] = [
    ...(limitMinor !== null && openMinor > limitMinor ? (['over_limit'] as const) : []),
    ...(isLate ? (['overdue'] as const) : []),
    ...(limitMinor !== null && worth.some(({ minor }) => minor === null) ? (['no_rate'] as const) : []),
  ]
  const isStopped = action === 'stop' && reasons.includes('over_limit')
  return {
    verdict: isStopped ? 'stop' : reasons.length > 0 ? 'warn' : 'ok',
    reasons,
    openMinor,
    overdueMinor: overdue.reduce((sum, { minor }) => sum + (minor ?? 0), 0),
    oldestOn,
  }
}
