// What an order earned: revenue less its costs, part by part, each from what was posted or entered, else from what is expected.
import { marginPercent } from '#main/domain/sales/margin.ts'
import {
  type PartState,
  type ProfitPart,
  type ProfitSourceRow,
  profitParts,
  type RevenuePart,
  revenueParts,
} from '#shared/schemas/sales-figures.ts'

/** In the order's currency and in base, minor units; null: not known. */
export type Both = { own: number | null; base: number | null }

/**
 * `real` was posted or entered; `entered` is an estimate that somebody entered; `expected` follows from settings. Of a part
 * only the best that there is counts: a real cost replaces what was expected of its kind.
 */
export type EntryRank = 'real' | 'entered' | 'expected'

export type ProfitEntry<Part extends string> = Both &
  Pick<ProfitSourceRow, 'source' | 'label' | 'record'> & { part: Part; rank: EntryRank }

export type CostEntry = ProfitEntry<ProfitPart> & {
  /** Of goods: the product that it is the cost of. */
  productId: number | null
  /** Of a shipment: its estimate gives way to its own actual, which stands in the same row then. */
  isOfCharge?: true
}
export type RevenueEntry = ProfitEntry<RevenuePart>

export type PartFigure<Part extends string, Entry> = Both & { part: Part; state: PartState; entries: readonly Entry[] }

export type ProfitFigures = {
  revenue: PartFigure<RevenuePart, RevenueEntry>[]
  costs: PartFigure<ProfitPart, CostEntry>[]
  revenueTotal: Both
  costTotal: Both
  profit: Both
  isEstimate: boolean
  unknown: (ProfitPart | RevenuePart)[]
}

/** Goods are posted piece by piece: what was not posted yet stays estimated beside what was. */
const mixedParts: readonly string[] = ['goods']

export function orderProfit(revenue: readonly RevenueEntry[], costs: readonly CostEntry[]): ProfitFigures {
  const earned = figuresOf(revenueParts, revenue)
  const spent = figuresOf(profitParts, costs)
  const revenueTotal = sumOf(earned)
  const costTotal = sumOf(spent)
  const profit = {
    own: less(revenueTotal.own, costTotal.own),
    base: less(revenueTotal.base, costTotal.base),
  }
  return {
    revenue: earned,
    costs: spent,
    revenueTotal,
    costTotal,
    profit,
    isEstimate: [...earned, ...spent].some(({ state }) => state === 'estimated' || state === 'mixed'),
    unknown: [...earned, ...spent].filter(({ own, base }) => own === null || base === null).map(({ part }) => part),
  }
}

/** Of base where that is known, else of the order's own currency. */
export function marginOf({ profit, revenueTotal }: Pick<ProfitFigures, 'profit' | 'revenueTotal'>): string | null {
  return marginPercent(profit.base, revenueTotal.base) ?? marginPercent(profit.own, revenueTotal.own)
}

/** Most orders have few parts of the many, and there are many orders. */
function figuresOf<Part extends string, Entry extends ProfitEntry<Part>>(
  parts: readonly Part[],
  all: readonly Entry[],
): PartFigure<Part, Entry>[] {
  const byPart = Map.groupBy(all, (entry) => entry.part as Part)
  return parts.map((part) => {
    const entries = byPart.get(part)
    return entries ? figureOf(part, entries) : nothingOf(part)
  })
}

const nothing = new Map<string, PartFigure<string, never>>()

/** One and the same for all orders that have nothing of it. */
function nothingOf<Part extends string>(part: Part): PartFigure<Part, never> {
  const known = nothing.get(part) ?? { part, own: 0, base: 0, state: 'none', entries: [] }
  nothing.set(part, known)
  return known as PartFigure<Part, never>
}

function figureOf<Part extends string, Entry extends ProfitEntry<Part>>(
  part: Part,
  all: readonly Entry[],
): PartFigure<Part, Entry> {
  const entries = bestOf(all, part)
  const sum = sumOf(entries)
  return { part, ...sum, state: stateOf(entries, sum), entries }
}

/** Beside what was billed of one charge of a shipment, what is expected of another still counts. */
function bestOf<Entry extends { rank: EntryRank; isOfCharge?: true }>(
  entries: readonly Entry[],
  part: string,
): Entry[] {
  if (mixedParts.includes(part)) return [...entries]
  const rank = (['real', 'entered', 'expected'] as const).find((one) => entries.some((entry) => entry.rank === one))
  const best = entries.filter((entry) => entry.rank === rank)
  if (rank !== 'real' || !best.every(({ isOfCharge }) => isOfCharge)) return best
  return entries.filter((entry) => entry.rank === rank || (entry.rank === 'entered' && entry.isOfCharge))
}

function stateOf(entries: readonly { rank: EntryRank }[], { own, base }: Both): PartState {
  if (entries.length === 0) return 'none'
  if (own === null && base === null) return 'unknown'
  const real = entries.filter(({ rank }) => rank === 'real').length
  if (real === entries.length) return 'real'
  return real === 0 ? 'estimated' : 'mixed'
}

/** A sum that leaves something out is no sum. */
function sumOf(parts: readonly Both[]): Both {
  const sum: Both = { own: 0, base: 0 }
  for (const { own, base } of parts) {
    sum.own = sum.own === null || own === null ? null : sum.own + own
    sum.base = sum.base === null || base === null ? null : sum.base + base
  }
  return sum
}

function less(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left - right
}
