// The price list of the sample company in the currencies of its customers: dollars times a fixed factor, rounded the way
// price lists are.
import { fromUnits } from '#shared/decimal.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** What a dollar counts in the price list, in hundredths. */
const perDollar: Readonly<Record<string, number>> = {
  USD: 100,
  EUR: 92,
  GBP: 79,
  JPY: 15_000,
  AUD: 154,
  CAD: 138,
  CHF: 86,
  AED: 368,
}

/** Dollar cents as decimal text in another currency, in steps of 5 cents, or 10 yen. */
export function listPrice(usdCents: number, currency: string): string {
  const factor = perDollar[currency]
  if (factor === undefined) throw new RangeError(`No price list in ${currency}`)
  const digits = currencyDigits(currency)
  const step = digits === 0 ? 10 : 5
  const units = (usdCents * factor) / (digits === 0 ? 10_000 : 100)
  return fromUnits(Math.max(step, Math.round(units / step) * step), digits)
}
