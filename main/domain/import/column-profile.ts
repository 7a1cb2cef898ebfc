// What the cells of a column have in common, gathered cell by cell over a sample or a whole file in constant memory.
import { isDay } from '#shared/dates.ts'
import { nullWord } from './cells/null-words.ts'
import { halfWidth, trimCell } from './cells/plain-text.ts'
import { isPointZero } from './cells/read-code.ts'
import { numericDate, selfEvidentDay } from './cells/read-day.ts'
import { type MoneyCell, readMoney } from './cells/read-money.ts'

export interface ColumnProfile {
  readonly header: string
  /** Cells that hold anything but a null word. */
  readonly filled: number
  /** How often each word for "nothing" stands in the column. */
  readonly nullWords: ReadonlyMap<string, number>
  readonly numbers: number
  readonly days: number
  /** Amounts with a currency beside them, by currency; and by the sign where several share one. */
  readonly currencies: ReadonlyMap<string, number>
  readonly sharedSigns: ReadonlyMap<string, readonly string[]>
  /** Cells that read as a number under one decimal mark only, or under both with different values. */
  readonly marks: { readonly '.': number; readonly ',': number; readonly either: number }
  /** Days that fit one order only; `either` fit day first and month first. Dots hint at day first, clocks at month first. */
  readonly orders: { readonly dmy: number; readonly mdy: number; readonly ymd: number; readonly either: number }
  readonly dottedDays: number
  readonly halfDayClocks: number
  /** Bare numbers over 1, and those from 0 to 1 that are neither. */
  readonly overOne: number
  readonly fractions: number
  /** Exactly 1: in a column of percents, the whole or a hundredth. */
  readonly ones: number
  readonly percentSigns: number
  readonly pointZeros: number
  readonly withChinese: number
}

type Counts = {
  -readonly [K in keyof ColumnProfile]: ColumnProfile[K] extends ReadonlyMap<infer A, infer B>
    ? Map<A, B>
    : ColumnProfile[K] extends object
      ? { -readonly [P in keyof ColumnProfile[K]]: ColumnProfile[K][P] }
      : ColumnProfile[K]
}

export interface Profiling {
  add(cells: readonly string[]): void
  /** The profiles so far, column by column. */
  readonly profiles: readonly ColumnProfile[]
}

const chinese = /[\u3400-\u9fff]/
const digit = /\d/
/** Distinct words that are remembered per column. */
const mostWords = 20
const settledAfter = 1000

/** Starts profiling; `only` names the columns worth it where a whole file is read. */
export function profileColumns(headers: readonly string[], only?: ReadonlySet<string>): Profiling {
  const profiles = headers.map(emptyProfile)
  const watched = profiles
    .map((profile, at) => ({ profile, at }))
    .filter(({ profile }) => !only || only.has(profile.header))
  return {
    profiles,
    add(cells) {
      for (const { profile, at } of watched) addCell(profile, cells[at] ?? '')
    },
  }
}

function isOfText(profile: Counts): boolean {
  return profile.filled > settledAfter && profile.numbers === 0 && profile.days === 0
}

function emptyProfile(header: string): Counts {
  return {
    header,
    filled: 0,
    nullWords: new Map(),
    numbers: 0,
    days: 0,
    currencies: new Map(),
    sharedSigns: new Map(),
    marks: { '.': 0, ',': 0, either: 0 },
    orders: { dmy: 0, mdy: 0, ymd: 0, either: 0 },
    dottedDays: 0,
    halfDayClocks: 0,
    overOne: 0,
    fractions: 0,
    ones: 0,
    percentSigns: 0,
    pointZeros: 0,
    withChinese: 0,
  }
}

function addCell(profile: Counts, text: string): void {
  if (text === '') return
  const word = nullWord(text)
  if (word !== null) {
    if (profile.nullWords.size < mostWords || profile.nullWords.has(word)) count(profile.nullWords, word)
    return
  }
  const cell = halfWidth(trimCell(text))
  if (cell === '') return
  profile.filled += 1
  if (addPlainNumber(profile, cell) || addPlainDay(profile, cell)) return
  if (chinese.test(cell)) profile.withChinese += 1
  // Neither a number nor a day comes without a digit, or this long; nor at all in a column that had none for so long.
  if (cell.length > 40 || !digit.test(cell) || isOfText(profile)) return
  if (!addDay(profile, cell)) addNumber(profile, cell)
  else if (/^\d+$/.test(cell)) addNumber(profile, cell)
}

