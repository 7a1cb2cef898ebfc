// What a purchase order comes to: goods and freight as they are priced, the VAT in or on them, and what is owed in all.
import { Decimal, toUnits } from '#shared/decimal.ts'

const million = 1_000_000

export type OrderAmounts = {
  /** The sum of the lines, minor units. */
  goodsMinor: number
  freightMinor: number
  vatIncluded: boolean
  vatPpm: number
  /** VAT as a file told it; null: worked out. */
  taxMinor: number | null
}

export type OrderMoney = { netMinor: number; vatMinor: number; grossMinor: number }

/** VAT is worked out once, on goods and freight together, and rounded once. Net and VAT always add up to gross. */
export function orderMoney({ goodsMinor, freightMinor, vatIncluded, vatPpm, taxMinor }: OrderAmounts): OrderMoney {
  const pricedMinor = goodsMinor + freightMinor
  const vatMinor = taxMinor ?? vatOf(pricedMinor, vatPpm, vatIncluded)
  if (vatIncluded) return { netMinor: pricedMinor - vatMinor, vatMinor, grossMinor: pricedMinor }
  return { netMinor: pricedMinor, vatMinor, grossMinor: pricedMinor + vatMinor }
}

function vatOf(pricedMinor: number, vatPpm: number, vatIncluded: boolean): number {
  const whole = vatIncluded ? million + vatPpm : million
  return toUnits(new Decimal(pricedMinor).times(vatPpm).div(whole), 0)
}
