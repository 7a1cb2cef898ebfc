// Values as people read them, in one language. Decimal text is grouped exactly: it never passes through a binary float.
import { Decimal, trimZeros } from '#shared/decimal.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { currencyCodes, currencyDigits } from '#shared/reference/currencies.ts'

export type Format = ReturnType<typeof newFormat>

/** A number that may be missing; decimal text or a plain number. */
type Amount = string | number | null | undefined

const gramsPerKg = 1000
const mmPerCm = 10
const known = new Map<Language, Format>()

/** The formats of a language; made once. */
export function formatFor(language: Language): Format {
  const found = known.get(language) ?? newFormat(language)
  known.set(language, found)
  return found
}

function newFormat(language: Language) {
  const number = numberFormats(language)
  const amount = (value: Amount, digits?: number) => (isMissing(value) ? '' : number(value, digits))
  return {
    language,
    /** A number as it is, grouped: `1,234.5`. Empty text where it is missing. */
    number: (value: Amount) => amount(value),
    /** An amount with at least its currency's digits, without the currency: `1,234.50`. For columns that say it. */
    amount: (value: Amount, currency: string) => amount(value, currencyDigits(currency)),
    /** An amount with its currency's code: `1,234.50 USD`. */
    money: (value: Amount, currency: string | null) =>
      isMissing(value) ? '' : `${amount(value, currencyDigits(currency ?? ''))} ${currency ?? ''}`.trim(),
    /** Per cent from a share of 1, with one decimal: `80.9 %`. */
    share: (value: number) => `${number(new Decimal(value).times(100).toFixed(1), 1)} %`,
    /** Per cent as they are: `13 %`. */
    percent: (value: Amount) => (isMissing(value) ? '' : `${number(value)} %`),
    kg: (grams: Amount) => (isMissing(grams) ? '' : `${number(scaled(grams, gramsPerKg))} kg`),
    cm: (mm: Amount) => (isMissing(mm) ? '' : `${number(scaled(mm, mmPerCm))} cm`),
    /** `60 × 40 × 35 cm`; empty while one of the three is missing. */
    box: (mm: readonly [Amount, Amount, Amount]) =>
      mm.some(isMissing) ? '' : `${mm.map((side) => number(scaled(side ?? 0, mmPerCm))).join(' × ')} cm`,
    fileSize: (bytes: number) => fileSize(bytes, number),
    ...dayFormats(language),
    ...nameFormats(language),
  }
}

function isMissing(value: Amount): value is null | undefined | '' {
  return value === null || value === undefined || value === ''
}

function scaled(value: string | number, by: number): string {
  return trimZeros(new Decimal(value).div(by).toFixed())
}

function numberFormats(language: Language) {
  const formats = new Map<number, Intl.NumberFormat>()
  return (value: string | number, digits = 0): string => {
    const text = String(value)
    const written = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
    const places = Math.min(Math.max(digits, written), 20)
    const format = formats.get(places) ?? newNumberFormat(language, places)
    formats.set(places, format)
    // Decimal text is formatted exactly, digit by digit, since ES2023.
    return format.format(text as Intl.StringNumericLiteral)
  }
}

function newNumberFormat(language: Language, places: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places })
}

function fileSize(bytes: number, number: (value: string | number) => string): string {
  if (bytes < 1000) return `${number(bytes)} B`
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1000))} kB`
  if (bytes < 1_000_000_000) return `${number((bytes / 1_000_000).toFixed(1))} MB`
  return `${number((bytes / 1_000_000_000).toFixed(1))} GB`
}

const newClock = (timeZone?: string) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
let clock = newClock()

/** The company's time zone; before a book is open, this machine's. */
export function keepTimeZone(timeZone: string | undefined): void {
  if (clock.resolvedOptions().timeZone !== timeZone) clock = newClock(timeZone)
}

function dayFormats(language: Language) {
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const utc = (day: string) => new Date(`${day}T00:00:00Z`)
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  const monthName = named({ month: 'long' })
  const weekdays = { short: named({ weekday: 'short' }), long: named({ weekday: 'long' }) }
  return {
    /** A day in a sentence: `November 18, 2026`. In tables days stand as they are, in ISO. */
    dayInWords: (day: string) => long.format(utc(day)),
    /** `March 2024`. */
    monthInWords: (day: string) => month.format(utc(day)),
    /** The name of a month by its number, 1 to 12. */
    monthName: (number: number) => monthName.format(Date.UTC(2026, number - 1, 1)),
    /** The name of a weekday by its ISO number, 1 Monday to 7 Sunday. June 2026 begins with a Monday. */
    weekday: (number: number, length: 'short' | 'long' = 'short') => weekdays[length].format(Date.UTC(2026, 5, number)),
    /** An instant on the company's clock, by which days are told as well: `2026-11-18 14:05`. */
    instant: (at: number) => clock.format(at),
    /** The same without its day: `14:05`. */
    timeOfDay: (at: number) => clock.format(at).slice(-5),
    /** How long ago or from now in whole days: `3 days ago`, `tomorrow`. */
    daysFromNow: (days: number) => ago.format(days, 'day'),
    /** How long ago in the largest unit that says it: `now`, `12 minutes ago`, `3 hours ago`, `yesterday`. */
    ago: (ms: number) => {
      const minutes = Math.max(0, Math.floor(ms / 60_000))
      if (minutes === 0) return ago.format(0, 'second')
      if (minutes < 60) return ago.format(-minutes, 'minute')
      const hours = Math.floor(minutes / 60)
      return hours < 24 ? ago.format(-hours, 'hour') : ago.format(-Math.floor(hours / 24), 'day')
    },
  }
}

/** Names of countries and currencies, from the system's own data. */
function nameFormats(language: Language) {
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  const currencies = new Intl.DisplayNames(language, { type: 'currency', fallback: 'code' })
  return {
    country: (code: string) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    currency: (code: string) => (currencyCodes.includes(code) ? (currencies.of(code) ?? code) : code),
    list: (items: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  }
}
