// Quantiles by linear interpolation. A figure that does not exist is null.

/**
 * The value below which the share `probability` (0 to 1) lies: position (n - 1)p between the sorted values, as R's type 7
 * and Excel's PERCENTILE.INC (Hyndman, Fan 1996). Null without values; a RangeError for a probability that is none.
 */
export function quantile(values: readonly number[], probability: number): number | null {
  return quantileOfSorted(Float64Array.from(values).sort(), probability)
}

/** The same for values that are in ascending order already. */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`No probability: ${probability}`)
  const position = (sorted.length - 1) * probability
  const below = sorted[Math.floor(position)]
  const above = sorted[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (position - Math.floor(position)) * (above - below)
}

/** The middle value, the mean of the two middle ones where their number is even; null without values. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}
