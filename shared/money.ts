// Money: integer minor units with a currency beside them; unit prices as integer micros. Rounded once, where it is fixed.
import { Decimal, fromUnits, toUnits, typedUnits } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** An amount: `minor` is an integer of the currency's smallest unit (cents; yen as they are). */
export type Money = { readonly minor: number; readonly currency: string }
/** A unit price or unit cost: `micros` is an integer of millionths of the major unit. */
export type UnitPrice = { readonly micros: number; readonly currency: string }

/** Decimals that a unit price is kept with. */
export const microPlaces = 6
const million = 1_000_000

/** Decimal text of the major unit (`12.50`) as minor units, rounded half away from zero. */
export function minorFromDecimal(text: string, currency: string): number {
  return toUnits(text, currencyDigits(currency))
}

/** The same of an amount that somebody typed: one finer than the currency is refused, never rounded. */
export function typedMinor(text: string, currency: string): number {
  return typedUnits(text, currencyDigits(currency))
}

/** Minor units as decimal text in the major unit: 1250 USD is `12.50`, 1250 JPY is `1250`. */
export function minorToDecimal(minor: number, currency: string): string {
  return fromUnits(minor, currencyDigits(currency))
}

/** The same of an amount that may not be known. */
export function minorText(minor: number | null, currency: string): string | null {
  return minor === null ? null : minorToDecimal(minor, currency)
}

/** Decimal text of a unit price as micros; six decimals are kept. */
export function microsFromDecimal(text: string): number {
  return toUnits(text, microPlaces)
}

/** The same of a price that somebody typed: one finer than six decimals is refused, never rounded. */
export function typedMicros(text: string): number {
  return typedUnits(text, microPlaces)
}

/** Micros as decimal text with at least the currency's own digits: 14000000 USD is `14.00`, 12345600 is `12.3456`. */
export function microsToDecimal(micros: number, currency: string): string {
  const text = fromUnits(micros, microPlaces)
  const keep = text.indexOf('.') + currencyDigits(currency)
  let end = text.length
  while (end - 1 > keep && text[end - 1] === '0') end -= 1
  return text[end - 1] === '.' ? text.slice(0, end - 1) : text.slice(0, end)
}

export type LinePricing = {
  /** Unit price in micros. */
  priceMicros: number
  /** Quantity in thousandths of the unit. */
  qtyMilli: number
  /** Discount in millionths: 5 % is 50_000. */
  discountPpm: number
  currency: string
}

/**
 * A document line's money: price x quantity x (1 - discount), rounded once to the currency's minor unit.
 * Lines are rounded, then added, so that a printed total is the sum of the printed lines.
 */
export function lineTotalMinor(line: LinePricing): number {
  const kept = million - line.discountPpm
  const product = line.priceMicros * line.qtyMilli
  const divisor = 10 ** (microPlaces + 3 - currencyDigits(line.currency))
  // Plain integers as long as they are exact; big ones past 2^53.
  if (line.discountPpm === 0 && Number.isSafeInteger(product)) return divideHalfAway(product, divisor)
  const discounted = product * kept
  if (Number.isSafeInteger(discounted)) return divideHalfAway(discounted, divisor * million)
  return divideExactly(BigInt(line.priceMicros) * BigInt(line.qtyMilli) * BigInt(kept), BigInt(divisor * million))
}

/** The same division past 2^53; `input/too-large` where even its result is. */
function divideExactly(value: bigint, divisor: bigint): number {
  const size = value < 0n ? -value : value
  const rounded = Number((size * 2n + divisor) / (divisor * 2n))
  if (!Number.isSafeInteger(rounded))
    throw new AppError('input/too-large', { value: String(value / divisor).slice(0, 60) })
  return value < 0n && rounded !== 0 ? -rounded : rounded
}

/** Integer division rounded half away from zero; both sides exact integers, the divisor positive. */
function divideHalfAway(value: number, divisor: number): number {
  const whole = Math.trunc(value / divisor)
  const rest = Math.abs(value - whole * divisor)
  const rounded = rest * 2 >= divisor ? whole + Math.sign(value) : whole
  return rounded === 0 ? 0 : rounded
}

/**
 * Splits an amount over parts in proportion to `weights` so that the parts always add up to the whole (largest remainder;
 * ties go to the larger weight, then to the earlier part). Null when a weight is negative or all are zero.
 */
export function allocateMinor(totalMinor: number, weights: readonly (number | string)[]): number[] | null {
  const total = Math.abs(totalMinor)
  const quotas = wholeQuotas(total, weights) ?? exactQuotas(total, weights)
  if (quotas === null) return null
  const parts = quotas.floors
  let left = total - parts.reduce((done, part) => done + part, 0)
  if (left > 0) {
    for (const index of [...parts.keys()].sort((a, b) => quotas.compare(a, b) || a - b)) {
      if (left <= 0) break
      parts[index] = (parts[index] ?? 0) + 1
      left -= 1
    }
  }
  return parts.map((part) => (totalMinor < 0 && part !== 0 ? -part : part))
}

/** Whole parts, and who comes first for what is left: by remainder, then by weight. */
type Quotas = { floors: number[]; compare: (index: number, other: number) => number }

/** By plain integers, where all products are exact; most are, and decimals take twenty times as long. */
function wholeQuotas(total: number, weights: readonly (number | string)[]): Quotas | null {
  let sum = 0
  const whole: number[] = []
  for (const weight of weights) {
    if (typeof weight !== 'number' || !(weight >= 0) || !Number.isSafeInteger(weight * total)) return null
    if (!Number.isSafeInteger(weight)) return null
    whole.push(weight)
    sum += weight
  }
  if (sum === 0 || !Number.isSafeInteger(sum)) return null
  const rests = whole.map((weight) => (total * weight) % sum)
  return {
    floors: whole.map((weight, index) => (total * weight - (rests[index] ?? 0)) / sum),
    compare: (a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || (whole[b] ?? 0) - (whole[a] ?? 0),
  }
}

function exactQuotas(total: number, weights: readonly (number | string)[]): Quotas | null {
  const exact = weights.map((weight) => new Decimal(weight))
  const sum = exact.reduce((left, right) => left.plus(right), new Decimal(0))
  if (exact.some((weight) => weight.lt(0)) || sum.lte(0)) return null
  const quotas = exact.map((weight) => {
    const scaled = new Decimal(total).times(weight)
    const floor = scaled.div(sum).round(0, 0)
    return { weight, floor: Number(floor.toFixed(0)), rest: scaled.minus(floor.times(sum)) }
  })
  const at = (index: number) => quotas[index] ?? { weight: sum, rest: sum }
  return {
    floors: quotas.map(({ floor }) => floor),
    compare: (a, b) => at(b).rest.cmp(at(a).rest) || at(b).weight.cmp(at(a).weight),
  }
}
