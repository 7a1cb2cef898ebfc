// The year in which a company closes its accounts: twelve months from the first of a month of its own.
import { addDays, asDay, type Day, dayFromParts } from '#shared/dates.ts'

export type FinancialYear = {
  first: Day
  last: Day
  /** `2026`, or `2026/27` where it begins within a calendar year. */
  name: string
}

/** The financial year that a day falls in; `firstMonth` is 1 to 12. */
export function financialYearOf(day: Day, firstMonth: number): FinancialYear {
  const year = Number(day.slice(0, 4))
  return financialYear(Number(day.slice(5, 7)) < firstMonth ? year - 1 : year, firstMonth)
}

/** The financial year that begins in a calendar year. */
export function financialYear(startYear: number, firstMonth: number): FinancialYear {
  const first = firstOf(startYear, firstMonth)
  // Twelve months on; the calendar ends with the year 9999.
  const last = startYear === 9999 ? asDay('9999-12-31') : addDays(firstOf(startYear + 1, firstMonth), -1)
  const following = String((startYear + 1) % 100).padStart(2, '0')
  return { first, last, name: firstMonth === 1 ? String(startYear) : `${startYear}/${following}` }
}

function firstOf(year: number, month: number): Day {
  const day = dayFromParts(year, month, 1)
  if (day === null) throw new RangeError(`No financial year begins in month ${month} of ${year}`)
  return day
}
