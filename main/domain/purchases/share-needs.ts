// What lines of one product still lack: what is bought for a line comes off it first; what stock covers is then shared among the
// lines in their order.

export type LineNeed = {
  neededMilli: number
  /** Bought for this very line and still to come. */
  comingMilli: number
}

/** `coveredMilli`: what is in stock for them, or has left for them already. Lines that take goods back need nothing. */
export function shareNeeds(
  lines: readonly LineNeed[],
  coveredMilli: number,
): { fromStockMilli: number; shortMilli: number }[] {
  let left = coveredMilli
  return lines.map(({ neededMilli, comingMilli }) => {
    const rest = Math.max(0, neededMilli - comingMilli)
    const fromStockMilli = Math.min(rest, left)
    left -= fromStockMilli
    return { fromStockMilli, shortMilli: rest - fromStockMilli }
  })
}
