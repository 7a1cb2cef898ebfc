// Days that people look back to: yesterday, a week ago, the ends of last month and last year.
import { addDays, type Day } from '#shared/dates.ts'
import type { PastBounds } from '#shared/schemas/past.ts'

export type UsualDay = 'yesterday' | 'weekAgo' | 'monthEnd' | 'yearEnd'

/** Those within the life of the book, each day once. */
export function usualPastDays({ first, today }: PastBounds): { key: UsualDay; day: Day }[] {
  const days: { key: UsualDay; day: Day }[] = [
    { key: 'yesterday', day: addDays(today, -1) },
    { key: 'weekAgo', day: addDays(today, -7) },
    { key: 'monthEnd', day: addDays(`${today.slice(0, 8)}01` as Day, -1) },
    { key: 'yearEnd', day: addDays(`${today.slice(0, 5)}01-01` as Day, -1) },
  ]
  return days.filter(({ day }, at) => day >= first && days.findIndex((other) => other.day === day) === at)
}
