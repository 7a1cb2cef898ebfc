// What a sales order comes to: each line's money and the tax in or on it, the order's sum, and a discount on the whole order
// spread over its lines. Pure and exact; everything is fixed once, where it is written down.
import { Decimal, toUnits } from '#shared/decimal.ts'
import { allocateMinor, type LinePricing, lineTotalMinor } from '#shared/money.ts'

const million = 1_000_000

export type LineAmounts = {
  currency: string
  priceMicros: number
  /** Ordered, below zero on a credit. */
  qtyMilli: number
  /** Of that no longer wanted, and so not to be paid for. */
  cancelledMilli: number
  discountPpm: number
  /** What comes off besides: the line's share of a discount on the whole order stands here. Below zero on a credit. */
  discountMinor: number
  taxPpm: number
  /** Tax as a file or a person told it; taken as it is where no rate of tax is given. Null: worked out. */
  toldTaxMinor: number | null
  /** Whether prices have the tax in them. */
  taxIncluded: boolean
}

/** `totalMinor` has the tax in it where prices do. */
export type LineMoney = { totalMinor: number; taxMinor: number }

/** Price x wanted quantity x (1 - discount), rounded once, less the fixed discount; then the tax, rounded once. */
export function lineMoney(line: LineAmounts): LineMoney {
  const { priceMicros, discountPpm, currency, qtyMilli, cancelledMilli } = line
  const priced = lineTotalMinor({ priceMicros, qtyMilli: qtyMilli - cancelledMilli, discountPpm, currency })
  const totalMinor = priced - line.discountMinor
  const told = line.taxPpm === 0 ? line.toldTaxMinor : null
  return { totalMinor, taxMinor: told ?? taxMinor(totalMinor, line.taxPpm, line.taxIncluded) }
}

/** The other way round: the fixed discount that makes price x quantity x (1 - discount) come to a total that is told. */
export function discountTo(totalMinor: number, pricing: LinePricing): number {
  return lineTotalMinor(pricing) - totalMinor
}

/** The tax in an amount, or on it, rounded once to the minor unit. */
export function taxMinor(totalMinor: number, taxPpm: number, taxIncluded: boolean): number {
  if (taxPpm === 0 || totalMinor === 0) return 0
  const whole = taxIncluded ? million + taxPpm : million
  return toUnits(new Decimal(totalMinor).times(taxPpm).div(whole), 0)
}

/** What was earned: the amount without the tax. */
export function netMinor({ totalMinor, taxMinor: tax }: LineMoney, taxIncluded: boolean): number {
  return taxIncluded ? totalMinor - tax : totalMinor
}

export type OrderAmounts = {
  /** The sums of the lines. */
  totalMinor: number
  lineTaxMinor: number
  freightMinor: number
  freightTaxMinor: number
  otherMinor: number
  taxIncluded: boolean
  /** Who hands the tax on: the channel's never reaches us. */
  taxBy: 'seller' | 'channel'
}

/** `taxMinor`: all of it, whoever hands it on. `grossMinor`: what is to be paid to us. `netMinor`: the goods without tax. */
export type OrderMoney = { netMinor: number; taxMinor: number; grossMinor: number }

export function orderMoney(order: OrderAmounts): OrderMoney {
  const { totalMinor, lineTaxMinor, freightMinor, freightTaxMinor, otherMinor, taxIncluded, taxBy } = order
  const tax = lineTaxMinor + freightTaxMinor
  const priced = totalMinor + freightMinor + otherMinor
  const withTax = taxIncluded ? priced : priced + tax
  return {
    netMinor: taxIncluded ? totalMinor - lineTaxMinor : totalMinor,
    taxMinor: tax,
    grossMinor: taxBy === 'channel' ? withTax - tax : withTax,
  }
}

/**
 * A discount on a whole order as parts of its lines, in proportion to what each comes to, by largest remainder: the parts add up
 * to the whole. Null where there is nothing to take it off (no line, or only free ones), or more than there is.
 */
export function spreadDiscount(discountMinor: number, lineMinors: readonly number[]): number[] | null {
  if (discountMinor === 0) return lineMinors.map(() => 0)
  const sign = lineMinors.some((minor) => minor < 0) ? -1 : 1
  const weights = lineMinors.map((minor) => minor * sign)
  const sum = weights.reduce((left, right) => left + right, 0)
  if (weights.some((weight) => weight < 0) || discountMinor * sign > sum) return null
  return allocateMinor(discountMinor, weights)
}
