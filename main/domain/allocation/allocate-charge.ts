// A charge (freight, duty) over the lines it was paid for, by what it depends on (formulas.md, section 7).
import { Decimal } from '#shared/decimal.ts'
import { allocateMinor } from '#shared/money.ts'

export type ChargeBasis = 'value' | 'quantity' | 'weight' | 'volume' | 'chargeable_weight' | 'equally' | 'by_hand'

/** A measure of a whole line, in one unit for all lines: an integer or decimal text. Null: nobody knows, which is not 0. */
export type Measure = number | string | null

export type ChargedLine = {
  value?: Measure
  quantity?: Measure
  weight?: Measure
  volume?: Measure
  /** What its volume counts for as weight (`volumetricWeight`). */
  volumetricWeight?: Measure
  /** Minor units that someone decided on. */
  byHandMinor?: number | null
}

/**
 * Why a charge cannot be divided: a line whose measure is not known, or is negative (their positions), no line that has any
 * of it, or parts by hand that do not add up to the charge. Never another basis in silence.
 */
export type ChargeRefusal =
  | { readonly why: 'missing' | 'negative'; readonly lines: readonly number[] }
  | { readonly why: 'zero' }
  | { readonly why: 'differs'; readonly givenMinor: number }

export type ChargeParts = { readonly partsMinor: readonly number[] } | { readonly refused: ChargeRefusal }

type Charge = { amountMinor: number; by: ChargeBasis }

/**
 * The part of each line in minor units; they always add up to the charge. Largest remainder: quotas rounded down, what is
 * left over goes to the largest remainders, ties to the larger measure, then to the earlier line; a negative charge is
 * divided as a positive one, then turned. Each charge is divided on its own.
 */
export function allocateCharge({ amountMinor, by }: Charge, lines: readonly ChargedLine[]): ChargeParts {
  if (by === 'by_hand') return partsByHand(amountMinor, lines)
  const measures = lines.map((line) => measureOf(line, by))
  const missing = positions(measures, (measure) => measure === null)
  if (missing.length > 0) return { refused: { why: 'missing', lines: missing } }
  const known = measures.filter((measure) => measure !== null)
  const negative = positions(known, (measure) => new Decimal(measure).lt(0))
  if (negative.length > 0) return { refused: { why: 'negative', lines: negative } }
  const partsMinor = allocateMinor(amountMinor, known)
  return partsMinor === null ? { refused: { why: 'zero' } } : { partsMinor }
}

function partsByHand(amountMinor: number, lines: readonly ChargedLine[]): ChargeParts {
  const parts = lines.map((line) => line.byHandMinor ?? null)
  const missing = positions(parts, (part) => part === null)
  if (missing.length > 0) return { refused: { why: 'missing', lines: missing } }
  const partsMinor = parts.filter((part) => part !== null)
  const givenMinor = partsMinor.reduce((sum, part) => sum + part, 0)
  return givenMinor === amountMinor ? { partsMinor } : { refused: { why: 'differs', givenMinor } }
}

function measureOf(line: ChargedLine, by: Exclude<ChargeBasis, 'by_hand'>): number | string | null {
  switch (by) {
    case 'equally':
      return 1
    case 'chargeable_weight':
      return larger(known(line.weight), known(line.volumetricWeight))
    default:
      return known(line[by])
  }
}

function known(measure: Measure | undefined): number | string | null {
  return measure ?? null
}

/** Air freight is paid on the larger of the two, so it is not known while either is missing. */
function larger(weight: number | string | null, volumetric: number | string | null): number | string | null {
  if (weight === null || volumetric === null) return null
  return new Decimal(weight).gte(volumetric) ? weight : volumetric
}

function positions<Value>(values: readonly Value[], isMeant: (value: Value) => boolean): number[] {
  return values.flatMap((value, index) => (isMeant(value) ? [index] : []))
}
