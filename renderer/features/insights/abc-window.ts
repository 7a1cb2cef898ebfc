// Windows of days that people ask for by name.
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'
import type { AbcAddress, WindowName } from './abc-address.ts'

export type DayWindow = { from?: Day; to?: Day }

/** The days of the address's window, as of `today`; both ends belong to it. Own days count whichever was typed first. */
export function windowOf({ window = 'all', from, to }: AbcAddress, today: Day): DayWindow {
  if (window === 'own')
    return from && to && to < from ? { from: to, to: from } : { ...(from && { from }), ...(to && { to }) }
  return namedWindow(window, today)
}

function namedWindow(name: Exclude<WindowName, 'own'>, today: Day): DayWindow {
  const year = Number(today.slice(0, 4))
  switch (name) {
    case 'all':
      return {}
    case 'last12Months':
      return { from: addDays(yearBefore(today), 1), to: today }
    case 'thisYear':
      return { from: firstOf(year), to: today }
    case 'lastYear':
      return { from: firstOf(year - 1), to: addDays(firstOf(year), -1) }
    case 'last90Days':
      return { from: addDays(today, -89), to: today }
  }
}

function firstOf(year: number): Day {
  return `${String(year).padStart(4, '0')}-01-01` as Day
}

/** The same day a year ago; 29 February becomes 28. */
function yearBefore(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayFromParts(year - 1, month, date) ?? addDays(dayFromParts(year - 1, month + 1, 1) ?? day, -1)
}
