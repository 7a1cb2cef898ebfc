// Special days as pasted from a spreadsheet or an official notice: a day or a span, its name, and whether it is worked.
// What the lines do not settle among themselves (day or month first) is refused, not guessed.
import type { DateOrder } from '#main/domain/import/cells/cell-value.ts'
import { numericDate, readDay, selfEvidentDay } from '#main/domain/import/cells/read-day.ts'
import { type Day, daysBetween, daysOfSpan } from '#shared/dates.ts'
import { type DayExpectation, maxSpanDays } from '#shared/schemas/special-days.ts'

export type GivenDay = { on: Day; isWorking: boolean; name: string }
export type RefusedDayLine = { line: number; text: string; expected: DayExpectation }
export type ReadDays = { days: (GivenDay & { line: number })[]; refused: RefusedDayLine[] }

/** A line with what looks like days in it, and the other words. */
type Line = { line: number; text: string; days: string[]; words: string[] }

/** Reads all lines; blank ones and a heading without digits above them count as nothing. */
export function readSpecialDays(text: string): ReadDays {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((whole, index) => ({ line: index + 1, text: whole.trim() }))
    .filter((line) => line.text !== '')
    .filter((line, index) => index > 0 || /\d/.test(line.text))
    .map(splitLine)
  const order = dateOrder(lines.flatMap((line) => line.days))
  const read: ReadDays = { days: [], refused: [] }
  const taken = new Map<Day, GivenDay>()
  for (const line of lines) {
    const given = readLine(line, order)
    if ('expected' in given) read.refused.push(given)
    else for (const day of given.days) takeDay(read, taken, { line, day })
  }
  return read
}

/** A day given twice says nothing new, or contradicts the first, which is taken. */
function takeDay(read: ReadDays, taken: Map<Day, GivenDay>, { line, day }: { line: Line; day: GivenDay }): void {
  const before = taken.get(day.on)
  if (before === undefined) {
    taken.set(day.on, day)
    read.days.push({ ...day, line: line.line })
  } else if (before.isWorking !== day.isWorking || before.name !== day.name) {
    read.refused.push({ line: line.line, text: line.text, expected: 'one-a-day' })
  }
}

const plainSeparators = /\t|\s*[;；|]\s*/
/** Commas stand within days and names as well: only where nothing plainer separates. */
const commas = /\s*[,，、]\s*/
/** Between the two ends of a span. A hyphen only with blanks around it: days are written with hyphens. */
const spanSigns = /\s*(?:\.\.+|…|–|—|~|～|至|到)\s*|\s+(?:-|to)\s+/

/** The days of a line, and the words that are left, in whatever order its cells stand. */
function splitLine({ line, text }: { line: number; text: string }): Line {
  const days: string[] = []
  const words: string[] = []
  const cells = apartBehindDay(text).split(plainSeparators.test(text) ? plainSeparators : commas)
  for (const cell of cells.flatMap(spanParts)) {
    const head = headDay(cell)
    if (head) days.push(head.day)
    const rest = (head ? head.rest.replace(clockTime, '') : cell).trim()
    if (rest !== '') words.push(rest)
  }
  return { line, text, days, words }
}

/** `2026年10月1日国庆节`: what follows the day follows it without a blank. */
function apartBehindDay(text: string): string {
  return text.replaceAll(/(\d\s*月\s*\d{1,2}\s*[日号])(?=\S)/g, '$1 ')
}

/** What spreadsheets write behind a day. */
const clockTime = /^\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?/

function spanParts(cell: string): string[] {
  const parts = cell.trim().split(spanSigns)
  const [first = '', second = ''] = parts
  const isSpan = parts.length === 2 && headDay(first)?.rest === '' && headDay(second) !== null
  return isSpan ? parts : [cell]
}

/** The shortest head of a text that is a day, up to four words long (`Thu, 1 October 2026`). */
function headDay(text: string): { day: string; rest: string } | null {
  const words = text.trim().split(/\s+/)
  for (let count = 1; count <= Math.min(4, words.length); count += 1) {
    const day = words.slice(0, count).join(' ')
    if (looksLikeDay(day)) return { day, rest: words.slice(count).join(' ') }
  }
  return null
}

function looksLikeDay(text: string): boolean {
  return text.length <= 40 && (selfEvidentDay(text) !== null || numericDate(text) !== null)
}

/** Which part of `3/4/2026` is the day: told by a day that can be read one way only; dots stand for day first. */
function dateOrder(texts: readonly string[]): DateOrder | null {
  const dates = texts.flatMap((text) => (selfEvidentDay(text) === null ? (numericDate(text) ?? []) : []))
  if (dates.some((date) => date.first > 12)) return 'dmy'
  if (dates.some((date) => date.second > 12)) return 'mdy'
  return dates.every((date) => date.separator === '.') ? 'dmy' : null
}

function readLine(line: Line, order: DateOrder | null): { days: GivenDay[] } | RefusedDayLine {
  const refuse = (expected: DayExpectation) => ({ line: line.line, text: line.text, expected })
  const { isWorking, name } = readWords(line.words)
  const ends: Day[] = []
  for (const text of line.days) {
    if (order === null && selfEvidentDay(text) === null) return refuse('day-order')
    const day = readDay(text, order ?? 'ymd')
    if (!('value' in day)) return refuse('day')
    ends.push(day.value)
  }
  const [from, to = from] = ends
  if (from === undefined || to === undefined || ends.length > 2) return refuse('day')
  if (to < from || daysBetween(from, to) >= maxSpanDays) return refuse('span')
  return { days: daysOfSpan({ from, to }).map((on) => ({ on, isWorking, name })) }
}

const workedWords = [
  'working',
  'work',
  'worked',
  'workday',
  'working day',
  'yes',
  'y',
  'true',
  '1',
  '上班',
  '补班',
  '班',
  '是',
  '调休上班',
  '工作日',
] as const
const freeWords = [
  'off',
  'holiday',
  'free',
  'closed',
  'no',
  'n',
  'false',
  '0',
  '休',
  '放假',
  '休息',
  '休假',
  '否',
  '假',
  '节假日',
] as const
/** A name that says by itself that the day is worked in exchange for another. */
const worksInExchange = /补班|上班|make-?up (?:work|day)|working (?:day|saturday|sunday)/i

/** The name, and whether the day is worked: what a word of its own says, else what the name says, else it is not. */
function readWords(words: readonly string[]): { isWorking: boolean; name: string } {
  const parts = words.flatMap((word) => lastWordApart(word))
  const said = parts.findLast((part) => isWorked(part) || isFree(part))
  const name = parts.filter((part) => part !== said).join(', ')
  if (said === undefined) return { isWorking: worksInExchange.test(name), name }
  return { isWorking: isWorked(said), name: name === '' && !isPlainAnswer(said) ? said : name }
}

/** `National Day off` ends with the word that says it. */
function lastWordApart(text: string): string[] {
  const match = /^(.+)\s(\S+)$/.exec(text)
  const [, head, last] = match ?? []
  return head && last && (isWorked(last) || isFree(last)) && !isWorked(text) && !isFree(text) ? [head, last] : [text]
}

const isWorked = (word: string) => (workedWords as readonly string[]).includes(word.toLowerCase())
const isFree = (word: string) => (freeWords as readonly string[]).includes(word.toLowerCase())
const isPlainAnswer = (word: string) => /^(?:yes|no|y|n|true|false|[01]|是|否|off|working|work)$/i.test(word)
