// The money of an order while its form is being typed: the very figures that saving fixes.
import { textToNumber, typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDecimal, unitsOrNull } from '#shared/decimal.ts'
import { microsFromDecimal, minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import { type LineMoney, lineMoney, type OrderMoney, orderMoney, spreadDiscount } from '#shared/order-money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { OrderForm, OrderLineForm } from './order-form-values.ts'

type Priced = Pick<OrderForm, 'lines' | 'currency' | 'taxIncluded' | 'orderDiscount'>

/** The line before its share of the order's discount, or null while something in it is no number. */
function ownMoney(line: OrderLineForm, { currency, taxIncluded }: Priced, discountMinor: number): LineMoney | null {
  const price = typedDecimal(line.unitPrice)
  const quantity = textToNumber(line.quantity, 'quantity')
  const discount = textToNumber(line.discountPercent, 'percent')
  const tax = textToNumber(line.taxPercent, 'percent')
  const cancelled = textToNumber(line.cancelled, 'quantity')
  if (!isDecimal(price) || !('value' in quantity) || !('value' in discount) || !('value' in tax)) return null
  if (quantity.value === null || !('value' in cancelled)) return null
  try {
    return lineMoney({
      ...{ currency, taxIncluded, discountMinor, toldTaxMinor: minorOf(line.toldTax, currency) },
      priceMicros: microsFromDecimal(price),
      qtyMilli: toMilli(quantity.value),
      cancelledMilli: toMilli(cancelled.value ?? 0),
      discountPpm: percentToPpm(discount.value ?? 0),
      taxPpm: percentToPpm(tax.value ?? 0),
    })
  } catch {
    // More digits than exact arithmetic holds: the field will be refused, there is nothing to show.
    return null
  }
}

/** What each line takes of the discount on the whole order; as it was saved while nothing of it was changed. Null: too much. */
export function discountShares(form: Priced): number[] | null {
  const wanted = minorOf(form.orderDiscount, form.currency)
  const saved = form.lines.map((line) => minorOf(line.discountAmount, form.currency) ?? 0)
  if (wanted === null) return saved.map(() => 0)
  const totals = form.lines.map((line) => ownMoney(line, form, 0)?.totalMinor ?? 0)
  const isSaved =
    sum(saved) === wanted && saved.every((share, index) => Math.abs(share) <= Math.abs(totals[index] ?? 0))
  return isSaved ? saved : spreadDiscount(wanted, totals)
}

/** Each line's money as it will be fixed on saving; null while something in it is no number. */
export function linesMoney(form: Priced): (LineMoney | null)[] {
  const shares = discountShares(form) ?? []
  return form.lines.map((line, index) => ownMoney(line, form, shares[index] ?? 0))
}

type Charged = Priced & Pick<OrderForm, 'freight' | 'freightTax' | 'other' | 'taxBy'>

/** What the order comes to by what is typed so far. */
export function formMoney(
  form: Charged,
): OrderMoney & { goodsMinor: number; freightMinor: number; otherMinor: number } {
  const lines = linesMoney(form).filter((line) => line !== null)
  const minor = (text: string) => minorOf(text, form.currency) ?? 0
  const goodsMinor = sum(lines.map(({ totalMinor }) => totalMinor))
  const money = orderMoney({
    totalMinor: goodsMinor,
    lineTaxMinor: sum(lines.map(({ taxMinor }) => taxMinor)),
    freightMinor: minor(form.freight),
    freightTaxMinor: minor(form.freightTax),
    otherMinor: minor(form.other),
    taxIncluded: form.taxIncluded,
    taxBy: form.taxBy,
  })
  return { ...money, goodsMinor, freightMinor: minor(form.freight), otherMinor: minor(form.other) }
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0)
}

/** Minor units of a typed amount; null where it is none. */
function minorOf(text: string, currency: string): number | null {
  const typed = typedDecimal(text)
  return isDecimal(typed) ? unitsOrNull(typed, currencyDigits(currency)) : null
}

/** The sum of amounts, exact. */
export function sumText(amounts: readonly string[], currency: string): string {
  return minorToDecimal(sum(amounts.map((amount) => minorFromDecimal(amount, currency))), currency)
}
