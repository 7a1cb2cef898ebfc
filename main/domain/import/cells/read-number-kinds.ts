// Numbers with a meaning: whole numbers, quantities, percentages, rates. Each stays exact decimal text.
import { Decimal, trimZeros } from '#shared/decimal.ts'
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
  if (digits === '0') return { value: digits }
  const fraction = hasSign || form === 'percent' ? new Decimal(digits).times('0.01') : new Decimal(digits)
  if (fraction.lt(0) || fraction.gt(1)) return { expected: 'percent' }
  return { value: fraction.toFixed() }
}

/** An exchange rate: a number above zero. */
export function readRate(text: string, mark: DecimalMark): CellValue<string> {
  const digits = decimalText(text, mark)
  return digits !== null && isRate(digits) ? { value: digits } : { expected: 'rate' }
}
