// The ops of customers, and prices by margin or mark-up.
import { type BoughtBy, rfmScores } from '#main/domain/customers/rfm.ts'
import { priceFromMargin, priceFromMarkup } from '#main/domain/orders/price-from-margin.ts'
import { asDay } from '#shared/dates.ts'
import { toUnits } from '#shared/decimal.ts'
import type { Adapter, CaseInput } from './adapters.ts'
import { decimalText } from './decimal-text.ts'

export const customerAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  rfm: { rfm },
  margin: { margin_markup: marginMarkup },
}

/** Amounts as units of this many decimals. */
const places = 6

type OrderCase = { customer: string; date: string; amount: string | number }

function rfm({ orders, as_of: asOfText, bins }: CaseInput): unknown {
  const asOf = asDay(String(asOfText))
  const byCustomer = Map.groupBy(
    (orders as OrderCase[]).filter(({ date }) => date <= asOf),
    ({ customer }) => customer,
  )
  const bought = [...byCustomer].map(
    ([customer, own]): BoughtBy<string> => ({
      customer,
      lastOn: asDay(
        own
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? '',
      ),
      orders: own.length,
      netMinor: own.reduce((sum, { amount }) => sum + toUnits(decimalText(amount), places), 0),
    }),
  )
  const { scores } = rfmScores(bought, { asOf, bins: bins as number | undefined })
  const customers = scores.map(({ customer, recencyDays, frequency, monetaryMinor, r, f, m }) => [
    customer,
    { recency: recencyDays, frequency, monetary: monetaryMinor / 10 ** places, r, f, m },
  ])
  return { customers: Object.fromEntries(customers) }
}

type MarginCase = { cost: string | number; margin_on_price?: number; markup_on_cost?: number }

function marginMarkup({ cases }: CaseInput): unknown {
  const prices = (cases as MarginCase[]).map(({ cost, margin_on_price: margin, markup_on_cost: markup }) =>
    margin === undefined
      ? priceFromMarkup(decimalText(cost), decimalText(markup ?? 0))
      : priceFromMargin(decimalText(cost), decimalText(margin)),
  )
  return prices.includes('invalid') ? { status: 'invalid' } : { price: prices.map(Number) }
}
