// The periods that demand is counted in: calendar months, or ISO weeks from Monday to Sunday. A period is named by its
// first day.
import { addDays, asDay, type Day, dayFromParts, daysBetween } from '#shared/dates.ts'

export type PeriodKind = 'month' | 'week'

/** Periods after which the year begins again. */
export const seasonLengths: Readonly<Record<PeriodKind, number>> = { month: 12, week: 52 }

/** The first day of the period that the day lies in. */
export function periodStart(day: Day, kind: PeriodKind): Day {
  if (kind === 'month') return asDay(`${day.slice(0, 7)}-01`)
  // 1970-01-05 was a Monday.
  const sinceMonday = daysBetween('1970-01-05' as Day, day) % 7
  return addDays(day, -((sinceMonday + 7) % 7))
}

/** The first day of the period that comes `count` periods after the one beginning on `start` (before it when negative). */
export function periodAfter(start: Day, kind: PeriodKind, count = 1): Day {
  if (kind === 'week') return addDays(start, 7 * count)
  const month = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + count
  return dayFromParts(Math.floor(month / 12), (month % 12) + 1, 1) ?? asDay('9999-12-01')
}

/** How many periods lie between two first days; negative when `to` is earlier. */
export function periodsBetween(from: Day, to: Day, kind: PeriodKind): number {
  if (kind === 'week') return Math.round(daysBetween(from, to) / 7)
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
