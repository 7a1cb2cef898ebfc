// Calendar days as files write them. The order of the parts is told, never guessed here; a clock time behind the day is
// dropped, and so is a zone: the day is the one that is written.
import { type Day, dayFromParts, isDay } from '#shared/dates.ts'
import type { CellValue, DateOrder } from './cell-value.ts'
import { monthNamed } from './month-names.ts'
import { halfWidth, trimCell } from './plain-text.ts'

const clock = String.raw`(?:[T ]\s*\d{1,2}[:.]\d{2}.*)?$`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}`)
const chinese = /^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/
const numbers = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${clock}`)
const compact = /^(\d{4})(\d{2})(\d{2})$/
const named = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(\p{L}+)\.?[-/, ]*(\d{4}|\d{2})(?=$|[T ,])/u
const namedFirst = /^(?:\p{L}+,\s+)?(\p{L}+)\.?[-/ ]*(\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\d{4}|\d{2})(?=$|[T ,])/u

/** The three numbers of a date whose order must be known, as they stand; null for any other form. */
export type NumericDate = { readonly first: number; readonly second: number; readonly third: number; separator: string }

/** A cell as a day. `order` says how `4/5/2011` is meant; forms that say so themselves do not need it. */
export function readDay(text: string, order: DateOrder): CellValue<Day> {
  const head = text.slice(0, 10)
  if (text.length >= 10 && (text.length === 10 || text[10] === ' ' || text[10] === 'T') && isDay(head)) {
    return { value: head }
  }
  const cell = halfWidth(trimCell(text))
  const day = selfEvidentDay(cell) ?? orderedDay(cell, order)
  return day === null ? { expected: `day-${order}` } : { value: day }
}

/** Days that read one way only: year first, months by name, Chinese, eight digits. */
export function selfEvidentDay(cell: string): Day | null {
  const first = yearFirst.exec(cell) ?? chinese.exec(cell)
  if (first !== null) return first.length === 5 ? ymd(first[1], first[3], first[4]) : ymd(first[1], first[2], first[3])
  const eight = compact.exec(cell)
  if (eight !== null) return ymd(eight[1], eight[2], eight[3])
  return dayWithName(cell)
}

function dayWithName(cell: string): Day | null {
  const first = named.exec(cell)
  const dayFirst = first === null ? null : namedDay(first[3], first[2], first[1])
  if (dayFirst !== null) return dayFirst
  const second = namedFirst.exec(cell)
  return second === null ? null : namedDay(second[3], second[1], second[2])
}

function namedDay(year: string | undefined, word: string | undefined, dayOfMonth: string | undefined): Day | null {
  const month = monthNamed(word ?? '')
  return month === null ? null : ymd(year, String(month), dayOfMonth)
}

/** The three numbers of `16.04.2011`, `4/16/11` and the like. */
export function numericDate(cell: string): NumericDate | null {
  const match = numbers.exec(cell)
  if (match === null) return null
  return { first: Number(match[1]), second: Number(match[3]), third: Number(match[4]), separator: match[2] ?? '' }
}

function orderedDay(cell: string, order: DateOrder): Day | null {
  const match = numbers.exec(cell)
  if (match === null) return null
  if (order === 'dmy') return ymd(match[4], match[3], match[1])
  if (order === 'mdy') return ymd(match[4], match[1], match[3])
  return match[4]?.length === 2 ? ymd(match[1], match[3], match[4]) : null
}

function ymd(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): Day | null {
  if (year === undefined || year.length === 1) return null
  return dayFromParts(fullYear(year), Number(month), Number(dayOfMonth))
}

/** Two digits mean 1970 to 2069, as POSIX has it: no such file is older or plans further. */
function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 2) return number
  return number < 70 ? 2000 + number : 1900 + number
}
