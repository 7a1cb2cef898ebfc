// Figures and days as papers write them, in English and in Chinese. A document's language is its reader's, never the screen's.
import type { Day } from '#shared/dates.ts'
import { fromUnits, trimZeros } from '#shared/decimal.ts'
import { microsToDecimal, minorToDecimal } from '#shared/money.ts'
import { countryName } from '#shared/reference/countries.ts'

/** A text in both languages. A paper shows the one of its language, or both where they differ. */
export type Pair = { en: string; zh: string }

const months = 'January February March April May June July August September October November December'.split(' ')

/** `22 November 2026` and `2026年11月22日`; both empty for no day. */
export function dayPair(day: Day | null): Pair {
  if (day === null) return { en: '', zh: '' }
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return { en: `${date} ${months[month - 1]} ${year}`, zh: `${year}年${month}月${date}日` }
}

/** Decimal text with its thousands set apart: `1234.5` is `1,234.5`. Both languages write figures so. */
export function grouped(decimal: string): string {
  const [whole = '', rest] = decimal.split('.')
  const parted = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return rest === undefined ? parted : `${parted}.${rest}`
}

/** Minor units with the currency's own digits: `1,234.50`, yen `1,235`. */
export function moneyText(minor: number, currency: string): string {
  return grouped(minorToDecimal(minor, currency))
}

/** A unit price with as many digits as it has, at least the currency's: `0.125`. */
export function priceText(micros: number, currency: string): string {
  return grouped(microsToDecimal(micros, currency))
}

/** Thousandths: `1,250` or `2.5`. */
export function quantityText(milli: number): string {
  return grouped(trimZeros(fromUnits(milli, 3)))
}

/** Grams as kilograms: `1.25 kg`, `850 g` below one. */
export function weightText(grams: number): string {
  return grams < 1000 ? `${grams} g` : `${grouped(trimZeros(fromUnits(grams, 3)))} kg`
}

/** A country in both languages; both empty for none. */
export function countryPair(code: string): Pair {
  return code === '' ? { en: '', zh: '' } : { en: countryName(code, 'en'), zh: countryName(code, 'zh-CN') }
}

/** The same text in both languages. */
export function same(text: string): Pair {
  return { en: text, zh: text }
}

/** A pair in which an empty side takes the other. */
export function filled({ en, zh }: Pair): Pair {
  return { en: en || zh, zh: zh || en }
}

/** Lines without the empty ones. */
export function lines(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part.trim() !== '').join(separator)
}
