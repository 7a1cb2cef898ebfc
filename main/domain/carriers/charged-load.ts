// What a carrier charges by for a set of pieces: their weight, what their volume counts for, or revenue tons; and whether it
// takes them at all. Sides in whole millimetres, weights in whole grams.
import { cubicMetres } from '#main/domain/packing/cubic-metres.ts'
import { revenueTons } from '#main/domain/packing/revenue-tons.ts'
import { chargeableWeight } from '#main/domain/weights/chargeable-weight.ts'
import { Decimal, fromUnits, toUnits } from '#shared/decimal.ts'
import type { Weighing } from '#shared/schemas/carriers.ts'

export type LoadPiece = {
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly grams: number | null
  readonly pieces: number
}

export type WeighingRule = {
  readonly weighsBy: Weighing
  /** cm³ that count for a kilogram; null: volume does not count. */
  readonly divisor: number | null
  readonly roundUpGrams: number
  readonly roundsSides: boolean
  readonly maxPieceGrams: number | null
  readonly maxSideMm: number | null
}

export type ChargedLoad = {
  pieces: number
  grossGrams: number
  /** Rounded to a gram; null where volume does not count. */
  volumetricGrams: number | null
  /** What is charged; of revenue tons their thousandths of a kilogram. */
  chargedGrams: number
  /** Revenue tons, exact decimal text, before any least number of them; null where none are counted. */
  tons: string | null
  /** Cubic metres, exact; null where a side is not known. */
  volume: string | null
  by: 'weight' | 'volume'
}

export type LoadRefusal = 'too_heavy' | 'too_long' | 'no_weight' | 'no_size'

/** The load as the service charges it, or the first reason why not. A side that is not known is not short: it is asked for. */
export function chargedLoad(pieces: readonly LoadPiece[], rule: WeighingRule): ChargedLoad | { refusal: LoadRefusal } {
  const refusal = refusalOf(pieces, rule)
  if (refusal) return { refusal }
  const count = pieces.reduce((sum, piece) => sum + piece.pieces, 0)
  const grossGrams = pieces.reduce((sum, piece) => sum + (piece.grams ?? 0) * piece.pieces, 0)
  const load = { pieces: count, grossGrams, volume: cubicMetres(pieces) }
  return rule.weighsBy === 'revenue_ton' ? byTons(load) : byWeight(pieces, rule, load)
}

function refusalOf(pieces: readonly LoadPiece[], rule: WeighingRule): LoadRefusal | null {
  const { maxPieceGrams, maxSideMm, divisor, weighsBy } = rule
  if (maxPieceGrams !== null && pieces.some(({ grams }) => grams !== null && grams > maxPieceGrams)) return 'too_heavy'
  if (maxSideMm !== null && pieces.some((piece) => sides(piece).some((side) => side !== null && side > maxSideMm)))
    return 'too_long'
  if (pieces.some(({ grams }) => grams === null)) return 'no_weight'
  const needsSizes = divisor !== null || weighsBy === 'revenue_ton' || maxSideMm !== null
  return needsSizes && pieces.some((piece) => sides(piece).includes(null)) ? 'no_size' : null
}

function sides({ lengthMm, widthMm, heightMm }: LoadPiece): (number | null)[] {
  return [lengthMm, widthMm, heightMm]
}

type Load = Pick<ChargedLoad, 'pieces' | 'grossGrams' | 'volume'>

/** The revenue ton: a cubic metre or a tonne, whichever there are more of. */
function byTons(load: Load): ChargedLoad {
  const cubic = new Decimal(load.volume ?? 0)
  const tonnes = fromUnits(load.grossGrams, 6)
  const tons = revenueTons(cubic.toFixed(), tonnes)
  return {
    ...load,
    volumetricGrams: toUnits(cubic, 6),
    chargedGrams: Number(new Decimal(tons).times(1_000_000).toFixed()),
    tons,
    by: cubic.gt(tonnes) ? 'volume' : 'weight',
  }
}

function byWeight(pieces: readonly LoadPiece[], rule: WeighingRule, load: Load): ChargedLoad {
  const { divisor, roundUpGrams, roundsSides, weighsBy } = rule
  const centimetres = (side: number | null) => (divisor === null || side === null ? '0' : fromUnits(side, 1))
  const weight = chargeableWeight(
    pieces.map((piece) => ({
      length: centimetres(piece.lengthMm),
      width: centimetres(piece.widthMm),
      height: centimetres(piece.heightMm),
      grossWeight: fromUnits(piece.grams ?? 0, 3),
      count: piece.pieces,
    })),
    {
      divisor: divisor ?? 1,
      per: weighsBy === 'piece' ? 'piece' : 'shipment',
      roundUpTo: fromUnits(roundUpGrams, 3),
      roundsSides,
    },
  )
  // Everything was looked at before: sides and weights are known and above 0.
  if ('status' in weight) throw new RangeError(`No weight of ${JSON.stringify(pieces)}`)
  const { volumetric, gross, chargeable } = weight
  return {
    ...load,
    volumetricGrams: divisor === null ? null : toUnits(volumetric, 3),
    chargedGrams: toUnits(chargeable, 3),
    tons: null,
    by: divisor !== null && new Decimal(volumetric).gt(gross) ? 'volume' : 'weight',
  }
}
