// The parts of a landed cost: charges of a whole answer spread over its lines by value, what paying early costs, and all of
// it for one unit.
import { allocateCharge } from '#main/domain/allocation/allocate-charge.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { microPlaces } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'

const million = 1_000_000
const daysOfYear = 365
/** A receipt lies half a month before the end of its month, on average. */
const halfMonth = 15

/** Minor units of base currency for the whole quantity; of units, micros for one. */
export type Parts = { price: number; freight: number; other: number; duty: number; capital: number }

export function sumOf({ price, freight, other, duty, capital }: Parts): number {
  return price + freight + other + duty + capital
}

type Charges = { freightMinor: number | null; otherMinor: number | null }
type Share = { freight: number; other: number }

/**
 * What of freight and other charges lies on each line, by value; lines that are not offered carry none. Charges that nobody
 * named count as none. Null: there is a charge, and nothing of any value to put it on.
 */
export function chargeShares(
  lines: readonly { valueMinor: number | null }[],
  { freightMinor, otherMinor }: Charges,
): Share[] | null {
  const freight = spread(freightMinor ?? 0, lines)
  const other = spread(otherMinor ?? 0, lines)
  if (!freight || !other) return null
  return lines.map((_, index) => ({ freight: freight[index] ?? 0, other: other[index] ?? 0 }))
}

function spread(amountMinor: number, lines: readonly { valueMinor: number | null }[]): readonly number[] | null {
  if (amountMinor === 0) return lines.map(() => 0)
  const parts = allocateCharge(
    { amountMinor, by: 'value' },
    lines.map(({ valueMinor }) => ({ value: valueMinor ?? 0 })),
  )
  return 'refused' in parts ? null : parts.partsMinor
}

export type Terms = { depositPpm: number; dueFrom: DueFrom; dueDays: number }

/**
 * How many days before the goods come their price is paid, on average over deposit and rest, as exact decimal text; below zero
 * it is paid after. Goods that are ready count as come. Null where it takes a lead time that nobody said.
 */
export function financedDays({ depositPpm, dueFrom, dueDays }: Terms, leadTimeDays: number | null): string | null {
  const needsLead = depositPpm > 0 || (dueFrom === 'order' && depositPpm < million)
  if (needsLead && leadTimeDays === null) return null
  const lead = leadTimeDays ?? 0
  const before = { order: lead, ready: 0, receipt: 0, month_end: -halfMonth }[dueFrom]
  const rest = before - dueDays
  return new Decimal(depositPpm)
    .times(lead)
    .plus(new Decimal(million - depositPpm).times(rest))
    .div(million)
    .toFixed()
}

type Finance = { days: string; yearlyPpm: number }

/** What money costs in those days, minor units, rounded once; below zero it is saved. */
export function capitalMinor(priceMinor: number, { days, yearlyPpm }: Finance): number {
  return toUnits(new Decimal(priceMinor).times(yearlyPpm).times(days).div(million).div(daysOfYear), 0)
}

/** Each part for one unit, in micros, rounded once. */
export function unitParts(totals: Parts, { qtyMilli, base }: { qtyMilli: number; base: string }): Parts {
  const one = (minor: number) =>
    toUnits(
      new Decimal(minor)
        .times(1000)
        .div(new Decimal(10).pow(currencyDigits(base)))
        .div(qtyMilli),
      microPlaces,
    )
  const { price, freight, other, duty, capital } = totals
  return { price: one(price), freight: one(freight), other: one(other), duty: one(duty), capital: one(capital) }
}
