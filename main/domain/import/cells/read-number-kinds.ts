// Numbers with a meaning: whole numbers, quantities, percentages, rates. Each stays exact decimal text.
import { trimZeros } from '#shared/decimal.ts'
import { isRate } from '#shared/rates.ts'
import type { CellValue, DecimalMark } from './cell-value.ts'
import { halfWidth } from './plain-text.ts'
import { decimalText } from './read-decimal.ts'

/** Whether bare numbers of a percent column are fractions (`0.05`) or percents (`5`). */
export type PercentForm = 'fraction' | 'percent'

/** A whole number; `12.00` is one, `12.5` is not. */
export function readInteger(text: string, mark: DecimalMark): CellValue<number> {
  const digits = decimalText(text, mark)
  const whole = digits === null ? Number.NaN : Number(trimZeros(digits))
  return Number.isSafeInteger(whole) ? { value: whole } : { expected: 'whole-number' }
}

const withUnit =
  /^([^\p{L}]*\d[^\p{L}]*?)\s*(?:pcs?|pieces?|units?|sets?|pairs?|个|件|套|双|只|台|箱|包|条|张|支|瓶|盒)?\.?$/iu

/** A quantity with at most three decimals, as decimal text. A unit of count behind it (`12 pcs`) is no harm. */
export function readQuantity(text: string, mark: DecimalMark): CellValue<string> {
  const digits = decimalText(text, mark) ?? decimalText(withUnit.exec(text)?.[1] ?? '', mark)
  if (digits === null) return { expected: 'quantity' }
  const short = trimZeros(digits)
  const point = short.indexOf('.')
  return point !== -1 && short.length - point > 4 ? { expected: 'quantity' } : { value: short }
}

/** A percentage as a fraction: `5%` and, by `form`, `0.05` or `5` are `0.05`. More than the whole is none. */
export function readPercent(text: string, mark: DecimalMark, form: PercentForm): CellValue<string> {
  const cell = halfWidth(text).trim()
  const hasSign = cell.endsWith('%')
  const digits = decimalText(hasSign ? cell.slice(0, -1) : cell, mark)
  if (digits === null) return { expected: 'percent' }
  const fraction = hasSign || form === 'percent' ? hundredth(digits) : trimZeros(digits)
  return isShare(fraction) ? { value: fraction } : { expected: 'percent' }
}

/** 0 to 1, both included. */
function isShare(fraction: string): boolean {
  return !fraction.startsWith('-') && (fraction === '1' || fraction === '0' || fraction.startsWith('0.'))
}

/** A plain decimal divided by 100, by moving its point. */
function hundredth(digits: string): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', decimals = ''] = digits.slice(sign.length).split('.')
  const padded = whole.padStart(3, '0')
  return `${sign}${trimZeros(`${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`)}`
}

/** An exchange rate: a number above zero. */
export function readRate(text: string, mark: DecimalMark): CellValue<string> {
  const digits = decimalText(text, mark)
  return digits !== null && isRate(digits) ? { value: digits } : { expected: 'rate' }
}
