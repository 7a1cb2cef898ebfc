// What if the limits were others: how many products each class would hold. Made for dragging: the figures are laid out
// once, each question then costs a search (or, for the matrix, one pass over plain numbers).
import { type AbcClass, type AbcThresholds, abcLimits } from './abc.ts'
import { type ClassCell, cellOf, classCells } from './class-matrix.ts'
import { areXyzThresholds, type XyzClass, type XyzThresholds, xyzClassOfVariation } from './xyz.ts'

/** One product: the sum of the values before it (of a ranking by value), and its variation. */
export type CountedItem = {
  readonly before: number
  readonly periods: number
  readonly cv: number | null
}

export type ThresholdFigures = {
  total: number
  /** Sums before each product, ascending as the ranking is. */
  befores: Float64Array
  /** Variations in the order of the ranking: Infinity for none (Z), NaN for not classified. */
  variations: Float64Array
  /** The variations of the classified, ascending. */
  sorted: Float64Array
}

/** Lays out a ranking's figures, in its own order (the largest value first). `total` is the sum of the positive values. */
export function thresholdFigures(total: number, items: readonly CountedItem[]): ThresholdFigures {
  const befores = Float64Array.from(items, (item) => item.before)
  const variations = Float64Array.from(items, (item) => (item.periods < 2 ? Number.NaN : (item.cv ?? Infinity)))
  const sorted = variations.filter((variation) => !Number.isNaN(variation)).sort()
  return { total, befores, variations, sorted }
}

/** Products by ABC class; null where the thresholds are out of order. The same classes as `rankAbc` gives. */
export function countAbc(figures: ThresholdFigures, thresholds: AbcThresholds): Record<AbcClass, number> | null {
  const limits = abcLimits(figures.total, thresholds)
  if (limits === null) return null
  const endOfA = countBelow(figures.befores, limits.endOfA)
  const endOfB = countBelow(figures.befores, limits.endOfB)
  return { A: endOfA, B: endOfB - endOfA, C: figures.befores.length - endOfB }
}

export type XyzCounts = Record<XyzClass | 'unclassified', number>

/** Products by XYZ class; null where the thresholds are out of order. */
export function countXyz({ sorted, variations }: ThresholdFigures, [x, y]: XyzThresholds): XyzCounts | null {
  if (!areXyzThresholds([x, y])) return null
  const isX = (cv: number) => xyzClassOfVariation(cv, [x, y]) === 'X'
  const isXOrY = (cv: number) => xyzClassOfVariation(cv, [x, y]) !== 'Z'
  const endOfX = countWhile(sorted, isX)
  const endOfY = countWhile(sorted, isXOrY)
  return {
    X: endOfX,
    Y: endOfY - endOfX,
    Z: sorted.length - endOfY,
    unclassified: variations.length - sorted.length,
  }
}

/** Products by cell of the matrix; null where either pair of thresholds is out of order. */
export function countMatrix(
  figures: ThresholdFigures,
  abc: AbcThresholds,
  xyz: XyzThresholds,
): Record<ClassCell | 'unclassified', number> | null {
  const byAbc = countAbc(figures, abc)
  if (byAbc === null || !areXyzThresholds(xyz)) return null
  const counts = Object.fromEntries([...classCells, 'unclassified'].map((cell) => [cell, 0])) as Record<
    ClassCell | 'unclassified',
    number
  >
  const endOfB = byAbc.A + byAbc.B
  // The classes of the ranking lie one behind the other: three stretches, each counted by its limits.
  for (const [letter, from, to] of [
    ['A', 0, byAbc.A],
    ['B', byAbc.A, endOfB],
    ['C', endOfB, figures.variations.length],
  ] as const) {
    const own = countVariations(figures.variations.subarray(from, to), xyz)
    for (const other of ['X', 'Y', 'Z'] as const) counts[cellOf(letter, other)] = own[other]
    counts.unclassified += own.unclassified
  }
  return counts
}

function countVariations(variations: Float64Array, xyz: XyzThresholds): XyzCounts {
  const counts = { X: 0, Y: 0, Z: 0, unclassified: 0 }
  for (let at = 0; at < variations.length; at += 1) counts[xyzClassOfCv(variations[at] ?? Number.NaN, xyz)] += 1
  return counts
}

/** NaN is not classified, Infinity has no variation. */
function xyzClassOfCv(cv: number, xyz: XyzThresholds): XyzClass | 'unclassified' {
  return Number.isNaN(cv) ? 'unclassified' : xyzClassOfVariation(cv, xyz)
}

function countBelow(ascending: Float64Array, limit: number): number {
  return countWhile(ascending, (value) => value < limit)
}

/** How many at the front fulfil a condition that once broken stays broken. */
function countWhile(ascending: Float64Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(ascending[middle] ?? Number.NaN)) low = middle + 1
    else high = middle
  }
  return low
}
