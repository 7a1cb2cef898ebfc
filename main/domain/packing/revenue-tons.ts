// Sea freight of groupage, weight or measure (formulas.md, section 11): the revenue ton is the cubic metre or the tonne,
// whichever makes more. Exact decimals.
import { Decimal } from '#shared/decimal.ts'

type Figure = string | number

export type FreightTerms = {
  ratePerTon: Figure | null
  /** Shares of the freight, 0.1 for 10 %; they are added to one another, not multiplied. */
  surcharges: readonly Figure[]
  minimumTons: Figure
}

/** Decimal text; freight is tons by the rate by one and the surcharges, not rounded. */
export type RevenueTonFreight = { revenueTons: string; freight: string }

/** `undefined`: volume, weight or rate is not known. `invalid`: a figure below 0. */
export type FreightAnswer = RevenueTonFreight | { status: 'undefined' | 'invalid' }

/** Cubic metres or tonnes, whichever is more, and no less than the minimum. */
export function revenueTons(cubicMetres: Figure, tonnes: Figure, minimumTons: Figure = 0): string {
  const [metres, ...others] = [cubicMetres, tonnes, minimumTons].map((figure) => new Decimal(figure))
  return others.reduce((most, one) => (most === undefined || one.gt(most) ? one : most), metres)?.toFixed() ?? '0'
}

/** What goods cost by the revenue ton. */
export function revenueTonFreight(
  { cubicMetres, tonnes }: { cubicMetres: Figure | null; tonnes: Figure | null },
  { ratePerTon, surcharges, minimumTons }: FreightTerms,
): FreightAnswer {
  const told = [cubicMetres, tonnes, ratePerTon, minimumTons, ...surcharges].filter((figure) => figure !== null)
  if (told.some((figure) => new Decimal(figure).lt(0))) return { status: 'invalid' }
  if (cubicMetres === null || tonnes === null || ratePerTon === null) return { status: 'undefined' }
  const share = surcharges.reduce<InstanceType<typeof Decimal>>((sum, one) => sum.plus(one), new Decimal(1))
  const tons = revenueTons(cubicMetres, tonnes, minimumTons)
  return { revenueTons: tons, freight: new Decimal(tons).times(ratePerTon).times(share).toFixed() }
}
