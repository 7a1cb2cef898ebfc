// Exchange rates: decimal text with a day and a direction written down (1 USD = 7.1024 CNY). Never guessed.
import type { Day } from '#shared/dates.ts'
import { Decimal, isDecimal, toUnits, trimZeros } from '#shared/decimal.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** `1 from = rate to` on a day. */
export type Rate = { from: string; to: string; rate: string; on: Day }

/** Whether the text can be a rate: a plain decimal above zero. 0 is not a rate. */
export function isRate(text: string): boolean {
  return isDecimal(text) && new Decimal(text).gt(0)
}

/** How a known rate turns an amount over: multiply (from -> to), divide (to -> from), or through a third currency. */
export type Conversion = { multiply: string; divide: string }

/** Minor units in `from` as minor units in `to`, rounded half away from zero, once. */
export function convertMinor(minor: number, from: string, to: string, by: Conversion): number {
  const major = new Decimal(minor).div(new Decimal(10).pow(currencyDigits(from)))
  return toUnits(major.times(by.multiply).div(by.divide), currencyDigits(to))
}

/** The conversion as one figure, for showing on a document: 7.1024 or 0.140797. */
export function effectiveRate(by: Conversion): string {
  if (by.divide === '1') return by.multiply
  return trimZeros(new Decimal(by.multiply).div(by.divide).toPrecision(12))
}
