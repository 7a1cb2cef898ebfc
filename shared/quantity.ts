// Quantities: integer thousandths of the product's own unit.
import { isDecimal, toUnits, trimZeros } from '#shared/decimal.ts'

const places = 3

/** Decimal text (`2.5`) as thousandths, or null when it is no number or finer than a thousandth. */
export function qtyFromDecimal(text: string): number | null {
  if (!isDecimal(text)) return null
  const short = trimZeros(text)
  const point = short.indexOf('.')
  return point !== -1 && short.length - point - 1 > places ? null : toUnits(short, places)
}

/**
 * A quantity of a form as thousandths. Forms take three decimals at most (their schema says so); the product with 1000 may miss
 * the integer by a binary hair.
 */
export function toMilli(quantity: number): number {
  return Math.round(quantity * 1000)
}
