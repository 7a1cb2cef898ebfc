// Exact decimal arithmetic for everything that is money, quantity or rate. Binary floating point has no place there.
import Big from 'big.js'
import { AppError } from '#shared/errors.ts'

/** big.js with Quayside's rounding: half away from zero, enough places for any chain of rates. */
export const Decimal = Big()
Decimal.RM = 1
Decimal.DP = 24
// Never exponents: amounts are written out in files, forms and on paper.
Decimal.NE = -30
Decimal.PE = 40

const decimalForm = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/

/** Whether the text is a plain decimal number (`-12.50`), as rates and typed amounts are kept. */
export function isDecimal(text: string): boolean {
  return decimalForm.test(text)
}

/**
 * Rounds half away from zero, once, to `places` decimals: `1.005` at 2 is `1.01`. No minus zero.
 * Commercial rounding as formulas for documents use it (half-up on the absolute value).
 */
export function roundDecimal(value: string | Big, places: number): string {
  const rounded = new Decimal(value).round(places, 1)
  return rounded.eq(0) ? new Decimal(0).toFixed(places) : rounded.toFixed(places)
}

/** An exact decimal as an integer of `10^-places` units, rounded half away from zero; `input/too-large` past 2^53. */
export function toUnits(value: string | Big, places: number): number {
  const units = unitsOrNull(value, places)
  if (units === null) throw new AppError('input/too-large', { value: String(value).slice(0, 60) })
  return units
}

/** The same of what somebody typed: `input/too-many-decimals` where rounding would change it. */
export function typedUnits(text: string, places: number): number {
  const decimals = /\.(\d*?)0*$/.exec(text)?.[1]?.length ?? 0
  if (decimals > places) throw new AppError('input/too-many-decimals', { value: text.slice(0, 60), places })
  return toUnits(text, places)
}

/** As integer units; null where it is beyond what a number holds exactly. */
export function unitsOrNull(value: string | Big, places: number): number | null {
  const plain = typeof value === 'string' ? plainUnits(value, places) : null
  if (plain !== null) return plain
  const units = Number(new Decimal(value).times(new Decimal(10).pow(places)).round(0, 1).toFixed(0))
  if (!Number.isSafeInteger(units)) return null
  return units === 0 ? 0 : units
}

const exactDigits = 15
const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

/** The common case, of which an import has hundreds of thousands: nothing to round, and exact as a number. Else null. */
function plainUnits(text: string, places: number): number | null {
  if (text.length > exactDigits || !decimalForm.test(text)) return null
  const point = text.indexOf('.')
  const decimals = point === -1 ? 0 : text.length - point - 1
  const power = powers[places - decimals]
  if (power === undefined) return null
  const units = Number(point === -1 ? text : text.slice(0, point) + text.slice(point + 1)) * power
  if (!Number.isSafeInteger(units)) return null
  return units === 0 ? 0 : units
}

/** Integer units of `10^-places` as decimal text with exactly `places` decimals. */
export function fromUnits(units: number, places: number): string {
  if (places === 0) return String(units)
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  const at = digits.length - places
  return `${units < 0 ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`
}

/** Drops trailing zeros after the point: `1.500` is `1.5`, `2.000` is `2`. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
