// Special days as people speak of them: neighbours with one name and one answer stand as a span.
import { addDays, type Day } from '#shared/dates.ts'
import type { SpecialDay } from '#shared/schemas/special-days.ts'

export type DaySpan = { ids: number[]; from: Day; to: Day; isWorking: boolean; name: string }

/** Days in order become spans in order; no span crosses a year, so that each year stands by itself. */
export function daySpans(days: readonly SpecialDay[]): DaySpan[] {
  const spans: DaySpan[] = []
  for (const { id, on, isWorking, name } of days) {
    const last = spans.at(-1)
    const isNext = last && addDays(last.to, 1) === on && yearOf(last.to) === yearOf(on)
    if (isNext && last.isWorking === isWorking && last.name === name) {
      last.ids.push(id)
      last.to = on
    } else {
      spans.push({ ids: [id], from: on, to: on, isWorking, name })
    }
  }
  return spans
}

export function yearOf(day: Day): string {
  return day.slice(0, 4)
}

/** The years there are days in, and this one. */
export function yearsOf(days: readonly SpecialDay[], today: Day): string[] {
  return [...new Set([...days.map(({ on }) => yearOf(on)), yearOf(today)])].sort()
}
