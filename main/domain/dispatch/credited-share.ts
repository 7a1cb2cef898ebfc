// What is credited of an amount that was fixed for a whole quantity: parts of it always add up to the whole.
import { Decimal, toUnits } from '#shared/decimal.ts'

/** Quantities in thousandths: of the whole, what was credited before, and with this. */
export type CreditedPart = { wholeMilli: number; beforeMilli: number; afterMilli: number }

/** Minor units for this part: the rounded share of all credited so far, less that of what was credited before. */
export function creditedShare(minor: number, { wholeMilli, beforeMilli, afterMilli }: CreditedPart): number {
  const upTo = (milli: number) => toUnits(new Decimal(minor).times(milli).div(wholeMilli), 0)
  return upTo(afterMilli) - upTo(beforeMilli)
}

/** The tax in (or on) a part of an amount, as the whole has it. */
export function taxShare(
  { totalMinor, taxMinor }: { totalMinor: number; taxMinor: number },
  partMinor: number,
): number {
  return totalMinor === 0 ? 0 : toUnits(new Decimal(taxMinor).times(partMinor).div(totalMinor), 0)
}
