// The ops of receivables: ageing, allowance, days of sales outstanding, exchange differences.
import {
  type AgedInvoice,
  type Ageing,
  ageInvoices,
  allowanceParts,
  daysSalesOutstanding,
  noAgeing,
} from '#main/domain/receivables/ageing.ts'
import {
  baseWorth,
  type Conversion,
  type ExchangeSide,
  gainOf,
  isPossibleRate,
  positionGains,
  type RateQuote,
} from '#main/domain/receivables/exchange.ts'
import { sumInBase } from '#main/domain/receivables/foreign-amounts.ts'
import { asDay, type Day } from '#shared/dates.ts'
import { Decimal, fromUnits, isDecimal, toUnits } from '#shared/decimal.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { Adapter, CaseInput } from './adapters.ts'
import { decimalText } from './decimal-text.ts'

const invalid = { status: 'invalid' }
const undefinedValue = { status: 'undefined' }

const exchange: Record<string, Adapter> = {
  fx_realised: realised,
  fx_unrealised: unrealised,
  fx_position: position,
  fx_accounts: accounts,
}

export const receivableAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  'ar-ageing': { ar_ageing: ageing, ar_base: openInBase },
  'ar-allowance': { allowance },
  dso: { dso },
  fx: exchange,
}

type CaseInvoice = {
  currency?: string
  amount: unknown
  due_date?: string | null
  invoice_date?: string | null
  terms_days?: number | null
  terms?: number | null
  payments?: { date: string; amount: unknown }[]
}

function ageing({ as_of, invoices }: CaseInput): unknown {
  const given = (invoices as CaseInvoice[]).map(invoiceOf)
  const aged = ageInvoices(given, asDay(as_of as string))
  const named = [...aged].map(([currency, sums]) => [currency, agedText(sums, currency)] as const)
  const [only = ['USD', agedText(noAgeing(), 'USD')] as const] = named
  return { ...(named.length > 1 ? {} : only[1]), ...Object.fromEntries(named), by_currency: Object.fromEntries(named) }
}

function invoiceOf({ currency = 'USD', amount, payments = [], ...invoice }: CaseInvoice): AgedInvoice {
  const minor = (value: unknown) => minorFromDecimal(decimalText(value), currency)
  return {
    currency,
    amountMinor: minor(amount),
    invoicedOn: dayOrNull(invoice.invoice_date),
    dueOn: dayOrNull(invoice.due_date),
    termDays: invoice.terms_days ?? invoice.terms ?? null,
    payments: payments.map((payment) => ({ on: asDay(payment.date), amountMinor: minor(payment.amount) })),
  }
}

function dayOrNull(text: string | null | undefined): Day | null {
  return text ? asDay(text) : null
}

function agedText({ current, d1to30, d31to60, d61to90, over90, unappliedMinor, openMinor }: Ageing, currency: string) {
  const money = (minor: number) => minorToDecimal(minor, currency)
  return {
    current: money(current),
    d1_30: money(d1to30),
    d31_60: money(d31to60),
    d61_90: money(d61to90),
    d90_plus: money(over90),
    unapplied: money(unappliedMinor),
    total_open: money(openMinor),
  }
}

function openInBase({ base, rates, open }: CaseInput): unknown {
  const known = rates as Record<string, unknown>
  const rateOf = (currency: string) => (currency === base ? '1' : textOrNull(known[currency]))
  const given = (open as { currency: string; amount: unknown }[]).map(({ currency, amount }) => ({
    currency,
    minor: minorFromDecimal(decimalText(amount), currency),
  }))
  if (given.some(({ currency }) => isBad(rateOf(currency)))) return invalid
  const { baseMinor, unconverted } = sumInBase(given, (minor, currency) => {
    const rate = rateOf(currency)
    const decimals = currencyDigits(base as string)
    return rate === null ? null : baseWorth(minorToDecimal(minor, currency), { rate, decimals })
  })
  return {
    base_total: minorToDecimal(baseMinor, base as string),
    unconverted: unconverted.map(({ currency, minor }) => ({ currency, amount: minorToDecimal(minor, currency) })),
  }
}

const cents = 2

function allowance({ balances, rates, existing }: CaseInput): unknown {
  const shares = (rates as unknown[]).map(decimalText)
  const isShare = (share: string) => isDecimal(share) && !share.startsWith('-') && new Decimal(share).lte(1)
  if (!shares.every(isShare) || shares.length !== (balances as unknown[]).length) return invalid
  const parts = allowanceParts(
    (balances as unknown[]).map((balance) => toUnits(decimalText(balance), cents)),
    shares,
  )
  const required = parts.reduce((sum, part) => sum + part, 0)
  const before = existing === undefined || existing === null ? 0 : toUnits(decimalText(existing), cents)
  return {
    allowance: fromUnits(required, cents),
    parts: parts.map((part) => fromUnits(part, cents)),
    adjustment: fromUnits(required - before, cents),
  }
}

