// What costing reads and says, for ONE product: its movements in order (day, clock, id), and what each was worth.
// Money is minor units of the base currency, quantities are thousandths. Rules: formulas.md, sections 0, 6 and 7.
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type CostMethod = 'fifo' | 'average'

export type CostEntryKind =
  | 'opening'
  | 'receipt'
  | 'issue'
  | 'transfer'
  | 'adjustment'
  | 'count'
  | 'customer_return'
  | 'supplier_return'
  | 'assembly'

/** One movement. Goods on the road lie in a warehouse of their own, so that a transfer is two pairs of movements. */
export type CostEntry = {
  readonly id: Id
  readonly on: Day
  readonly warehouseId: Id
  /** Layers of its batch are taken first. */
  readonly batchId?: Id | null
  readonly kind: CostEntryKind
  /** Signed, never 0. */
  readonly qtyMilli: number
  /** What all of it cost, never negative; null: not known (0 is known: free goods). Only for what comes in from outside. */
  readonly valueMinor: number | null
  readonly reversesId: Id | null
  /** Whose goods these are: the departure that arrives, the issue that comes back, the receipt that is sent back. */
  readonly originId: Id | null
}

/** A cost that is added to a receipt: its share of a freight bill. Negative for a credit. */
export type LateCost = { readonly receiptId: Id; readonly on: Day; readonly amountMinor: number }

/** What a closing found: each movement's value so far, signed as its quantity; null: no cost was known. */
export type FrozenValues = {
  readonly through: Day
  /** Of every movement up to `through` whose value differs from what the closing before says. */
  readonly values: ReadonlyMap<Id, number | null>
}

export type CostHistory = {
  readonly method: CostMethod
  /** By day, clock, id. */
  readonly entries: readonly CostEntry[]
  readonly lateCosts?: readonly LateCost[]
  /** Closings, earliest first; of two of one day the second holds. */
  readonly frozen?: readonly FrozenValues[]
}

/** Pieces of one receipt at one cost; `valueMinor` null: what they cost is not known, which is not 0. */
export type Parcel = {
  /**
   * The movement that brought them into the book, whatever transfers and returns came after; 0 in a moving average, where all
   * are one; the movement's own id where it took more than was there.
   */
  readonly layerId: Id
  /** The day of that movement: a transfer does not make goods younger. Moving average: when the last ones came. */
  readonly on: Day
  readonly qtyMilli: number
  readonly valueMinor: number | null
}

/** Pieces in stock. Negative: a shortage, issued by movement `layerId` before anything was there. */
export type Layer = Parcel & {
  /** The movement that brought them into this warehouse. */
  readonly broughtBy: Id
  readonly batchId: Id | null
}

/** A unit cost as a fraction, so that nothing is rounded before it is multiplied. */
export type UnitCost = { readonly valueMinor: number; readonly qtyMilli: number }

export type PlaceStock = {
  readonly warehouseId: Id
  /** In the order in which they are taken: either layers or shortages. Moving average: at most one with a cost and one without. */
  readonly layers: readonly Layer[]
  /** What the last receipt here cost a unit: for what is issued when nothing is there. */
  readonly lastReceipt: UnitCost | null
}

/** What a movement carried, and how much of it later movements took back: for returns, arrivals and reversals. */
export type Footprint = {
  readonly on: Day
  /** Signed, of the whole movement. */
  readonly qtyMilli: number
  /** What it pointed at itself. */
  readonly refId: Id | null
  /** Out: its issue costs. In: what had a cost, then what had none. */
  readonly parcels: readonly Parcel[]
  readonly backMilli: number
}

/** Where costing stands after some movements: enough to go on with newer ones. */
export type CostState = {
  readonly method: CostMethod
  readonly places: readonly PlaceStock[]
  /** The last receipt anywhere: where a warehouse never had one. */
  readonly lastReceipt: UnitCost | null
  /** At least of the movements that the next ones point at (`footprintsNeeded`). */
  readonly footprints: ReadonlyMap<Id, Footprint>
  /** The last movement, later cost or first open day: from here on movements can be added. */
  readonly lastOn: Day | null
}

/**
 * Why a value stands in the books:
 * - `movement` what moved was worth this, as far as was known on its day;
 * - `landed_cost` what a cost that came later adds to it, on the day of that cost;
 * - `variance` a receipt filled a shortage that had been issued at another cost, or goods left at another cost than they lay at;
 * - `revaluation` what changed in a closed period, on the first day after it.
 */
export type ValueCause = 'movement' | 'landed_cost' | 'variance' | 'revaluation'

/** One value, signed as it changes the stock: the stock of a place on a day is the sum of its rows up to that day. */
export type ValueRow = {
  readonly entryId: Id
  readonly cause: ValueCause
  readonly on: Day
  readonly warehouseId: Id
  /** Of rows with cause `movement`; 0 in the others. */
  readonly qtyMilli: number
  /** Of the pieces whose cost is known. */
  readonly valueMinor: number
  /** Pieces without a known cost, signed. A sum that has any must say so. */
  readonly uncostedMilli: number
}

/** How a movement's value was found. */
export type CostBasis = 'given' | 'layers' | 'average' | 'origin' | 'last-known' | 'cancelled' | 'unknown'

/** Which pieces a movement out took, at today's knowledge. */
export type IssueCost = Parcel & { readonly entryId: Id }

/** A shortage filled: what was issued before it was there turned out to cost this. The difference is a variance. */
export type Settlement = {
  readonly issueId: Id
  readonly receiptId: Id
  readonly warehouseId: Id
  readonly on: Day
  readonly qtyMilli: number
  /** At which it was issued; null: no cost was known then, and the variance is all of its cost. */
  readonly issuedMinor: number | null
  readonly costMinor: number
}

export type CostRun = {
  readonly rows: readonly ValueRow[]
  readonly bases: ReadonlyMap<Id, CostBasis>
  readonly issueCosts: readonly IssueCost[]
  readonly settlements: readonly Settlement[]
  /** Late costs that rest on nothing: their receipt's own cost is not known, or there is no such receipt. */
  readonly waiting: readonly LateCost[]
  readonly state: CostState
}
