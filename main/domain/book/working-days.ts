// Which days are worked: the week's rule, and the days that differ from it (holidays, and days worked in exchange for them).
import { addDays, type Day, daysBetween } from '#shared/dates.ts'

export type WorkingWeek = {
  /** ISO digits, 1 Monday to 7 Sunday; none at all counts every day. */
  workingDays: string
  /** Days that differ from the week, and whether they are worked. */
  specialDays: ReadonlyMap<Day, boolean>
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  const sinceMonday = daysBetween('1970-01-05' as Day, day) % 7
  return ((sinceMonday + 7) % 7) + 1
}

export function isWorkingDay(week: WorkingWeek, day: Day): boolean {
  return week.specialDays.get(day) ?? isInWeek(week, day)
}

function isInWeek({ workingDays }: WorkingWeek, day: Day): boolean {
  return workingDays === '' || workingDays.includes(String(weekdayOf(day)))
}

/** The day itself where it is worked, else the first one after it that is. */
export function nextWorkingDay(week: WorkingWeek, day: Day): Day {
  let next = day
  while (!isWorkingDay(week, next)) next = addDays(next, 1)
  return next
}

/** The `count`-th working day after `day`, before it when negative; `day` itself, worked or not, for 0. */
export function addWorkingDays(week: WorkingWeek, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let at = day
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(week, at)) left -= 1
  }
  return at
}

/** How many working days come after `from` up to `to`, that one included; negative where `to` is earlier. */
export function workingDaysBetween(week: WorkingWeek, from: Day, to: Day): number {
  return to < from ? -workedAfter(week, addDays(to, -1), addDays(from, -1)) : workedAfter(week, from, to)
}

function workedAfter(week: WorkingWeek, from: Day, to: Day): number {
  const days = daysBetween(from, to)
  const perWeek = week.workingDays === '' ? 7 : week.workingDays.length
  let count = Math.floor(days / 7) * perWeek
  for (let rest = 1; rest <= days % 7; rest += 1) if (isInWeek(week, addDays(from, rest))) count += 1
  for (const [day, isWorking] of week.specialDays)
    if (day > from && day <= to) count += Number(isWorking) - Number(isInWeek(week, day))
  return count
}
