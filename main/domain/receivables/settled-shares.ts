// What each settlement of an order gained or lost by exchange. Parts always add up: those of a payment to what it brought in
// base currency, those of an order to what it was booked at.
import { gainOf, relievedUpTo } from '#main/domain/receivables/exchange.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'

export type Settlement = {
  /** In the order's currency; below 0 where money went back. */
  orderMinor: number
  /** What it brought in base currency. */
  baseMinor: number
}

export type Settled = {
  settledMinor: number
  /** Null where the order was booked without a rate. */
  bookedMinor: number | null
  gainMinor: number | null
}

/** What is asked for in the order's currency, and what that was booked at in base currency. */
export type Booked = { askedMinor: number; bookMinor: number | null }

/** In the order of the settlements' days. What goes beyond the order settles nothing of it: it is held, neither gained nor lost. */
export function settledShares({ askedMinor, bookMinor }: Booked, settlements: readonly Settlement[]): Settled[] {
  let paid = 0
  return settlements.map(({ orderMinor, baseMinor }) => {
    const before = within(paid, askedMinor)
    paid += orderMinor
    const after = within(paid, askedMinor)
    const settledMinor = partOf(baseMinor, after - before, orderMinor)
    if (bookMinor === null) return { settledMinor, bookedMinor: null, gainMinor: null }
    const bookedMinor = relieved(bookMinor, after, askedMinor) - relieved(bookMinor, before, askedMinor)
    return { settledMinor, bookedMinor, gainMinor: gainOf('AR', bookedMinor, settledMinor) }
  })
}

/** What is still booked after so much was paid: what an open amount is carried at. */
export function carriedMinor(booked: { askedMinor: number; bookMinor: number }, paidMinor: number): number {
  return booked.bookMinor - relieved(booked.bookMinor, within(paidMinor, booked.askedMinor), booked.askedMinor)
}

/** Between nothing and all, whichever sign all has. */
function within(paid: number, asked: number): number {
  return asked < 0 ? Math.max(asked, Math.min(0, paid)) : Math.min(asked, Math.max(0, paid))
}

function relieved(bookMinor: number, settled: number, asked: number): number {
  return settled === 0 ? 0 : relievedUpTo(bookMinor, settled, asked)
}

function partOf(baseMinor: number, part: number, whole: number): number {
  if (part === whole) return baseMinor
  return part === 0 ? 0 : toUnits(new Decimal(baseMinor).times(part).div(whole), 0)
}

/** Each share's part of what a payment brought in base currency: they add up to it where they add up to the payment. */
export function baseParts(
  payment: { amountMinor: number; baseMinor: number },
  sharesMinor: readonly number[],
): number[] {
  let given = 0
  let told = 0
  return sharesMinor.map((share) => {
    given += share
    const upTo = partOf(payment.baseMinor, given, payment.amountMinor)
    const own = upTo - told
    told = upTo
    return own === 0 ? 0 : own
  })
}
