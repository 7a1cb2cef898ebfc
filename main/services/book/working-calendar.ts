// The company's own calendar: its working week and its special days, ready to be asked.
import type { ReadDb } from '#main/db/database.ts'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  type WorkingWeek,
  workingDaysBetween,
} from '#main/domain/book/working-days.ts'
import type { Day } from '#shared/dates.ts'

export type WorkingCalendar = {
  isWorkingDay(day: Day): boolean
  /** The day itself where it is worked, else the first one after it that is. */
  nextWorkingDay(day: Day): Day
  /** The `count`-th working day after `day`, before it when negative. */
  addWorkingDays(day: Day, count: number): Day
  /** Working days after `from` up to and with `to`; negative where `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number
}

export function workingCalendar(db: ReadDb): WorkingCalendar {
  const week = workingWeek(db)
  return {
    isWorkingDay: (day) => isWorkingDay(week, day),
    nextWorkingDay: (day) => nextWorkingDay(week, day),
    addWorkingDays: (day, count) => addWorkingDays(week, day, count),
    workingDaysBetween: (from, to) => workingDaysBetween(week, from, to),
  }
}

/** The week and the days that differ from it. Of a day that a merge made double, what was entered last holds. */
function workingWeek(db: ReadDb): WorkingWeek {
  const { workingDays } = db.get<{ workingDays: string }>(
    'SELECT working_days AS workingDays FROM books WHERE id = 1',
  ) ?? { workingDays: '' }
  const special = db.raw('SELECT day_on, is_working FROM live_special_days ORDER BY id') as [Day, number][]
  return { workingDays, specialDays: new Map(special.map(([day, isWorking]) => [day, isWorking === 1])) }
}
