// What a purchase line of a file costs. Its own total holds where it is what quantity and price make, as far as the price
// was rounded.
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import { moneyOf, problem, type Refused, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import {
  lineByTotal,
  mostMilli,
  pricedLine,
  roundingMinor,
  type ToldLine,
} from '#main/services/import/loading/told-line.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

export function purchaseLineMoney(currency: string, row: TypedRow): ToldLine | Refused {
  const qtyMilli = milliIn(row, 'quantity')
  if (typeof qtyMilli !== 'number') return qtyMilli ?? problem('quantity', '', 'required')
  const refused = otherCurrency(currency, row) ?? negativeAmount(row)
  if (refused) return refused
  const price = moneyOf(row, 'unitPrice')
  const total = moneyOf(row, 'lineTotal')
  if (!price) return total ? byTotal(currency, qtyMilli, total) : problem('unitPrice', '', 'required')
  const discount = textOf(row, 'discount')
  const discountPpm = discount === undefined ? 0 : toUnits(new Decimal(discount), 6)
  const pricing = { qtyMilli, priceMicros: microsFromDecimal(price.amount), discountPpm }
  const line = pricedLine(currency, pricing)
  return total ? withTotal(line, currency, { price, total, hasDiscount: discount !== undefined }) : line
}

/** A quantity in thousandths, none below zero; null where the row has none. */
export function milliIn(row: TypedRow, field: string): number | Refused | null {
  const text = textOf(row, field)
  if (text === undefined) return null
  const milli = qtyFromDecimal(text)
  if (milli === null) return problem(field, text, 'quantity')
  if (milli < 0) return problem(field, text, 'not-negative')
  return milli > mostMilli ? problem(field, text, 'smaller-number') : milli
}

const amounts = ['unitPrice', 'lineTotal', 'lineFreight', 'insurance'] as const

/** Amounts of a line are in the currency of its order, whatever names another. */
function otherCurrency(currency: string, row: TypedRow): Refused | null {
  const said = textOf(row, 'currency')
  if (said !== undefined && said !== currency) return problem('currency', said, 'order-currency')
  for (const field of amounts) {
    const money = moneyOf(row, field)
    const isOther = money?.currency
      ? money.currency !== currency
      : money?.couldBe.length && !money.couldBe.includes(currency)
    if (money && isOther) return problem(field, money.currency ?? money.amount, 'order-currency')
  }
  return null
}

function negativeAmount(row: TypedRow): Refused | null {
  const field = amounts.find((name) => moneyOf(row, name)?.amount.startsWith('-'))
  return field ? problem(field, moneyOf(row, field)?.amount ?? '', 'not-negative') : null
}

function byTotal(currency: string, qtyMilli: number, total: MoneyCell): ToldLine | Refused {
  return qtyMilli === 0
    ? problem('quantity', '0', 'above-zero')
    : lineByTotal(currency, { qtyMilli, total: total.amount })
}

type Given = { price: MoneyCell; total: MoneyCell; hasDiscount: boolean }

/**
 * A total within what rounding the price can make of the whole quantity is the line's own. One below that, in a file without
 * a discount column, is the discount; anything else is refused, since one of the figures is not what it seems.
 */
function withTotal(line: ToldLine, currency: string, { price, total, hasDiscount }: Given): ToldLine | Refused {
  const said = minorFromDecimal(total.amount, currency)
  if (said === line.total_minor) return line
  if (Math.abs(said - line.total_minor) <= roundingMinor(price.amount, line.qty_milli, currency)) {
    return { ...line, total_minor: said }
  }
  if (hasDiscount || said < 0 || said >= line.total_minor) return problem('lineTotal', total.amount, 'line-total')
  const discountPpm = toUnits(new Decimal(line.total_minor - said).div(line.total_minor), 6)
  return { ...line, discount_ppm: discountPpm, total_minor: said }
}
