// Exchange differences (IAS 21.21-28, CAS 19; formulas 9): both amounts are rounded in base currency, then subtracted, so that
// the ledger balances. A gain is above 0: later less earlier for what we are owed or hold, the opposite for what we owe.
import { Decimal, isDecimal, toUnits } from '#shared/decimal.ts'

export type ExchangeSide = 'AR' | 'AP'

/** How rates are written: base currency for `unit` of the other, or the other way round. */
export type RateQuote = { isInverse: boolean; unit: string }

const plainQuote: RateQuote = { isInverse: false, unit: '1' }

/** Above 0 and a number. */
export function isPossibleRate(rate: string): boolean {
  return isDecimal(rate) && new Decimal(rate).gt(0)
}

export type Conversion = { rate: string; quote?: RateQuote; decimals: number }

/** An amount in base currency, in units of its last decimal, rounded once. */
export function baseWorth(amount: string, { rate, quote = plainQuote, decimals }: Conversion): number {
  const units = new Decimal(amount).div(quote.unit)
  return toUnits(quote.isInverse ? units.div(rate) : units.times(rate), decimals)
}

export function gainOf(side: ExchangeSide, earlierMinor: number, laterMinor: number): number {
  const gain = side === 'AR' ? laterMinor - earlierMinor : earlierMinor - laterMinor
  return gain === 0 ? 0 : gain
}

/**
 * What of a booked amount is relieved once `settled` of `whole` is settled, all told: the last settlement takes the rest, so
 * that parts always add up to the book. Amounts in any one unit.
 */
export function relievedUpTo(bookMinor: number, settled: number | string, whole: number | string): number {
  const part = new Decimal(settled)
  if (part.eq(whole)) return bookMinor
  return toUnits(new Decimal(bookMinor).times(part).div(whole), 0)
}

export type Position = {
  side: ExchangeSide
  /** In the foreign currency; as booked, and each settlement of it in order. */
  amount: string
  booked: Conversion
  settlements: readonly { amount: string; rate: string }[]
  /** Null: not known. */
  closingRate: string | null
}

export type PositionGains = {
  bookedMinor: number
  realisedMinor: number[]
  /** Null while something is open and the closing rate is not known. */
  unrealisedMinor: number | null
  totalMinor: number | null
}

/** Gains of a partly settled amount. Their sum does not depend on revaluations in between. */
export function positionGains({ side, amount, booked, settlements, closingRate }: Position): PositionGains {
  const bookedMinor = baseWorth(amount, booked)
  let settled = new Decimal(0)
  let relievedMinor = 0
  const realisedMinor = settlements.map((one) => {
    settled = settled.plus(one.amount)
    const upTo = relievedUpTo(bookedMinor, settled.toFixed(), amount)
    const own = upTo - relievedMinor
    relievedMinor = upTo
    return gainOf(side, own, baseWorth(one.amount, { ...booked, rate: one.rate }))
  })
  const open = new Decimal(amount).minus(settled)
  const unrealisedMinor = openGain(side, bookedMinor - relievedMinor, {
    open: open.toFixed(),
    closing: closingRate === null ? null : { ...booked, rate: closingRate },
  })
  const realised = realisedMinor.reduce((sum, gain) => sum + gain, 0)
  return {
    bookedMinor,
    realisedMinor,
    unrealisedMinor,
    totalMinor: unrealisedMinor === null ? null : realised + unrealisedMinor,
  }
}

type OpenAmount = { open: string; closing: Conversion | null }

/** Nothing open: nothing to revalue, whatever the rate. */
function openGain(side: ExchangeSide, carryingMinor: number, { open, closing }: OpenAmount): number | null {
  if (new Decimal(open).eq(0)) return 0
  return closing === null ? null : gainOf(side, carryingMinor, baseWorth(open, closing))
}
