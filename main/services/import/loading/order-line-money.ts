// The money of an order's line as a row tells it: price and discount make the total; a file that gives only the line's total has
// its unit price worked out from it.
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import { moneyOf, problem, type Refused, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { lineTotalMinor, microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

/** A thousand million units: as much as the form takes. */
const mostMilli = 1e12

/** The total is of all that was ordered, whatever was cancelled of it since. */
export type LineMoney = { qty_milli: number; price_micros: number; discount_ppm: number; total_minor: number }

type Order = { currency: string }

/** A line that takes back waits for nothing: what it no longer takes back is no part of it. */
export function lineMoney(order: Order, row: TypedRow): LineMoney | Refused {
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

type Part = { line: LineMoney; qtyMilli: number }

/** What a part of the line comes to: the row's own total where it is of that part, else its share of the whole. */
export function moneyOfPart({ currency }: Order, row: TypedRow, { line, qtyMilli }: Part): number {
  if (qtyMilli === line.qty_milli) return line.total_minor
  if (qtyMilli === 0) return 0
  const total = moneyOf(row, 'lineTotal')
  const said = total && moneyOf(row, 'unitPrice') ? minorFromDecimal(total.amount, currency) : null
  if (said !== null && Math.abs(said - pricedAt(line, qtyMilli, currency)) <= 1) return said
  return toUnits(new Decimal(line.total_minor).times(qtyMilli).div(line.qty_milli), 0)
}

function pricedAt(
  { price_micros: priceMicros, discount_ppm: discountPpm }: LineMoney,
  qtyMilli: number,
  currency: string,
) {
  return lineTotalMinor({ currency, qtyMilli, priceMicros, discountPpm })
}

function moneyAsTold(order: Order, row: TypedRow): LineMoney | Refused {
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
    return withLineTotal(line, order.currency, { total, discount, leftMilli })
  }
  if (!total) return problem('unitPrice', '', 'required')
  if (qtyMilli === 0) return problem('quantity', quantity, 'quantity')
  const priceMicros = toUnits(new Decimal(total.amount).times(1000).div(qtyMilli), 6)
  const line = pricedLine(order.currency, { qtyMilli, priceMicros, discountPpm: 0 })
  return { ...line, total_minor: minorFromDecimal(total.amount, order.currency) }
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
type Given = { total: MoneyCell | undefined; discount: string | undefined; leftMilli: number }

/**
 * A file that gives the line's total beside its price must agree with itself: of all that was ordered, or of what is left of it.
 * A total below price x quantity in a file without a discount column is the discount; anything else is refused, since one of
 * the figures is not what it seems.
 */
function withLineTotal(line: LineMoney, currency: string, { total, discount, leftMilli }: Given): LineMoney | Refused {
  if (!total) return line
  const said = minorFromDecimal(total.amount, currency)
  if (Math.abs(said - line.total_minor) <= 1) return { ...line, total_minor: said }
  const left = pricedAt(line, leftMilli, currency)
  if (Math.abs(said - left) <= 1) return line
  const isOfLeft = said < left
  const whole = isOfLeft ? left : line.total_minor
  const isDiscounted = discount === undefined && whole > 0 && said >= 0 && said < whole
  if (!isDiscounted) return problem('lineTotal', total.amount, 'line-total')
  const discountPpm = toUnits(new Decimal(whole - said).div(whole), 6)
  const discounted = { ...line, discount_ppm: discountPpm }
  const isOfAll = leftMilli === line.qty_milli || !isOfLeft
  return { ...discounted, total_minor: isOfAll ? said : pricedAt(discounted, line.qty_milli, currency) }
}

type Pricing = { qtyMilli: number; priceMicros: number; discountPpm: number }

function pricedLine(currency: string, { qtyMilli, priceMicros, discountPpm }: Pricing): LineMoney {
  return {
    qty_milli: qtyMilli,
    price_micros: priceMicros,
    discount_ppm: discountPpm,
    total_minor: lineTotalMinor({ currency, qtyMilli, priceMicros, discountPpm }),
  }
}
