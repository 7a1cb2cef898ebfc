// What came of one movement.
import type { CostBasis, CostEntry, Parcel, Settlement } from './cost-types.ts'

/** Signed as the quantity. What the stock lost or won differs from the value by the variance. */
export type Outcome = {
  entry: CostEntry
  basis: CostBasis
  valueMinor: number
  uncostedMilli: number
  stockMinor: number
  stockUncostedMilli: number
  /** What a movement out took. */
  taken: readonly Parcel[]
  settlements: readonly Settlement[]
  /** Whether a later cost can lie on it: goods came in, and the cost of some is known. */
  bearsCost: boolean
}

export function cancelledOutcome(entry: CostEntry): Outcome {
  return { ...noChange, entry, basis: 'cancelled' }
}

export const noChange = {
  valueMinor: 0,
  uncostedMilli: 0,
  stockMinor: 0,
  stockUncostedMilli: 0,
  taken: [],
  settlements: [],
  bearsCost: false,
}
