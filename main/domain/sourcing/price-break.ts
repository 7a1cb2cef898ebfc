// The price that holds at a quantity, of an offer with price breaks.

/** From this quantity (thousandths) on, this price for one (micros). */
export type PriceBreak = { fromMilli: number; priceMicros: number }

/**
 * The break that a quantity falls into; below the lowest one it is the lowest, since that is what would be paid, and
 * `isBelow` says so. Of two with one quantity (two copies may each have written one) the cheaper. Null: no prices at all.
 */
export function priceAt(breaks: readonly PriceBreak[], qtyMilli: number): (PriceBreak & { isBelow: boolean }) | null {
  const sorted = breaks.toSorted((one, other) => one.fromMilli - other.fromMilli || other.priceMicros - one.priceMicros)
  const [lowest] = sorted
  if (!lowest) return null
  const found = sorted.findLast(({ fromMilli }) => fromMilli <= qtyMilli)
  if (found) return { ...found, isBelow: false }
  const cheapest = sorted.findLast(({ fromMilli }) => fromMilli === lowest.fromMilli) ?? lowest
  return { ...cheapest, isBelow: true }
}
