// How many products each cell would hold under other limits, by their figures alone: counted on every move of a slider. The
// book counts exactly once the limit is let go.
import type { ClassItem } from '#shared/schemas/classes.ts'
import type { MatrixCellName } from '#shared/schemas/planning.ts'

export type Limits = { a: number; b: number; x: number; y: number }

export type CellCounts = Partial<Record<MatrixCellName, number>>

/** Limits of A and B as shares, of X and Y as variations. The slack is the one that the book allows. */
export function countCells(items: readonly ClassItem[], { a, b, x, y }: Limits): CellCounts {
  const counts: CellCounts = {}
  for (const item of items) {
    const abc = abcOf(item, a, b)
    const xyz = xyzOf(item, x, y)
    const cell = abc === null || xyz === null ? 'unclassified' : (`${abc}${xyz}` as const)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

function abcOf({ rank, share, shareBefore }: ClassItem, a: number, b: number) {
  if (rank === null) return null
  if (share <= 0 || shareBefore === null || shareBefore >= b - 1e-12) return 'C'
  return shareBefore >= a - 1e-12 ? 'B' : 'A'
}

function xyzOf({ periods, cv }: ClassItem, x: number, y: number) {
  if (periods < 2) return null
  if (cv === null) return 'Z'
  return cv <= x + 1e-9 ? 'X' : cv <= y + 1e-9 ? 'Y' : 'Z'
}

/** The counts of a row (A, B, C) or a column (X, Y, Z). */
export function countOf(counts: CellCounts, letter: string): number {
  return Object.entries(counts).reduce(
    (sum, [cell, count]) => sum + (cell !== 'unclassified' && cell.includes(letter) ? (count ?? 0) : 0),
    0,
  )
}
