// Days that come again every year: birthdays, and the day a company was founded.
import { type Day, dayFromParts, daysBetween } from '#shared/dates.ts'

/**
 * The first time from `from` on, within `days` days, that the day comes round, and how many years it is then; null where it
 * does not, or where it is the very day itself. The 29th of February is kept on the 28th in other years.
 */
export function nextYearly(bornOn: Day, from: Day, days: number): { on: Day; years: number } | null {
  const born = Number(bornOn.slice(0, 4))
  const first = Number(from.slice(0, 4))
  for (const year of [first, first + 1]) {
    const on = inYear(bornOn, year)
    if (on === null || on < from || year <= born) continue
    return daysBetween(from, on) <= days ? { on, years: year - born } : null
  }
  return null
}

function inYear(day: Day, year: number): Day | null {
  const [month, ofMonth] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  return dayFromParts(year, month, ofMonth) ?? dayFromParts(year, month, ofMonth - 1)
}
