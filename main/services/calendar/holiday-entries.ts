// Holidays of the countries that customers sit in, as entries of the calendar: one for all countries that keep it on a day.
import type { CalendarEntry } from '#shared/schemas/calendar.ts'
import type { Holiday } from '#shared/schemas/customers.ts'

/** Those that most countries keep come first in their day. */
export function holidayEntries(holidays: readonly Holiday[]): CalendarEntry[] {
  const kept = Map.groupBy(holidays, ({ on, name }) => `${on} ${name}`)
  return [...kept.values()]
    .flatMap((same) => {
      const [first] = same
      return first ? [{ ...first, countries: [...new Set(same.map(({ country }) => country))] }] : []
    })
    .sort((left, right) => right.countries.length - left.countries.length)
    .map(({ on, name, countries }, at) => ({
      ...{ kind: 'customerHoliday', on, id: at + 1, title: name, detail: '', detailZh: '', state: 'open' },
      ...{ countries, record: null },
    }))
}
