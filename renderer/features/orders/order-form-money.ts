// The money of an order while its form is being typed: the very figures that saving fixes.
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { orNull, typedMinorOrNull, typedPricing } from '#renderer/lib/typed-pricing.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import { type LineMoney, lineMoney, type OrderMoney, orderMoney, spreadDiscount } from '#shared/order-money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { OrderForm, OrderLineForm } from './order-form-values.ts'

type Priced = Pick<OrderForm, 'lines' | 'currency' | 'taxIncluded' | 'orderDiscount'>

/** The line before its share of the order's discount, or null while something in it is no number. */
function ownMoney(line: OrderLineForm, { currency, taxIncluded }: Priced, discountMinor: number): LineMoney | null {
  const pricing = typedPricing(line)
  const tax = textToNumber(line.taxPercent, 'percent')
  const cancelled = textToNumber(line.cancelled, 'quantity')
  if (!pricing || !('value' in tax) || !('value' in cancelled)) return null
  const cancelledMilli = toMilli(cancelled.value ?? 0)
  const told = { taxPpm: percentToPpm(tax.value ?? 0), toldTaxMinor: typedMinorOrNull(line.toldTax, currency) }
  return orNull(() => lineMoney({ ...pricing, ...told, cancelledMilli, discountMinor, currency, taxIncluded }))
}

/** What each line takes of the discount on the whole order; as it was saved while nothing of it was changed. Null: too much. */
export function discountShares(form: Priced): number[] | null {
  const wanted = typedMinorOrNull(form.orderDiscount, form.currency)
  const saved = form.lines.map((line) => typedMinorOrNull(line.discountAmount, form.currency) ?? 0)
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
  const minor = (text: string) => typedMinorOrNull(text, form.currency) ?? 0
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

/** The sum of amounts, exact. */
export function sumText(amounts: readonly string[], currency: string): string {
  return minorToDecimal(sum(amounts.map((amount) => minorFromDecimal(amount, currency))), currency)
}
