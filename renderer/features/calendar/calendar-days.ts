// The days that a month or a week shows, and where the cursor goes from one of them.
import { addDays, asDay, type Day, dayFromParts, daysBetween } from '#shared/dates.ts'
import type { Language } from '#shared/i18n/translate.ts'

export type Span = { from: Day; to: Day }

/** 1 Monday to 7 Sunday: the day a week begins with, by language. */
const firstWeekdays: Readonly<Record<Language, number>> = { en: 7, 'zh-CN': 1 }

export function firstWeekdayIn(language: Language): number {
  return firstWeekdays[language]
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((daysBetween(asDay('1970-01-05'), day) % 7) + 7) % 7) as number) + 1
}

/** The seven days of a day's week. */
export function weekSpan(day: Day, firstWeekday: number): Span {
  const from = addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7))
  return { from, to: addDays(from, 6) }
}

/** The first and the last day of a day's month. */
export function monthOf(day: Day): Span {
  const from = asDay(`${day.slice(0, 7)}-01`)
  return { from, to: addDays(monthsLater(from, 1), -1) }
}

/** A month in whole weeks, days of its neighbours included. */
export function monthSpan(day: Day, firstWeekday: number): Span {
  const { from, to } = monthOf(day)
  return { from: weekSpan(from, firstWeekday).from, to: weekSpan(to, firstWeekday).to }
}

/** The same day of another month, or that month's last; negative goes back. */
export function monthsLater(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  for (let dayOfMonth = Number(day.slice(8)); dayOfMonth > 0; dayOfMonth -= 1) {
    const found = dayFromParts(Math.floor(month / 12), (month % 12) + 1, dayOfMonth)
    if (found) return found
  }
  return day
}

/** ISO week: weeks begin on Monday, and the first one holds the year's first Thursday. */
export function weekNumber(day: Day): number {
  const thursday = addDays(day, 4 - weekdayOf(day))
  return Math.floor(daysBetween(asDay(`${thursday.slice(0, 4)}-01-01`), thursday) / 7) + 1
}

/** Where a key leads from a day; null for keys that mean nothing here. */
export function dayByKey(day: Day, key: string, { firstWeekday, isMonth }: { firstWeekday: number; isMonth: boolean }) {
  const { from, to } = weekSpan(day, firstWeekday)
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return from
    case 'End':
      return to
    case 'PageUp':
      return isMonth ? monthsLater(day, -1) : addDays(day, -7)
    case 'PageDown':
      return isMonth ? monthsLater(day, 1) : addDays(day, 7)
    default:
      return null
  }
}
