// The day that completes a day's month.
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'

export function lastDayOfMonth(day: string): Day {
  const [year = 1, month = 1] = day.split('-').map(Number)
  const next = month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1)
  return next === null ? ('9999-12-31' as Day) : addDays(next, -1)
}