const plainNumber = /^-?(\d{1,15})(?:\.(\d{1,9}))?$/

/** The commonest cells by far, and cheap to judge: digits with or without a point. False leaves the cell to the others. */
function addPlainNumber(profile: Counts, cell: string): boolean {
  const match = plainNumber.exec(cell)
  if (match === null || match[1]?.length === 8) return false
  const [, whole = '', decimals] = match
  profile.numbers += 1
  if (decimals !== undefined) {
    if (/^0+$/.test(decimals)) profile.pointZeros += 1
    // 1.234 may be a thousand and more, 0.234 and 1234.567 not.
    const mayGroup = decimals.length === 3 && whole.length < 4 && !whole.startsWith('0')
    profile.marks[mayGroup ? 'either' : '.'] += 1
  }
  addSize(profile, cell)
  return true
}

function addPlainDay(profile: Counts, cell: string): boolean {
  const isPlain = cell[4] === '-' && cell[7] === '-' && isDay(cell.slice(0, 10)) && /^.{10}(?:$|[T ])/.test(cell)
  if (isPlain) profile.days += 1
  return isPlain
}

function addDay(profile: Counts, cell: string): boolean {
  const date = numericDate(cell)
  const isDay = date === null ? selfEvidentDay(cell) !== null : addOrder(profile.orders, date)
  if (!isDay) return false
  profile.days += 1
  if (date?.separator === '.') profile.dottedDays += 1
  if (date !== null && /[ap]\.?m\.?$/i.test(cell)) profile.halfDayClocks += 1
  return true
}

/** Notes the orders under which the three numbers make a day; false where none does. */
function addOrder(orders: Counts['orders'], date: { first: number; second: number; third: number }): boolean {
  const isMonth = (value: number): boolean => value >= 1 && value <= 12
  const isDayOfMonth = (value: number): boolean => value >= 1 && value <= 31
  const dayFirst = isDayOfMonth(date.first) && isMonth(date.second)
  const monthFirst = isMonth(date.first) && isDayOfMonth(date.second)
  const yearFirst = isMonth(date.second) && isDayOfMonth(date.third)
  if (dayFirst && monthFirst) {
    if (date.first !== date.second) orders.either += 1
  } else if (dayFirst) orders.dmy += 1
  else if (monthFirst) orders.mdy += 1
  else if (yearFirst) orders.ymd += 1
  else return false
  return true
}

function addNumber(profile: Counts, text: string): void {
  if (isPointZero(text)) profile.pointZeros += 1
  const hasSign = text.endsWith('%')
  const cell = hasSign ? text.slice(0, -1).trim() : text
  const point = readMoney(cell, '.')
  const comma = readMoney(cell, ',')
  const byPoint = 'value' in point ? point.value : null
  const byComma = 'value' in comma ? comma.value : null
  const money = byPoint ?? byComma
  if (money === null) return
  profile.numbers += 1
  addMark(profile.marks, byPoint, byComma)
  if (hasSign) profile.percentSigns += 1
  else addSize(profile, money.amount)
  if (money.currency !== null) count(profile.currencies, money.currency)
  else if (money.couldBe.length > 0) profile.sharedSigns.set(money.couldBe.join(' '), money.couldBe)
}

function addMark(marks: Counts['marks'], byPoint: MoneyCell | null, byComma: MoneyCell | null): void {
  if (byPoint === null) marks[','] += 1
  else if (byComma === null) marks['.'] += 1
  else if (byPoint.amount !== byComma.amount) marks.either += 1
}

function addSize(profile: Counts, amount: string): void {
  const value = Number(amount)
  if (value > 1) profile.overOne += 1
  else if (value === 1) profile.ones += 1
  else if (value > 0 && value < 1) profile.fractions += 1
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
