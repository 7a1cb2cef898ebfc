// ISO 2859-1: single sampling plans for normal inspection. Lot size and level give a code letter (table 1), letter and AQL the
// sample size with acceptance and rejection numbers (table 2-A).
import type { Aql, InspectionLevel } from '#shared/schemas/inspections.ts'
import { aqls } from '#shared/schemas/inspections.ts'

/** Letters in the order of the standard, with the sample size of each. */
const sampleSizes = [
  ['A', 2],
  ['B', 3],
  ['C', 5],
  ['D', 8],
  ['E', 13],
  ['F', 20],
  ['G', 32],
  ['H', 50],
  ['J', 80],
  ['K', 125],
  ['L', 200],
  ['M', 315],
  ['N', 500],
  ['P', 800],
  ['Q', 1250],
  ['R', 2000],
] as const

export type CodeLetter = (typeof sampleSizes)[number][0]

/** Table 1: the largest lot of each row, and its letters for the general levels I, II and III. */
const lotRows: readonly [number, CodeLetter, CodeLetter, CodeLetter][] = [
  [8, 'A', 'A', 'B'],
  [15, 'A', 'B', 'C'],
  [25, 'B', 'C', 'D'],
  [50, 'C', 'D', 'E'],
  [90, 'C', 'E', 'F'],
  [150, 'D', 'F', 'G'],
  [280, 'E', 'G', 'H'],
  [500, 'F', 'H', 'J'],
  [1200, 'G', 'J', 'K'],
  [3200, 'H', 'K', 'L'],
  [10_000, 'J', 'L', 'M'],
  [35_000, 'K', 'M', 'N'],
  [150_000, 'L', 'N', 'P'],
  [500_000, 'M', 'P', 'Q'],
  [Number.POSITIVE_INFINITY, 'N', 'Q', 'R'],
]

const levels: readonly InspectionLevel[] = ['I', 'II', 'III']

/** The letter for a lot of so many pieces (whole, above 0). */
export function codeLetter(lot: number, level: InspectionLevel): CodeLetter {
  const row = lotRows.find(([largest]) => lot <= largest)
  const letter = row?.[1 + levels.indexOf(level)]
  if (letter === undefined) throw new RangeError(`No letter for a lot of ${lot}`)
  return letter as CodeLetter
}

/** Going down a column of table 2-A from its first plan: 0, an arrow up, an arrow down, then these. */
const acceptance = [1, 2, 3, 5, 7, 10, 14, 21] as const

/**
 * Table 2-A is made of diagonals: the plan with acceptance number 0 stands one letter lower for each finer AQL. For 6.5 it is
 * letter A, for 0.065 letter L.
 */
function zeroRow(aql: Aql): number {
  return aqls.length - 1 - aqls.indexOf(aql)
}

export type Plan = {
  /** The row whose plan is used: the lot's own, or where the arrow of its cell leads. */
  letter: CodeLetter
  sampleSize: number
  accept: number
  reject: number
  /** The sample is as large as the lot, or larger: every piece is looked at. */
  isWholeLot: boolean
}

/** The plan for a lot; where its cell holds an arrow, that of the row the arrow leads to, with the sample size of that row. */
export function samplingPlan(lot: number, level: InspectionLevel, aql: Aql): Plan {
  const own = sampleSizes.findIndex(([letter]) => letter === codeLetter(lot, level))
  const { row, accept } = cellOf(own, aql)
  const [letter, size] = sampleSizes[row] ?? sampleSizes[0]
  return { letter, sampleSize: Math.min(size, lot), accept, reject: accept + 1, isWholeLot: size >= lot }
}

/** The row that holds the plan for a letter's row, and its acceptance number. */
function cellOf(row: number, aql: Aql): { row: number; accept: number } {
  const zero = zeroRow(aql)
  const below = row - zero
  // Above the first plan arrows lead down to it; the row right below it leads up.
  if (below <= 1) return { row: zero, accept: 0 }
  // The next one leads down to the first plan that accepts one piece.
  if (below === 2) return { row: zero + 3, accept: acceptance[0] }
  const at = below - 3
  const last = acceptance.length - 1
  // Below the last plan arrows lead up to it.
  if (at > last) return { row: zero + 3 + last, accept: acceptance[last] ?? 0 }
  return { row, accept: acceptance[at] ?? 0 }
}
