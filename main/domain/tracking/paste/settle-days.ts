// Days that could be meant two ways or lack their year: settled from all of a paste together, or asked.
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'
import type { DateOrder } from '#shared/schemas/tracking.ts'
import type { DayPart } from './read-stamp.ts'

export type DaySettings = {
  /** Null: as the paste shows. */
  order: DateOrder | null
  year: number | null
  /** Events are not in the future; a day ahead is one of another zone. */
  today: Day
}

export type DaysSettled = {
  order: DateOrder | null
  /** Days that read two ways and of which nothing tells how. */
  unclear: { example: string; count: number } | null
}

type Numbers = Extract<DayPart, { form: 'numbers' }>

/** How days with figures alone are meant in this paste. */
export function settleDays(parts: readonly DayPart[], { order, year, today }: DaySettings): DaysSettled {
  if (order !== null) return { order, unclear: null }
  const numbers = parts.filter((part): part is Numbers => part.form === 'numbers')
  const ways = (['dmy', 'mdy'] as const).filter((way) =>
    numbers.every((part) => {
      const day = dayOfPart(part, { order: way, year, today })
      return day !== null && day <= addDays(today, 1)
    }),
  )
  const [only, other] = ways
  const asked = numbers.filter((part) => part.first !== part.second)
  if (only !== undefined && (other === undefined || asked.length === 0)) return { order: only, unclear: null }
  // Neither way fits: each day is read by itself, and those that are impossible are told as not understood.
  if (only === undefined) return { order: 'dmy', unclear: null }
  return { order: null, unclear: { example: asked[0]?.written ?? '', count: asked.length } }
}

/** The day meant, or null where the calendar has none or its order is not settled. */
export function dayOfPart(part: DayPart, { order, year, today }: DaySettings): Day | null {
  if (part.form === 'whole') return dayFromParts(part.year, part.month, part.dayOfMonth)
  if (part.form === 'noYear') return newest(part.month, part.dayOfMonth, { year, today })
  if (order === null) return null
  if (order === 'ymd' && part.year !== null) return yearFirst(part.written, part.first, part.second)
  const [month, dayOfMonth] = order === 'dmy' ? [part.second, part.first] : [part.first, part.second]
  return part.year === null ? newest(month, dayOfMonth, { year, today }) : dayFromParts(part.year, month, dayOfMonth)
}

/** `26/10/01`; what ends with a year of four figures does not begin with one. */
function yearFirst(written: string, year: number, month: number): Day | null {
  const last = /\/(\d{1,2})$/.exec(written)?.[1]
  return last === undefined ? null : dayFromParts(2000 + year, month, Number(last))
}

/** The last such day that is not in the future. */
function newest(month: number, dayOfMonth: number, { year, today }: Pick<DaySettings, 'year' | 'today'>): Day | null {
  if (year !== null) return dayFromParts(year, month, dayOfMonth)
  const thisYear = Number(today.slice(0, 4))
  const limit = addDays(today, 1)
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4]
  return years.map((one) => dayFromParts(one, month, dayOfMonth)).find((day) => day !== null && day <= limit) ?? null
}