function dso({ receivables, credit_sales, days }: CaseInput): unknown {
  if ((days as number) <= 0) return invalid
  const value = daysSalesOutstanding(decimalText(receivables), decimalText(credit_sales), days as number)
  return value === null ? undefinedValue : { dso: Number(value) }
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : decimalText(value)
}

function isBad(rate: string | null): boolean {
  return rate !== null && !isPossibleRate(rate)
}

function quoteOf({ rate_style, quote_unit }: CaseInput): RateQuote {
  return { isInverse: rate_style === 'fc_per_base', unit: textOrNull(quote_unit) ?? '1' }
}

function decimalsOf({ decimals }: CaseInput): number {
  return (decimals as number | undefined) ?? cents
}

type TwoRates = { amount: unknown; earlier: unknown; later: unknown }

/** The same amount at two rates: base amounts and the gain between them, or what is wrong with a rate. */
function between(input: CaseInput, { amount, earlier, later }: TwoRates) {
  const [first, second] = [textOrNull(earlier), textOrNull(later)]
  if (isBad(first) || isBad(second)) return invalid
  if (first === null || second === null) return undefinedValue
  const decimals = decimalsOf(input)
  const by = { quote: quoteOf(input), decimals }
  const earlierMinor = baseWorth(decimalText(amount), { ...by, rate: first })
  const laterMinor = baseWorth(decimalText(amount), { ...by, rate: second })
  const gain = gainOf(input.side as ExchangeSide, earlierMinor, laterMinor)
  const text = (minor: number) => fromUnits(minor, decimals)
  return { earlier: text(earlierMinor), later: text(laterMinor), gain: text(gain) }
}

function realised(input: CaseInput): unknown {
  const found = between(input, { amount: input.amount_fc, earlier: input.booked_rate, later: input.settle_rate })
  return 'status' in found ? found : { booked_base: found.earlier, settled_base: found.later, gain: found.gain }
}

function unrealised(input: CaseInput): unknown {
  const found = between(input, { amount: input.open_fc, earlier: input.carrying_rate, later: input.closing_rate })
  return 'status' in found ? found : { carrying_base: found.earlier, closing_base: found.later, gain: found.gain }
}

function position(input: CaseInput): unknown {
  const decimals = decimalsOf(input)
  const given = ((input.payments ?? []) as { fc: unknown; rate: unknown }[]).map(({ fc, rate }) => ({
    amount: decimalText(fc),
    rate: textOrNull(rate),
  }))
  const booked = textOrNull(input.booked_rate)
  const closingRate = textOrNull(input.closing_rate)
  if ([booked, closingRate, ...given.map(({ rate }) => rate)].some(isBad)) return invalid
  const amount = decimalText(input.amount_fc)
  const settled = given.reduce((sum, one) => sum.plus(one.amount), new Decimal(0))
  if (settled.gt(amount) || given.some((one) => new Decimal(one.amount).lt(0))) return invalid
  const settlements = given.flatMap(({ rate, ...one }) => (rate === null ? [] : [{ ...one, rate }]))
  if (booked === null || settlements.length < given.length) return undefinedValue
  const conversion: Conversion = { rate: booked, quote: quoteOf(input), decimals }
  const gains = positionGains({
    side: input.side as ExchangeSide,
    amount,
    booked: conversion,
    settlements,
    closingRate,
  })
  const text = (minor: number | null) => (minor === null ? null : fromUnits(minor, decimals))
  return {
    ...(gains.totalMinor === null ? undefinedValue : {}),
    booked_base: text(gains.bookedMinor),
    realised: gains.realisedMinor.map(text),
    unrealised: text(gains.unrealisedMinor),
    total: text(gains.totalMinor),
  }
}

type CaseAccount = { side: ExchangeSide; closing_fc: unknown; book_base: unknown; closing_rate: unknown }

function accounts(input: CaseInput): unknown {
  const decimals = decimalsOf(input)
  const given = input.accounts as CaseAccount[]
  const rates = given.map(({ closing_rate }) => textOrNull(closing_rate))
  if (rates.some(isBad)) return invalid
  const gains = given.map(({ side, closing_fc, book_base }, at) => {
    const rate = rates[at] ?? null
    if (rate === null) return null
    const closing = baseWorth(decimalText(closing_fc), { rate, quote: quoteOf(input), decimals })
    return gainOf(side, toUnits(decimalText(book_base), decimals), closing)
  })
  const isKnown = gains.every((gain) => gain !== null)
  const net = isKnown ? gains.reduce<number>((sum, gain) => sum + (gain ?? 0), 0) : null
  const text = (minor: number | null) => (minor === null ? null : fromUnits(minor, decimals))
  return { ...(isKnown ? {} : undefinedValue), gains: gains.map(text), net: text(net) }
}
