// From the ops of the reference cases to the functions that the program itself uses. Names and shapes are turned here;
// the sums are done there.
import { isDecimal, roundDecimal } from '#shared/decimal.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import { laneOps } from './adapters-carriers.ts'
import { costingAdapters } from './adapters-costing.ts'
import { customerAdapters } from './adapters-customers.ts'
import { forecastAdapters } from './adapters-forecast.ts'
import { inventoryAdapters } from './adapters-inventory.ts'
import { packingAdapters } from './adapters-packing.ts'
import { receivableAdapters } from './adapters-receivables.ts'
import { supplierAdapters } from './adapters-suppliers.ts'
import { decimalText } from './decimal-text.ts'

export type CaseInput = { op: string } & Record<string, unknown>
export type Adapter = (input: CaseInput) => unknown

const invalid = { status: 'invalid' }

/** What is built so far: by topic, the ops of its cases. A topic that is not here is skipped by name. */
export const adapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  ...inventoryAdapters,
  ...packingAdapters,
  ...forecastAdapters,
  ...costingAdapters,
  ...supplierAdapters,
  ...customerAdapters,
  ...receivableAdapters,
  carrier: { ...laneOps, ...packingAdapters.carrier },
  rounding: { round, currency_decimals: currencyDecimals },
}

function round({ cases }: CaseInput): unknown {
  const given = (cases as [value: unknown, places: number][]).map(([value, places]) => ({
    text: decimalText(value),
    places,
  }))
  if (!given.every(({ text }) => isDecimal(text))) return invalid
  return { rounded: given.map(({ text, places }) => roundDecimal(text, places)) }
}

function currencyDecimals({ codes }: CaseInput): unknown {
  return { decimals: (codes as string[]).map(currencyDigits) }
}
