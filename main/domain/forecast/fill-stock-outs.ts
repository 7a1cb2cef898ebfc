// Demand of periods in which there was little or nothing to sell: what was sold then is not what was asked for.

/** Scale it up to the whole period, leave the period out, or take the figure as it is. */
export type StockOutTreatment = 'fill' | 'exclude' | 'keep'

export type StockOutMark = 'scaled' | 'bridged' | 'leftOut'

export type FilledPeriod = {
  /** What the forecast is made from; null where the period is left out. */
  used: number | null
  mark: StockOutMark | null
}

export type StockOutInput = {
  readonly treatment: StockOutTreatment
  /** Share of each period's days with stock, 0 to 1; null where it is not known, which counts as all of them. */
  readonly inStock: readonly (number | null)[]
  /** Periods in stock for less than this share say too little: their figure is not scaled but bridged, or left out. */
  readonly leastShare?: number
}

export const usualLeastShare = 0.5

/**
 * `fill`: demand over the share of days in stock, where that is `leastShare` at least; below it a straight line between the
 * nearest periods that count (the nearest one, at an end), but never less than was asked for. `exclude`: periods below `leastShare` are left out, the others
 * stay as they are. Returns are not scaled.
 */
export function fillStockOuts(demand: readonly number[], input: StockOutInput): FilledPeriod[] {
  const { treatment, inStock, leastShare = usualLeastShare } = input
  const shares = demand.map((_, index) => checkedInStock(inStock[index] ?? 1))
  if (treatment === 'keep') return demand.map((used) => ({ used, mark: null }))
  if (treatment === 'exclude') {
    return demand.map((used, at) =>
      (shares[at] as number) < leastShare ? { used: null, mark: 'leftOut' } : { used, mark: null },
    )
  }
  const periods = demand.map((value, at) => scaled(value, { share: shares[at] as number, leastShare }))
  return bridge(periods, demand)
}

function scaled(demand: number, { share, leastShare }: { share: number; leastShare: number }): FilledPeriod {
  if (share < leastShare || share === 0) return { used: null, mark: 'bridged' }
  if (share === 1 || demand <= 0) return { used: demand, mark: null }
  return { used: demand / share, mark: 'scaled' }
}

function bridge(periods: readonly FilledPeriod[], demand: readonly number[]): FilledPeriod[] {
  const known = periods.flatMap(({ used }, at) => (used === null ? [] : [{ at, used }]))
  return periods.map((period, at) => {
    if (period.used !== null) return period
    const before = known.findLast((other) => other.at < at)
    const after = known.find((other) => other.at > at)
    const [left, right] = [before ?? after, after ?? before]
    if (!left || !right) return period
    const share = left === right ? 0 : (at - left.at) / (right.at - left.at)
    return { ...period, used: Math.max(demand[at] as number, left.used + share * (right.used - left.used)) }
  })
}

function checkedInStock(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`No share of days in stock: ${share}`)
  return share
}
