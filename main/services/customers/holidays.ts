// Public holidays of countries, from a table of rules that is shipped. It is large: whoever needs it loads this file when asked.
import Holidays from 'date-holidays'
import { type Day, isDay } from '#shared/dates.ts'
import type { Holiday } from '#shared/schemas/customers.ts'

type Span = { from: Day; to: Day; language: 'en' | 'zh-CN' }

/** Of the countries that the table knows, in the order of days; others have none. */
export function holidaysOf(countries: readonly string[], { from, to, language }: Span): Holiday[] {
  const years = [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])]
  const found = countries.flatMap((country) => {
    const table = new Holidays(country)
    // The rules do not stop: what a country decides year by year is only there as far as it is known.
    return years.flatMap((year) =>
      (table.getHolidays(year, language === 'zh-CN' ? 'zh' : 'en') ?? []).map((one) => ({ country, ...one })),
    )
  })
  return found
    .filter(({ type }) => type === 'public')
    .map(({ country, date, name }) => ({ country, on: date.slice(0, 10), name }))
    .filter((holiday): holiday is Holiday => isDay(holiday.on) && holiday.on >= from && holiday.on <= to)
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
}
