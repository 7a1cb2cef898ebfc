// What forecasts are made from: demand by month with its days out of stock, months that someone overruled, and settings;
// with a fingerprint of all of it, by which a kept forecast is known to hold still.
import { createHash } from 'node:crypto'
import type { ReadDb } from '#main/db/database.ts'
import { lastPeriods, type Period, type PeriodWindow } from '#main/domain/demand/period-window.ts'
import type { ForecastInput, ForecastSettings } from '#main/domain/forecast/forecast-demand.ts'
import { demandHistory, type ProductDemand } from '#main/services/planning/demand-history.ts'
import { demandOverrides, type OverrideRow } from '#main/services/planning/demand-overrides.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { type StockOuts, stockOutDays } from '#main/services/planning/stock-out-days.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { DemandBasis } from '#shared/schemas/planning.ts'

/** Another number where forecasts come out differently from the same figures: kept ones no longer hold then. */
const version = 1

export type ForecastBasis = {
  on: Day
  basis: DemandBasis
  window: PeriodWindow
  /** The first day of the first month that is forecast. */
  firstAhead: Day
  settings: Partial<ForecastSettings> & Pick<ForecastSettings, 'horizon' | 'level'>
  /** Whether it was ever asked for, or someone said what will be. */
  isKnown(productId: Id): boolean
  of(productId: Id): ProductBasis
}

export type ProductBasis = {
  /** The months of the window from the first demand on; none where it was never asked for. */
  periods: readonly Period[]
  /** Thousandths per month. */
  demand: readonly number[]
  /** Null where stock was not yet known. */
  daysOut: readonly (number | null)[]
  overrides: readonly OverrideRow[]
  /** Quantities in the product's unit; null where there is no history at all. */
  input: ForecastInput | null
  fingerprint: string
}

export type BasisQuestion = {
  on: Day
  products?: readonly Id[] | undefined
  /** A kit's sales count for its parts, or for the kit: for a look at the kit itself. */
  kits?: 'parts' | 'sold'
}

/** All figures are read at once: one pass over the lines, one over the movements. */
export function forecastBasis(db: ReadDb, { on, products, kits = 'parts' }: BasisQuestion): ForecastBasis {
  const { basis, stockOutShare } = planningSetting(db, 'demand')
  const { months, horizon, level, stockOuts, outliers } = planningSetting(db, 'forecast')
  const window = lastPeriods('month', months, on)
  const demand = demandHistory(db, { basis, window, products, kits })
  const outs = stockOutDays(db, window, products)
  const overrides = demandOverrides(db, products)
  const settings = {
    horizon,
    level,
    outliers,
    stockOuts: stockOutShare === null ? ('keep' as const) : stockOuts,
    leastInStock: 1 - (stockOutShare ?? 1),
  }
  return {
    on,
    basis,
    window,
    firstAhead: addDays(window.periods.at(-1)?.last ?? on, 1),
    settings,
    isKnown: (id) => demand.has(id) || overrides.has(id),
    of: (id) =>
      productBasis({
        window,
        settings,
        demand: demand.get(id),
        outs: outs.get(id),
        overrides: overrides.get(id) ?? [],
      }),
  }
}

type Known = {
  window: PeriodWindow
  settings: ForecastBasis['settings']
  demand: ProductDemand | undefined
  outs: StockOuts | undefined
  overrides: readonly OverrideRow[]
}

function productBasis({ window, settings, demand, outs, overrides }: Known): ProductBasis {
  const start = demand?.start ?? window.periods.length
  const periods = window.periods.slice(start)
  const quantities = demand ? [...demand.quantities.subarray(start)] : []
  const daysOut = periods.map(({ last }, at) => (outs && outs.knownFrom <= last ? (outs.days[start + at] ?? 0) : null))
  const inStock = periods.map(({ days }, at) => {
    const out = daysOut[at] ?? null
    return out === null ? null : 1 - out / days
  })
  const first = periods[0]
  const said = overrides.map(({ monthOn, milli }) => ({ start: monthOn, demand: milli / 1000 }))
  const firstOn = window.periods.at(-1)?.last ?? ''
  return {
    periods,
    demand: quantities,
    daysOut,
    overrides,
    input: first
      ? {
          period: 'month',
          start: first.first,
          demand: quantities.map((milli) => milli / 1000),
          inStock,
          overrides: said,
          settings,
        }
      : null,
    fingerprint: fingerprintOf([version, firstOn, settings, quantities, daysOut, said]),
  }
}

function fingerprintOf(facts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(facts)).digest('base64url').slice(0, 20)
}
