// The weight that freight is paid on: what goods weigh, or what their volume counts for (formulas.md, section 11).
import { Decimal } from '#shared/decimal.ts'

/** One kind of piece: its sides and gross weight in the units that the divisor is made for; null: not known. */
export type Piece = {
  readonly length: string | null
  readonly width: string | null
  readonly height: string | null
  readonly grossWeight: string | null
  readonly count: string | number
}

export type WeightRule = {
  /** Volume per unit of weight: 6000 cm3/kg in air cargo (IATA), 5000 with couriers, 139 or 166 in3/lb. */
  readonly divisor: string | number
  /** Whether the two weights are compared for the shipment or piece by piece. */
  readonly per: 'shipment' | 'piece'
  /** The result is rounded up to a multiple of this: 0.5 kg. Null: not at all. */
  readonly roundUpTo: string | number | null
  /** Some carriers round each side to the nearest whole unit first, half up. */
  readonly roundsSides: boolean
}

/** Decimal text, in the unit of the gross weight. */
export type ChargeableWeight = { volumetric: string; gross: string; chargeable: string }

/** `undefined`: a side or weight is not known. `invalid`: a negative one, or a divisor or step that is not above 0. */
export type WeightAnswer = ChargeableWeight | { status: 'undefined' | 'invalid' }

/** No pieces weigh 0. Exact decimals, so that 0.6 in steps of 0.2 is 0.6. */
export function chargeableWeight(pieces: readonly Piece[], rule: WeightRule): WeightAnswer {
  if (!isAbove0(rule.divisor) || (rule.roundUpTo !== null && !isAbove0(rule.roundUpTo))) return { status: 'invalid' }
  if (pieces.some(isImpossible)) return { status: 'invalid' }
  const zero = new Decimal(0)
  const sum = { volumetric: zero, gross: zero, larger: zero }
  for (const piece of pieces) {
    const volumetric = volumetricWeight(piece, rule)
    if (volumetric === null || piece.grossWeight === null) return { status: 'undefined' }
    const gross = new Decimal(piece.grossWeight)
    sum.volumetric = sum.volumetric.plus(new Decimal(volumetric).times(piece.count))
    sum.gross = sum.gross.plus(gross.times(piece.count))
    sum.larger = sum.larger.plus((gross.gt(volumetric) ? gross : new Decimal(volumetric)).times(piece.count))
  }
  const ofShipment = sum.volumetric.gt(sum.gross) ? sum.volumetric : sum.gross
  const chargeable = roundedUp(rule.per === 'piece' ? sum.larger : ofShipment, rule.roundUpTo)
  return { volumetric: sum.volumetric.toFixed(), gross: sum.gross.toFixed(), chargeable: chargeable.toFixed() }
}

/** What one piece's volume counts for, or null where a side is not known. */
export function volumetricWeight(
  { length, width, height }: Pick<Piece, 'length' | 'width' | 'height'>,
  { divisor, roundsSides }: Pick<WeightRule, 'divisor' | 'roundsSides'>,
): string | null {
  if (length === null || width === null || height === null) return null
  const side = (text: string) => (roundsSides ? new Decimal(text).round(0, 1) : new Decimal(text))
  return side(length).times(side(width)).times(side(height)).div(divisor).toFixed()
}

function isImpossible({ length, width, height, grossWeight, count }: Piece): boolean {
  return [length, width, height, grossWeight, count].some((figure) => figure !== null && new Decimal(figure).lt(0))
}

function isAbove0(figure: string | number): boolean {
  return new Decimal(figure).gt(0)
}

type Exact = InstanceType<typeof Decimal>

function roundedUp(weight: Exact, step: string | number | null): Exact {
  if (step === null) return weight
  // 24 decimals of a division that does not end may lie a hair above a whole number of steps.
  const steps = weight.div(step).round(18, 1)
  return steps.round(0, 3).times(step)
}
