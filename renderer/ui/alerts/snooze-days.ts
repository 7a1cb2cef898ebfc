// The days until which people put things aside.
import { addDays, asDay, type Day } from '#shared/dates.ts'
import { weekday } from '#shared/day-buckets.ts'

export const snoozeChoices = ['tomorrow', 'nextWeek', 'nextMonth'] as const
export type SnoozeChoice = (typeof snoozeChoices)[number]

/** Tomorrow, the Monday to come, the first of next month. */
export function snoozeDay(choice: SnoozeChoice, today: Day): Day {
  if (choice === 'tomorrow') return addDays(today, 1)
  if (choice === 'nextWeek') return addDays(today, 8 - weekday(today))
  // 31 days after the first of a month lies in the next one.
  const first = asDay(`${today.slice(0, 8)}01`)
  return asDay(`${addDays(first, 31).slice(0, 8)}01`)
}
