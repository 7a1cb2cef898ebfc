// Rates as pasted from a spreadsheet or a bank's page: a day and a rate on each line, in whatever form they have there.
// What the lines do not settle among themselves (day or month first, decimal comma or grouping) is refused, not guessed.
import type { DateOrder, DecimalMark } from '#main/domain/import/cells/cell-value.ts'
import { numericDate, readDay, selfEvidentDay } from '#main/domain/import/cells/read-day.ts'
import { decimalText } from '#main/domain/import/cells/read-decimal.ts'
import type { Day } from '#shared/dates.ts'
import { isRate } from '#shared/rates.ts'

export type PastedRate = { line: number; on: Day; rate: string }
/** `expected` names what the line lacks; the screen has a sentence for each. */
export type RefusedLine = { line: number; text: string; expected: PasteExpectation }
export type PasteExpectation = 'day-and-rate' | 'day' | 'day-order' | 'rate' | 'decimal-mark' | 'one-rate-a-day'
export type PastedRates = { rates: PastedRate[]; refused: RefusedLine[] }

type Parts = { line: number; text: string; day: string; rate: string }

/** Reads all lines; blank ones and a heading without digits above them count as nothing. */
export function readPastedRates(text: string): PastedRates {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((whole, index) => ({ line: index + 1, text: whole.trim() }))
    .filter((line) => line.text !== '')
  const body = lines.filter((line, index) => index > 0 || /\d/.test(line.text))
  const split = body.map((line) => splitLine(line.line, line.text))
  const parts = split.filter((line) => 'day' in line)
  const order = dateOrder(parts)
  const mark = decimalMark(parts)
  const read = split.map((line) => ('day' in line ? readParts(line, order, mark) : line))
  return withoutDoubles(read)
}

const separators = [/\t+/g, /\s*[;|]\s*/g, /\s+/g, /\s*[,，]\s*/g]

/** The line cut in two where its head is a day and its tail a number; the widest separators are tried first. */
function splitLine(line: number, text: string): Parts | RefusedLine {
  const cuts = separators
    .flatMap((separator) => [...text.matchAll(separator)].reverse())
    .map((cut) => ({
      day: text.slice(0, cut.index).replace(/[\s,;|]+$/, ''),
      rate: text.slice(cut.index + cut[0].length),
    }))
  const whole = cuts.find((cut) => looksLikeDay(cut.day) && looksLikeNumber(cut.rate))
  if (whole) return { line, text, ...whole }
  if (looksLikeDay(text) || cuts.some((cut) => looksLikeDay(cut.day))) return { line, text, expected: 'rate' }
  return { line, text, expected: cuts.some((cut) => looksLikeNumber(cut.rate)) ? 'day' : 'day-and-rate' }
}

function looksLikeDay(text: string): boolean {
  return selfEvidentDay(text) !== null || numericDate(text) !== null
}

function looksLikeNumber(text: string): boolean {
  return decimalText(text, '.') !== null || decimalText(text, ',') !== null
}

/** Which part of `3/4/2024` is the day: told by a line that can be read one way only; dots stand for day first. */
function dateOrder(parts: readonly Parts[]): DateOrder | null {
  const dates = parts.flatMap((part) => (selfEvidentDay(part.day) === null ? (numericDate(part.day) ?? []) : []))
  if (dates.some((date) => date.first > 12)) return 'dmy'
  if (dates.some((date) => date.second > 12)) return 'mdy'
  return dates.every((date) => date.separator === '.') ? 'dmy' : null
}

/**
 * Comma or point before the decimals: the one under which more lines are numbers. Where both do alike, `157.123` without
 * a comma anywhere is taken as it is written everywhere in this program; `7,123` stays open (null).
 */
function decimalMark(parts: readonly Parts[]): DecimalMark | null {
  const readable = (mark: DecimalMark) => parts.filter((part) => decimalText(part.rate, mark) !== null).length
  const point = readable('.')
  const comma = readable(',')
  if (point !== comma) return point > comma ? '.' : ','
  return parts.some((part) => part.rate.includes(',')) ? null : '.'
}

function readParts(parts: Parts, order: DateOrder | null, mark: DecimalMark | null): PastedRate | RefusedLine {
  const { line, text } = parts
  if (order === null && selfEvidentDay(parts.day) === null) return { line, text, expected: 'day-order' }
  const day = readDay(parts.day, order ?? 'ymd')
  if (!('value' in day)) return { line, text, expected: 'day' }
  const rate = mark === null ? sameUnderBoth(parts.rate) : decimalText(parts.rate, mark)
  if (rate === null) return { line, text, expected: mark === null ? 'decimal-mark' : 'rate' }
  return isRate(rate) ? { line, on: day.value, rate } : { line, text, expected: 'rate' }
}

function sameUnderBoth(text: string): string | null {
  const point = decimalText(text, '.')
  return point === decimalText(text, ',') ? point : null
}

/** A day given twice with two rates: the first is taken, the other refused; the same rate again says nothing new. */
function withoutDoubles(read: readonly (PastedRate | RefusedLine)[]): PastedRates {
  const rates: PastedRate[] = []
  const refused: RefusedLine[] = []
  const taken = new Map<Day, string>()
  for (const entry of read) {
    if (!('on' in entry)) refused.push(entry)
    else if (!taken.has(entry.on)) {
      taken.set(entry.on, entry.rate)
      rates.push(entry)
    } else if (taken.get(entry.on) !== entry.rate) {
      refused.push({ line: entry.line, text: `${entry.on} ${entry.rate}`, expected: 'one-rate-a-day' })
    }
  }
  return { rates, refused }
}
