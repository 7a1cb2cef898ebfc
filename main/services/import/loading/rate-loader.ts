// Exchange rates from a file: one rate per row, or a row per day with a column per currency.

import {
  type LoadContext,
  type Loader,
  merged,
  type Outcome,
  problem,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { ratePrefix } from '#main/services/import/loading/row-reader.ts'
import { applyRates, keepRate } from '#main/services/rates/rate-commands.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'

const source = 'file'
/** No two currencies are further apart; beyond, amounts would pass exact arithmetic. */
const largest = '1000000000'
const smallest = '0.000000001'

export function rateLoader(context: LoadContext): Loader {
  const { tx } = context
  const days: Day[] = []
  return {
    take(row) {
      const on = textOf(row, 'on') as Day | undefined
      if (on === undefined) return problem('on', '', 'required')
      const rates = ratesOf(context, row)
      if (!Array.isArray(rates)) return rates
      const absurd = rates.find(({ rate }) => new Decimal(rate).gt(largest) || new Decimal(rate).lt(smallest))
      if (absurd) return problem('rate', absurd.rate, 'rate')
      const outcomes = rates.map((rate) => keepRate(tx, { ...rate, on, source }).what)
      if (outcomes.some((outcome) => outcome !== 'unchanged')) days.push(on)
      return merged(...outcomes.map((outcome) => (outcome === 'added' ? 'new' : outcome)))
    },
    finish() {
      applyRates(tx, days)
      return []
    },
  }
}

type PairRate = { from: string; to: string; rate: string }

/** The rates that a row gives. Wide files say how much of each currency 1 of `from` is. */
function ratesOf(context: LoadContext, row: TypedRow): PairRate[] | Extract<Outcome, object> {
  const from = textOf(row, 'from') ?? context.currency
  const wide = Object.keys(row.values).filter((key) => key.startsWith(ratePrefix))
  if (wide.length > 0) {
    const pairs = wide.map((key) => ({ from, to: key.slice(ratePrefix.length), rate: textOf(row, key) ?? '' }))
    return pairs.filter((pair) => pair.to !== from && pair.rate !== '')
  }
  const to = textOf(row, 'to') ?? (context.toCurrency || undefined)
  const rate = textOf(row, 'rate')
  // A day without a rate (a holiday, `N/A`) is none, in this form as in the wide one.
  if (rate === undefined) return []
  if (to === undefined) return problem('to', '', 'required')
  return from === to ? problem('to', to, 'other-currency') : [{ from, to, rate }]
}
