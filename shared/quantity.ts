// Quantities: integer thousandths of the product's own unit.
import { fromUnits, isDecimal, toUnits, trimZeros } from '#shared/decimal.ts'

const places = 3

/** Decimal text (`2.5`) as thousandths, or null when it is no number or finer than a thousandth. */
export function qtyFromDecimal(text: string): number | null {
  if (!isDecimal(text)) return null
  const milli = toUnits(text, places)
  return trimZeros(fromUnits(milli, places)) === normal(text) ? milli : null
}

/** Thousandths as the shortest decimal text: 2500 is `2.5`. */
export function qtyToDecimal(milli: number): string {
  return trimZeros(fromUnits(milli, places))
}

function normal(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const plain = trimZeros(
    text
      .replace(/^-/, '')
      .replace(/^0+(?=\d)/, '')
      .replace(/^\./, '0.'),
  )
  return plain === '0' ? '0' : sign + plain
}
