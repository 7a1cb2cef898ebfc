// The lines of an order with their money fixed: the order's discount and tax spread over them, so that every line stands alone.
import type { ChannelLine } from '#main/domain/import/channels/channel-order.ts'
import type { SettledAmounts } from '#main/domain/import/channels/order-amounts.ts'
import { goodsNames, type ItemRow, wholeOrder } from '#main/services/import/loading/channel/read-order.ts'
import { moneyOf, textOf } from '#main/services/import/loading/loader.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { allocateMinor, lineTotalMinor, minorFromDecimal } from '#shared/money.ts'
import { discountTo, spreadDiscount, taxMinor } from '#shared/order-money.ts'

export type PricedLines = {
  lines: ChannelLine[]
  taxByChannel: boolean | null
  /** Tax that a channel takes lies on top of what is ours. */
  taxIncluded: boolean
  /** What does not come out: keys with a sentence in both languages. */
  doubts: string[]
}

export type Pricing = { currency: string; mayHoldTax: boolean }

/** `mayHoldTax`: what a total holds beyond its parts may be tax that the channel took. */
export function pricedLines(
  items: readonly ItemRow[],
  amounts: SettledAmounts,
  { currency, mayHoldTax }: Pricing,
): PricedLines {
  const rest = mayHoldTax ? restAsTax(amounts) : 0
  const doubts: string[] = amounts.doubt !== null && rest === 0 ? ['total-differs'] : []
  const spread = spreadDiscount(amounts.discountMinor, amounts.lines)
  if (spread === null) doubts.push('discount-not-spread')
  const totals = amounts.lines.map((minor, at) => minor - (spread?.[at] ?? 0))
  if (rest > 0) doubts.push('rest-of-total')
  // Beside tax of ours, what the channel took is none of our business: it never reaches us.
  const ofChannel = amounts.taxMinor === 0 ? amounts.channelTaxMinor + rest : 0
  const taxes = lineTaxes(items, { totals, amounts, ofChannel, currency })
  const lines = items.map(
    (item, at): ChannelLine => lineOf(item, { totalMinor: totals[at] ?? 0, tax: taxes[at] ?? noTax, currency }),
  )
  const isOnTop = ofChannel > 0
  return { lines, taxByChannel: isOnTop ? true : null, taxIncluded: !isOnTop && amounts.taxIncluded, doubts }
}

/** No country takes more. */
const mostTaxPercent = 30

/** What a total holds beyond its parts, where that may be a tax: nothing else of an order is left unsaid as a rule. */
function restAsTax({ doubt, lines, discountMinor, freightMinor }: SettledAmounts): number {
  if (doubt?.is !== 'rest') return 0
  const taxed = lines.reduce((sum, minor) => sum + minor, 0) - discountMinor + freightMinor
  return doubt.byMinor * 100 <= taxed * mostTaxPercent ? doubt.byMinor : 0
}

type LineTax = { minor: number; ppm: number }
const noTax: LineTax = { minor: 0, ppm: 0 }

type TaxParts = { totals: readonly number[]; amounts: SettledAmounts; ofChannel: number; currency: string }

/** The tax of each line: as told for it, else its share of the order's; a rate that is told makes it. */
function lineTaxes(items: readonly ItemRow[], { totals, amounts, ofChannel, currency }: TaxParts): LineTax[] {
  const told = items.map(({ row, qtyMilli, cancelledMilli }) => {
    const own = ['lineTax', 'lineOtherTax'].flatMap((field) => moneyOf(row, field) ?? [])
    if (own.length === 0) return null
    if (qtyMilli !== 0 && cancelledMilli === qtyMilli) return 0
    return own.reduce((sum, { amount }) => sum + minorFromDecimal(amount, currency), 0)
  })
  const hasOwn = told.some((tax) => tax !== null)
  const shared = ofChannel + (hasOwn ? 0 : amounts.taxMinor)
  const shares =
    shared === 0
      ? []
      : (allocateMinor(
          shared,
          totals.map((minor) => Math.abs(minor)),
        ) ?? firstOf(shared, totals))
  return items.map(({ row }, at) => {
    const own = told[at] ?? null
    const rate = textOf(row, 'taxPercent')
    // A rate makes the tax only where no amount of it is told.
    const ppm = own === null && rate !== undefined && amounts.taxMinor + ofChannel === 0 ? toUnits(rate, 6) : 0
    return { minor: (own ?? 0) + (shares[at] ?? 0) + taxMinor(totals[at] ?? 0, ppm, amounts.taxIncluded), ppm }
  })
}

/** Nothing to spread over: the first line bears it. */
function firstOf(minor: number, totals: readonly number[]): number[] {
  return totals.map((_, at) => (at === 0 ? minor : 0))
}

type LineParts = { totalMinor: number; tax: LineTax; currency: string }

function lineOf(item: ItemRow, { totalMinor, tax, currency }: LineParts): ChannelLine {
  const { row, qtyMilli, cancelledMilli, returnedMilli, isSent } = item
  const discount = textOf(row, 'discount')
  const pricing = pricingOf(item, {
    totalMinor,
    currency,
    discountPpm: discount === undefined ? 0 : toUnits(discount, 6),
  })
  return {
    row: row.line,
    externalId: keyOf(row),
    ...goodsNames(row),
    ...{ qtyMilli, cancelledMilli, returnedMilli },
    ...pricing,
    discountMinor: discountTo(totalMinor, { ...pricing, qtyMilli: qtyMilli - cancelledMilli, currency }),
    taxPpm: tax.ppm,
    totalMinor,
    taxMinor: tax.minor,
    promisedOn: (textOf(row, 'promisedOn') ?? null) as Day | null,
    isSent,
  }
}

function keyOf(row: ItemRow['row']): string {
  const isWhole = ['productSku', 'product', 'productName'].every((field) => textOf(row, field) === undefined)
  return isWhole ? wholeOrder : (textOf(row, 'externalId') ?? '').slice(0, 300)
}

type Asked = { totalMinor: number; currency: string; discountPpm: number }

/** The price of one as told; else from the line's total, as far as six decimals go. */
function pricingOf({ row, qtyMilli, cancelledMilli }: ItemRow, { totalMinor, currency, discountPpm }: Asked) {
  const unit = moneyOf(row, 'unitPrice')
  if (unit) return { priceMicros: toUnits(unit.amount, 6), discountPpm }
  const whole = moneyOf(row, 'lineTotal')
  const per = (amount: string, milli: number) => toUnits(new Decimal(amount).times(1000).div(milli), 6)
  const either = moneyOf(row, 'linePrice')
  const wanted = qtyMilli - cancelledMilli
  if (either) {
    const asUnit = toUnits(either.amount, 6)
    // Taken as the price of one where the line came to that.
    const isUnit =
      wanted !== 0 && lineTotalMinor({ priceMicros: asUnit, discountPpm: 0, qtyMilli: wanted, currency }) === totalMinor
    return { priceMicros: isUnit || qtyMilli === 0 ? asUnit : per(either.amount, qtyMilli), discountPpm: 0 }
  }
  if (!whole) return { priceMicros: 0, discountPpm: 0 }
  return { priceMicros: qtyMilli === 0 ? toUnits(whole.amount, 6) : per(whole.amount, qtyMilli), discountPpm: 0 }
}
