// Part of an amount in proportion, exact past 2^53 as well: the one division that costing does.
import { AppError } from '#shared/errors.ts'

/**
 * `value x part / whole`, rounded once, half away from zero (formulas.md, section 0). All three are integers, `whole` > 0,
 * `part` >= 0. The whole gives the value itself.
 */
export function shareOf(value: number, part: number, whole: number): number {
  const product = value * part
  return Number.isSafeInteger(product) ? halfAway(product, whole) : bigShare(value, part, whole)
}

function halfAway(product: number, whole: number): number {
  // The remainder of integers is exact, so the quotient is too.
  const rest = product % whole
  const floor = (product - rest) / whole
  const rounded = Math.abs(rest) * 2 >= whole ? floor + Math.sign(product) : floor
  return rounded === 0 ? 0 : rounded
}

function bigShare(value: number, part: number, whole: number): number {
  const product = BigInt(value) * BigInt(part)
  const size = product < 0n ? -product : product
  const rounded = Number((size * 2n + BigInt(whole)) / (BigInt(whole) * 2n))
  if (!Number.isSafeInteger(rounded)) throw new AppError('input/too-large', { value: String(product / BigInt(whole)) })
  return product < 0n && rounded !== 0 ? -rounded : rounded
}
