// How many deliveries took how many days: quantiles, mean and spread from counts, without a list of single values.

/** Days → how many times. */
export type DayCounts = ReadonlyMap<number, number>

export function countOfDays(counts: DayCounts): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** As domain/stats/quantile.ts gives it of the single values: position (n - 1)p, R type 7. Null without values. */
export function quantileOfCounts(counts: DayCounts, probability: number): number | null {
  return quantilesOfCounts(counts, [probability])[0] ?? null
}

/** Several at once, for one sorting. */
export function quantilesOfCounts(counts: DayCounts, probabilities: readonly number[]): (number | null)[] {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([left], [right]) => left - right)
  const n = countOfDays(counts)
  if (n === 0) return probabilities.map(() => null)
  return probabilities.map((probability) => {
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`No probability: ${probability}`)
    const position = (n - 1) * probability
    const below = nth(sorted, Math.floor(position))
    const above = nth(sorted, Math.ceil(position))
    return below + (position - Math.floor(position)) * (above - below)
  })
}

/** The value at a place of the sorted values; 0 is the first. */
function nth(sorted: readonly (readonly [number, number])[], place: number): number {
  let before = 0
  for (const [days, count] of sorted) {
    before += count
    if (place < before) return days
  }
  return sorted.at(-1)?.[0] ?? 0
}

export function meanOfCounts(counts: DayCounts): number | null {
  const n = countOfDays(counts)
  if (n === 0) return null
  let sum = 0
  for (const [days, count] of counts) sum += days * count
  return sum / n
}

/** Sample standard deviation by n - 1; null with fewer than two values. */
export function spreadOfCounts(counts: DayCounts): number | null {
  const n = countOfDays(counts)
  const middle = meanOfCounts(counts)
  if (middle === null || n < 2) return null
  let squares = 0
  for (const [days, count] of counts) squares += count * (days - middle) ** 2
  return Math.sqrt(squares / (n - 1))
}
