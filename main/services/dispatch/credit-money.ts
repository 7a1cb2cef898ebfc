// What a line of a credit comes to: the line that it takes back from, as it was sold, so that credits of a whole line take back
// exactly what it came to.
import type { OrderLinesTable } from '#main/db/tables.ts'
import { creditedShare, taxShare } from '#main/domain/dispatch/credited-share.ts'
import { type CreditedLine, wholeMilli } from '#main/services/dispatch/credited-lines.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import { microsFromDecimal, minorToDecimal, typedMinor } from '#shared/money.ts'
import { discountTo, netMinor, taxMinor } from '#shared/order-money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { CreditedLine as AskedLine } from '#shared/schemas/credits.ts'

/** How the order's prices are meant. */
export type CreditTerms = { currency: string; taxIncluded: boolean; toBase: (minor: number) => number | null }

/** Money and quantity of a row, all below zero. */
export type CreditMoney = Pick<
  OrderLinesTable,
  | 'qty_milli'
  | 'price_micros'
  | 'discount_ppm'
  | 'discount_minor'
  | 'tax_ppm'
  | 'tax_minor'
  | 'total_minor'
  | 'base_minor'
>

/** `credits/more-than-line` where more would be taken back than the line came to. */
export function moneyOfLine(line: CreditedLine, asked: AskedLine, terms: CreditTerms): CreditMoney {
  const left = line.total_minor - line.creditedMinor
  const milli = asked.quantity === null ? null : toMilli(asked.quantity)
  const isAll = milli !== null && asked.amount === null && line.creditedMilli + milli === wholeMilli(line)
  const part = isAll ? left : partOf(line, asked, { milli, left, currency: terms.currency })
  if (part > left) {
    throw new AppError('credits/more-than-line', {
      line: line.position,
      asked: minorToDecimal(part, terms.currency),
      open: minorToDecimal(left, terms.currency),
      currency: terms.currency,
    })
  }
  const tax = isAll ? line.tax_minor - line.creditedTaxMinor : taxShare(moneyOf(line), part)
  const base = isAll && line.base_minor !== null ? line.base_minor - line.creditedBaseMinor : baseShare(line, part)
  const priced = milli === null ? amountAlone(part, terms.currency) : pricedLike(line, milli)
  return withTax(
    line,
    { ...priced, total_minor: -part, base_minor: base === null ? null : -base || 0 },
    { tax, ...terms },
  )
}

type Part = { milli: number | null; left: number; currency: string }

function partOf(line: CreditedLine, asked: AskedLine, { milli, left, currency }: Part): number {
  if (asked.amount !== null) return typedMinor(asked.amount, currency)
  if (milli === null) return 0
  const credited = {
    wholeMilli: wholeMilli(line),
    beforeMilli: line.creditedMilli,
    afterMilli: line.creditedMilli + milli,
  }
  // What was taken off without goods is no longer part of their price.
  return Math.min(left, creditedShare(line.total_minor - line.amountMinor, credited))
}

function moneyOf(line: OrderLinesTable): { totalMinor: number; taxMinor: number } {
  return { totalMinor: line.total_minor, taxMinor: line.tax_minor }
}

function baseShare(line: OrderLinesTable, part: number): number | null {
  return line.base_minor === null ? null : taxShare({ totalMinor: line.total_minor, taxMinor: line.base_minor }, part)
}

type Priced = Pick<OrderLinesTable, 'qty_milli' | 'price_micros' | 'discount_ppm'>

function pricedLike(line: OrderLinesTable, milli: number): Priced {
  return { qty_milli: -milli, price_micros: line.price_micros, discount_ppm: line.discount_ppm }
}

function amountAlone(minor: number, currency: string): Priced {
  return { qty_milli: -1000, price_micros: microsFromDecimal(minorToDecimal(minor, currency)), discount_ppm: 0 }
}

type Fixed = Priced & Pick<OrderLinesTable, 'total_minor' | 'base_minor'>
type Taxed = { tax: number; currency: string; taxIncluded: boolean }

/** The line's rate of tax stays where it makes this very tax; else the amount stands alone. */
function withTax(
  line: Pick<OrderLinesTable, 'tax_ppm'>,
  fixed: Fixed,
  { tax, currency, taxIncluded }: Taxed,
): CreditMoney {
  const own = -tax || 0
  const isByRate = taxMinor(fixed.total_minor, line.tax_ppm, taxIncluded) === own
  const { price_micros: priceMicros, qty_milli: qtyMilli, discount_ppm: discountPpm } = fixed
  return {
    ...fixed,
    discount_minor: discountTo(fixed.total_minor, { priceMicros, qtyMilli, discountPpm, currency }),
    tax_ppm: isByRate ? line.tax_ppm : 0,
    tax_minor: own,
  }
}

/** A line that is none of an order's: its amount is told. */
export function freeMoney(asked: AskedLine, { currency, taxIncluded, toBase }: CreditTerms): CreditMoney {
  const minor = typedMinor(asked.amount ?? '0', currency)
  const milli = asked.quantity === null ? 1000 : toMilli(asked.quantity)
  const whole = new Decimal(microsFromDecimal(minorToDecimal(minor, currency)))
  const each = toUnits(whole.times(1000).div(milli), 0)
  const tax_ppm = percentToPpm(asked.taxPercent)
  const money = { totalMinor: -minor, taxMinor: taxMinor(-minor, tax_ppm, taxIncluded) }
  const fixed = { qty_milli: -milli, price_micros: each, discount_ppm: 0, total_minor: money.totalMinor }
  const base_minor = toBase(netMinor(money, taxIncluded))
  return withTax({ tax_ppm }, { ...fixed, base_minor }, { tax: -money.taxMinor, currency, taxIncluded })
}
