// Holds a result against what a case expects; the rules are those of the cases' own README.

/** A number for every numeric leaf, one per key, or the bound that a result must not exceed. */
export type Tolerance = number | 'upper bound' | Readonly<Record<string, number>>

/** What differs, as sentences with the place in front; empty when all is as expected. A result may hold more. */
export function differences(expected: unknown, actual: unknown, tolerance: Tolerance, place = ''): string[] {
  if (Array.isArray(expected)) return listDifferences(expected, actual, tolerance, place)
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [said(place, expected, actual)]
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, (actual as Record<string, unknown>)[key], toleranceOf(tolerance, key), `${place}/${key}`),
    )
  }
  const isAlike = typeof expected === 'number' ? isNear(expected, actual, tolerance) : expected === actual
  return isAlike ? [] : [said(place, expected, actual)]
}

function listDifferences(expected: unknown[], actual: unknown, tolerance: Tolerance, place: string): string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [said(place, expected, actual)]
  return expected.flatMap((value, index) => differences(value, actual[index], tolerance, `${place}/${index}`))
}

/** Below a key that has its own tolerance that one holds; below a key without, the numbers are exact. */
function toleranceOf(tolerance: Tolerance, key: string): Tolerance {
  return typeof tolerance === 'object' && key in tolerance ? (tolerance[key] ?? 0) : tolerance
}

function isNear(expected: number, actual: unknown, tolerance: Tolerance): boolean {
  if (typeof actual !== 'number' || !Number.isFinite(actual)) return false
  if (tolerance === 'upper bound') return actual <= expected
  const width = typeof tolerance === 'number' ? tolerance : 0
  return actual === expected || Math.abs(actual - expected) <= width
}

function said(place: string, expected: unknown, actual: unknown): string {
  return `${place || '/'}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`
}
