// Which day of a series comes next. A series keeps its own days: the 31st comes as the 28th in February and as the 31st again
// in March, and one that is put off, done early or done late changes nothing for those after it.
import { addDays, asDay, type Day, dayFromParts, daysBetween } from '#shared/dates.ts'
import type { Repeat } from '#shared/schemas/tasks.ts'

export type Series = Omit<Repeat, 'isMonthEnd'> & {
  /** The day it was begun on: its weekday, its day of the month. The 31st of any month stands for the last day of all. */
  seriesOn: Day
  /** The day of the series that the last one stood for, wherever it was put. */
  aimsOn: Day
}

export type IsWorkingDay = (day: Day) => boolean

/**
 * The first day of the series after the last one's own and after `doneOn`, so that what was missed is not made up for; null
 * once the series is over.
 */
export function nextDue(series: Series, doneOn: Day, isWorkingDay: IsWorkingDay): Day | null {
  const after = series.aimsOn > doneOn ? series.aimsOn : doneOn
  const next = nextAfter(series, after, isWorkingDay)
  return next === null || (series.until !== null && next > series.until) ? null : next
}

function nextAfter({ unit, every, seriesOn, aimsOn }: Series, after: Day, isWorkingDay: IsWorkingDay): Day | null {
  switch (unit) {
    case 'day':
      return afterByDays(seriesOn, every, after)
    case 'week':
      return afterByDays(seriesOn, every * 7, after)
    case 'month':
      return afterByMonths(aimsOn, every, { after, seriesOn })
    case 'year':
      return afterByMonths(aimsOn, every * 12, { after, seriesOn })
    case 'working_day':
      return afterByWorkingDays(aimsOn, every, { after, isWorkingDay })
  }
}

const lastDay = '9999-12-31' as Day

function afterByDays(from: Day, step: number, after: Day): Day | null {
  const steps = Math.max(1, Math.floor(daysBetween(from, after) / step) + 1)
  return steps * step > daysBetween(from, lastDay) ? null : addDays(from, steps * step)
}

/** Months are counted from the one that was aimed at last; the day within the month is the series' own. */
function afterByMonths(from: Day, step: number, { after, seriesOn }: { after: Day; seriesOn: Day }): Day | null {
  const least = Math.max(1, Math.floor((monthOf(after) - monthOf(from)) / step))
  for (let steps = least; steps <= least + 1; steps += 1) {
    const day = dayInMonth(monthOf(from) + steps * step, Number(seriesOn.slice(8)))
    if (day === null || day > after) return day
  }
  return null
}

/** Months since the year 0. */
function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** The same day of a later month, or the month's last where it is shorter; null past the calendar's end. */
export function monthsLater(day: Day, months: number): Day | null {
  return dayInMonth(monthOf(day) + months, Number(day.slice(8)))
}

function dayInMonth(month: number, dayOfMonth: number): Day | null {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
  // Every month has a 28th.
  for (let day = dayOfMonth; day >= 28; day -= 1) {
    const found = dayFromParts(year, ofYear, day)
    if (found !== null) return found
  }
  return dayFromParts(year, ofYear, Math.min(dayOfMonth, 28))
}

/** The day that a series begun on `dueOn` takes its day of the month from. */
export function seriesDay(dueOn: Day, { unit, isMonthEnd }: Repeat): Day {
  const isLast = dueOn.slice(8) !== '31' && addDays(dueOn, 1).slice(8) === '01'
  return unit === 'month' && isMonthEnd && isLast ? asDay(`${dueOn.slice(0, 4)}-12-31`) : dueOn
}

/** As many days in a row without one of work, and there is none: then every day counts as one. */
const noWorkInDays = 366

function afterByWorkingDays(
  from: Day,
  step: number,
  { after, isWorkingDay }: { after: Day; isWorkingDay: IsWorkingDay },
): Day | null {
  let day = from
  let idle = 0
  for (let left = step; left > 0; ) {
    if (day >= lastDay) return null
    day = addDays(day, 1)
    idle = isWorkingDay(day) ? 0 : idle + 1
    if (idle === 0 || idle > noWorkInDays) left -= 1
    if (left === 0 && day <= after) left = step
  }
  return day
}
