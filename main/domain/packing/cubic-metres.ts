// Volume of cartons in cubic metres: sides multiplied and added exactly (formulas.md, section 11). Rounded only when shown.
import { Decimal, roundDecimal } from '#shared/decimal.ts'

type Figure = string | number
export type SizedPieces = {
  readonly lengthMm: Figure | null
  readonly widthMm: Figure | null
  readonly heightMm: Figure | null
  readonly pieces: Figure
}

const mm3PerM3 = 1e9

/** Exact decimal text; null where the size of a piece is not known. Nothing is 0. */
export function cubicMetres(rows: readonly SizedPieces[]): string | null {
  let mm3 = new Decimal(0)
  for (const { lengthMm, widthMm, heightMm, pieces } of rows) {
    if (lengthMm === null || widthMm === null || heightMm === null) return null
    mm3 = mm3.plus(new Decimal(lengthMm).times(widthMm).times(heightMm).times(pieces))
  }
  return mm3.div(mm3PerM3).toFixed()
}

/** As papers and screens show it: three decimals. */
export function shownCubicMetres(cubicMetresText: string): string {
  return roundDecimal(cubicMetresText, 3)
}
