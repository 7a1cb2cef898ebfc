// On how many days of each period a product was out of stock, from its movements. Days are numbers here (see dayNumber).

export type StockPath = {
  /** Nothing is known of earlier days. */
  knownFrom: number
  /** On hand before the movements. */
  startMilli: number
  /** Movements in any order. */
  moves: readonly (readonly [day: number, milli: number])[]
}

/**
 * Days with nothing (or less) on hand when the day ended, per period; days before the stock was known count for none.
 * `starts` are the first days of the periods and of the one after the last.
 */
export function daysOut({ knownFrom, startMilli, moves }: StockPath, starts: readonly number[]): number[] {
  const end = starts.at(-1) ?? knownFrom
  const out = starts.slice(1).map(() => 0)
  let onHand = startMilli
  let since = knownFrom
  for (const [day, milli] of [...moves].sort((left, right) => left[0] - right[0])) {
    if (day >= end) break
    if (day > since) {
      if (onHand <= 0) addSpan(out, starts, [since, day])
      since = day
    }
    onHand += milli
  }
  if (onHand <= 0) addSpan(out, starts, [since, end])
  return out
}

/** Adds the days from the first up to but without the second. */
function addSpan(out: number[], starts: readonly number[], [from, to]: [number, number]): void {
  for (let at = 0; at < out.length; at += 1) {
    const days = Math.min(to, starts[at + 1] ?? to) - Math.max(from, starts[at] ?? from)
    if (days > 0) out[at] = (out[at] ?? 0) + days
  }
}
