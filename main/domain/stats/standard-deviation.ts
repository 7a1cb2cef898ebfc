// Mean and spread of plain numbers. A figure that does not exist is null, never 0 or NaN.

/** Arithmetic mean; null without values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/**
 * Sample standard deviation, sqrt(sum (x - mean)^2 / (n - 1)): the one form used everywhere (R `sd`, Excel STDEV.S).
 * Null with fewer than two values.
 */
export function standardDeviation(values: readonly number[]): number | null {
  const middle = mean(values)
  if (middle === null || values.length < 2) return null
  let squares = 0
  for (const value of values) squares += (value - middle) ** 2
  return Math.sqrt(squares / (values.length - 1))
}
