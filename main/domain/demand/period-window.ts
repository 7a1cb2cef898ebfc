// A window of whole months or ISO weeks, and the number of the period that a day lies in by arithmetic alone: it is asked
// for every order line of a book.
import { type PeriodKind, periodAfter, periodStart, periodsBetween } from '#main/domain/forecast/periods.ts'
import { addDays, type Day, daysBetween } from '#shared/dates.ts'

export type Period = { first: Day; last: Day; days: number }

/** Whole periods one after the other. */
export type PeriodWindow = { kind: PeriodKind; periods: readonly Period[] }

export type DayParts = { year: number; month: number; day: number }

/** The periods that lie whole between two days, both included; none where there is no whole one. */
export function wholePeriods(kind: PeriodKind, from: Day, to: Day): PeriodWindow {
  const touched = periodStart(from, kind)
  const start = touched === from ? touched : periodAfter(touched, kind)
  const count = Math.max(0, periodsBetween(start, firstOpen(kind, to), kind))
  return { kind, periods: Array.from({ length: count }, (_, at) => periodFrom(kind, periodAfter(start, kind, at))) }
}

/** The last `count` complete periods as of a day; its last day completes a period. */
export function lastPeriods(kind: PeriodKind, count: number, on: Day): PeriodWindow {
  const end = firstOpen(kind, on)
  return wholePeriods(kind, periodAfter(end, kind, -count), addDays(end, -1))
}

/** The first day of the period that is not over by the end of `on`. */
function firstOpen(kind: PeriodKind, on: Day): Day {
  return periodStart(addDays(on, 1), kind)
}

function periodFrom(kind: PeriodKind, first: Day): Period {
  const next = periodAfter(first, kind)
  return { first, last: addDays(next, -1), days: daysBetween(first, next) }
}

/** The number of a day's period in the window: 0 for the first, below 0 before it. */
export function periodIndex({ kind, periods }: PeriodWindow): (day: DayParts) => number {
  const start = numberOf(kind, partsOf(periods[0]?.first ?? ('1970-01-01' as Day)))
  return (day) => numberOf(kind, day) - start
}

export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }
}

const dayMs = 86_400_000
/** 1970-01-05 was a Monday. */
const mondayOffset = 4

function numberOf(kind: PeriodKind, parts: DayParts): number {
  return kind === 'month' ? parts.year * 12 + parts.month - 1 : Math.floor((dayNumber(parts) - mondayOffset) / 7)
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: DayParts): number {
  return Date.UTC(year, month - 1, day) / dayMs
}
