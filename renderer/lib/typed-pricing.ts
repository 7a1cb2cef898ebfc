// A line of a form while it is being typed, by the very arithmetic that fixes it on saving.
import { textToNumber, typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDecimal, unitsOrNull } from '#shared/decimal.ts'
import { type LinePricing, lineTotalMinor, microsFromDecimal } from '#shared/money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** The fields as text. */
export type TypedLine = { unitPrice: string; quantity: string; discountPercent: string }

/** What makes the line's money; null while something in it is no number. */
export function typedPricing(line: TypedLine): Omit<LinePricing, 'currency'> | null {
  const price = typedDecimal(line.unitPrice)
  const quantity = textToNumber(line.quantity, 'quantity')
  const discount = textToNumber(line.discountPercent, 'percent')
  if (!isDecimal(price) || !('value' in quantity) || !('value' in discount) || quantity.value === null) return null
  const rest = { qtyMilli: toMilli(quantity.value), discountPpm: percentToPpm(discount.value ?? 0) }
  return orNull(() => ({ priceMicros: microsFromDecimal(price), ...rest }))
}

/** What the line comes to in minor units; null while there is nothing to show. */
export function typedTotal(line: TypedLine, currency: string): number | null {
  const pricing = typedPricing(line)
  return pricing && orNull(() => lineTotalMinor({ ...pricing, currency }))
}

/** Minor units of an amount as it is typed; null where it is none. */
export function typedMinorOrNull(text: string, currency: string): number | null {
  const typed = typedDecimal(text)
  return isDecimal(typed) ? unitsOrNull(typed, currencyDigits(currency)) : null
}

/** More digits than exact arithmetic holds give null: the field will be refused, there is nothing to show. */
export function orNull<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}
