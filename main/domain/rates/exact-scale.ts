// A factor applied to integers, exactly: integer x numerator / denominator, rounded half away from zero, once. What money
// conversions of a whole import run through, so the common case stays in plain integers.
import { AppError } from '#shared/errors.ts'

export type Scale = (value: number | bigint) => number

/**
 * The function that multiplies by `numerator / denominator`, the denominator above 0; `input/too-large` where a result passes
 * 2^53.
 */
export function exactScale(numerator: bigint, denominator: bigint): Scale {
  const shared = greatestDivisor(numerator, denominator)
  const top = numerator / shared
  const bottom = denominator / shared
  if (!isSafe(top * 2n) || !isSafe(bottom * 2n)) return (value) => scaleBig(BigInt(value), top, bottom)
  const topNumber = Number(top)
  const bottomNumber = Number(bottom)
  // Past this the product, or what is taken from it below, would be rounded before the division.
  const largest = Number.MAX_SAFE_INTEGER - bottomNumber
  return (value) => {
    const product = typeof value === 'number' ? value * topNumber : Number.POSITIVE_INFINITY
    if (product > largest || product < -largest) return scaleBig(BigInt(value), top, bottom)
    return divideHalfAway(product, bottomNumber)
  }
}

/** A quotient may come out one too large; what is then left is negative, small, and rounds to the same. No `%`: it is slow. */
function divideHalfAway(value: number, divisor: number): number {
  const whole = Math.trunc(value / divisor)
  const rest = Math.abs(value - whole * divisor)
  const rounded = rest * 2 >= divisor ? whole + Math.sign(value) : whole
  return rounded === 0 ? 0 : rounded
}

function scaleBig(value: bigint, top: bigint, bottom: bigint): number {
  const product = value * top
  const rounded = (sizeOf(product) * 2n + bottom) / (bottom * 2n)
  if (!isSafe(rounded)) throw new AppError('input/too-large', { value: String(value).slice(0, 60) })
  return Number(product < 0n && rounded !== 0n ? -rounded : rounded)
}

function isSafe(value: bigint): boolean {
  return sizeOf(value) <= BigInt(Number.MAX_SAFE_INTEGER)
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let a = sizeOf(left)
  let b = right
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
