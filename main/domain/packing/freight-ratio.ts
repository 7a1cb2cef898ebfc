// What freight is of the goods' value, in percent (formulas.md, section 5).
import { Decimal } from '#shared/decimal.ts'

type Figure = string | number

/** `undefined`: one of the two is not known, or the goods are worth nothing. `invalid`: one of them is below 0. */
export function freightRatio(
  freight: Figure | null,
  goodsValue: Figure | null,
): { percent: string } | { status: 'undefined' | 'invalid' } {
  if ([freight, goodsValue].some((figure) => figure !== null && new Decimal(figure).lt(0))) return { status: 'invalid' }
  if (freight === null || goodsValue === null || new Decimal(goodsValue).eq(0)) return { status: 'undefined' }
  return { percent: new Decimal(freight).times(100).div(goodsValue).toFixed() }
}
