// Which lines a budget buys: the most urgent first.
import type { Day } from '#shared/dates.ts'

export type UrgentLine = {
  readonly sku: string
  /** Latest day to order; null: not within sight. */
  readonly orderBy: Day | null
  readonly runsOutOn: Day | null
  /** In the budget's own currency; null where no price or no rate is known. */
  readonly costMinor: number | null
}

export type BudgetCut<Line> = {
  /** All lines, the most urgent first; `unpriced` ones cannot be counted and wait for a price. */
  lines: { line: Line; state: 'fits' | 'too-much' | 'unpriced' }[]
  spentMinor: number
  leftMinor: number
  /** Lines that fit, that do not, and that have no price. */
  counts: { fits: number; tooMuch: number; unpriced: number }
}

/** Takes each line that still fits; one that is too dear is passed over, and a cheaper one after it may still fit. */
export function cutToBudget<Line extends UrgentLine>(lines: readonly Line[], budgetMinor: number): BudgetCut<Line> {
  let leftMinor = budgetMinor
  const counts = { fits: 0, tooMuch: 0, unpriced: 0 }
  const cut = [...lines].sort(byUrgency).map((line): BudgetCut<Line>['lines'][number] => {
    if (line.costMinor === null) {
      counts.unpriced += 1
      return { line, state: 'unpriced' }
    }
    if (line.costMinor > leftMinor) {
      counts.tooMuch += 1
      return { line, state: 'too-much' }
    }
    leftMinor -= line.costMinor
    counts.fits += 1
    return { line, state: 'fits' }
  })
  return { lines: cut, spentMinor: budgetMinor - leftMinor, leftMinor, counts }
}

/** Earliest latest-day first, then the earliest to run out, then by SKU. Days not in sight come last. */
export function byUrgency(left: UrgentLine, right: UrgentLine): number {
  return (
    compareDays(left.orderBy, right.orderBy) ||
    compareDays(left.runsOutOn, right.runsOutOn) ||
    (left.sku < right.sku ? -1 : left.sku > right.sku ? 1 : 0)
  )
}

function compareDays(left: Day | null, right: Day | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}
