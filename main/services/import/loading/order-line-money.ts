// The money of an order's line as a row tells it: price and discount make the total; a file that gives only the line's total has
// its unit price worked out from it.
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
import { lineTotalMinor, microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

type Order = { currency: string }

/** A line that takes back waits for nothing: what it no longer takes back is no part of it. */
export function lineMoney(order: Order, row: TypedRow): ToldLine | Refused {
  const line = moneyAsTold(order, row)
  if ('problems' in line || line.qty_milli >= 0) return line
  const qtyMilli = line.qty_milli + (cancelledIn(row, line.qty_milli) ?? 0)
  return { ...line, qty_milli: qtyMilli, total_minor: moneyOfPart(order, row, { line, qtyMilli }) }
}

/** How much a row says was cancelled, without a sign; null where it says nothing of it. */
export function cancelledIn(row: TypedRow, qtyMilli: number): number | null {
  const told = textOf(row, 'cancelledQuantity')
  const milli = told === undefined ? null : qtyFromDecimal(told)
  return milli === null ? null : Math.min(Math.abs(milli), Math.abs(qtyMilli))
}

type Part = { line: ToldLine; qtyMilli: number }

/** What a part of the line comes to: the row's own total where it is of that part, else its share of the whole. */
export function moneyOfPart({ currency }: Order, row: TypedRow, { line, qtyMilli }: Part): number {
  if (qtyMilli === line.qty_milli) return line.total_minor
  if (qtyMilli === 0) return 0
  const total = moneyOf(row, 'lineTotal')
  const price = moneyOf(row, 'unitPrice')
  const said = total && price ? minorFromDecimal(total.amount, currency) : null
  // A total that was taken for the whole line's is not this part's as well.
  if (price && said !== null && said !== line.total_minor) {
    const apart = Math.abs(said - pricedAt(line, qtyMilli, currency))
    if (apart <= roundingMinor(price.amount, qtyMilli, currency)) return said
  }
  return toUnits(new Decimal(line.total_minor).times(qtyMilli).div(line.qty_milli), 0)
}

function pricedAt(
  { price_micros: priceMicros, discount_ppm: discountPpm }: ToldLine,
  qtyMilli: number,
  currency: string,
) {
  return lineTotalMinor({ currency, qtyMilli, priceMicros, discountPpm })
}

function moneyAsTold(order: Order, row: TypedRow): ToldLine | Refused {
  const quantity = textOf(row, 'quantity')
  const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
  if (quantity === undefined) return problem('quantity', '', 'required')
  if (qtyMilli === null) return problem('quantity', quantity, 'quantity')
  if (Math.abs(qtyMilli) > mostMilli) return problem('quantity', quantity, 'smaller-number')
  const price = moneyOf(row, 'unitPrice')
  const total = moneyOf(row, 'lineTotal')
  const foreign = foreignMoney(order, row)
  if (foreign) return foreign
  const discount = textOf(row, 'discount')
  const discountPpm = discount === undefined ? 0 : toUnits(discount, 6)
  if (price) {
    const pricing = { qtyMilli, priceMicros: microsFromDecimal(price.amount), discountPpm }
    const line = pricedLine(order.currency, pricing)
    const cancelled = cancelledIn(row, qtyMilli) ?? 0
    const leftMilli = qtyMilli < 0 ? qtyMilli + cancelled : qtyMilli - cancelled
    return withLineTotal(line, order.currency, { price, total, discount, leftMilli })
  }
  if (!total) return problem('unitPrice', '', 'required')
  if (qtyMilli === 0) return problem('quantity', quantity, 'quantity')
  return lineByTotal(order.currency, { qtyMilli, total: total.amount })
}

function foreignMoney({ currency }: Order, row: TypedRow): Refused | null {
  const price = moneyOf(row, 'unitPrice')
  const total = moneyOf(row, 'lineTotal')
  const named = price?.currency ?? total?.currency ?? textOf(row, 'currency')
  if (named !== undefined && named !== null && named !== currency) return problem('currency', named, 'order-currency')
  const sign = price?.couldBe.length ? price : total
  if (sign?.couldBe.length && !sign.couldBe.includes(currency))
    return problem(price ? 'unitPrice' : 'lineTotal', sign.amount, 'order-currency')
  return null
}

/** `leftMilli`: the quantity without what was cancelled. */
type Given = { price: MoneyCell; total: MoneyCell | undefined; discount: string | undefined; leftMilli: number }

/**
 * A file that gives the line's total beside its price must agree with itself, as far as the price was rounded: of all that was
 * ordered, or of what is left of it.
 * A total below price x quantity in a file without a discount column is the discount; anything else is refused, since one of
 * the figures is not what it seems.
 */
function withLineTotal(line: ToldLine, currency: string, given: Given): ToldLine | Refused {
  const { price, total, discount, leftMilli } = given
  if (!total) return line
  const said = minorFromDecimal(total.amount, currency)
  const left = pricedAt(line, leftMilli, currency)
  const [ofAll, ofLeft] = [Math.abs(said - line.total_minor), Math.abs(said - left)]
  if (ofAll <= ofLeft && ofAll <= roundingMinor(price.amount, line.qty_milli, currency))
    return { ...line, total_minor: said }
  if (ofLeft < ofAll && ofLeft <= roundingMinor(price.amount, leftMilli, currency)) return line
  const isOfLeft = said < left
  const whole = isOfLeft ? left : line.total_minor
  const isDiscounted = discount === undefined && whole > 0 && said >= 0 && said < whole
  if (!isDiscounted) return problem('lineTotal', total.amount, 'line-total')
  const discountPpm = toUnits(new Decimal(whole - said).div(whole), 6)
  const discounted = { ...line, discount_ppm: discountPpm }
  const isOfAll = leftMilli === line.qty_milli || !isOfLeft
  return { ...discounted, total_minor: isOfAll ? said : pricedAt(discounted, line.qty_milli, currency) }
}
