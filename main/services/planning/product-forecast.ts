// One product's forecast as its card shows it: history with marks, the methods that were tried, and the months ahead.
import type { ReadDb } from '#main/db/database.ts'
import { type DemandForecast, forecastDemand } from '#main/domain/forecast/forecast-demand.ts'
import { isNoFigure, type NoFigure } from '#main/domain/forecast/no-figure.ts'
import { periodAfter } from '#main/domain/forecast/periods.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { shownOverride } from '#main/services/planning/demand-overrides.ts'
import { type ForecastBasis, forecastBasis, type ProductBasis } from '#main/services/planning/forecast-basis.ts'
import { gapOf } from '#main/services/planning/forecast-summary.ts'
import { leadTimesOf } from '#main/services/planning/lead-times.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type {
  DemandPatternName,
  ForecastCandidate,
  ForecastCandidateName,
  ForecastErrors,
  ForecastFigures,
  ForecastGap,
  ForecastHistoryRow,
  ForecastMethod,
  ForecastMonth,
  ProductForecast,
} from '#shared/schemas/forecasts.ts'

const daysPerMonth = 365.25 / 12

export type ForecastQuestion = { productId: Id; method?: ForecastMethod | undefined; on?: Day | undefined }

/** Worked out anew each time: it takes milliseconds, and is as the figures are. `catalog/product-not-found`. */
export function productForecast(db: ReadDb, { productId, method, on }: ForecastQuestion): ProductForecast {
  const product = db.get<{
    sku: string
    name: string
    nameZh: string
    unit: string
    kind: string
    leadDays: number | null
  }>(
    `SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit, kind, lead_time_days AS leadDays
     FROM live_products WHERE id = ?`,
    productId,
  )
  if (!product) throw new AppError('catalog/product-not-found')
  const { leadDays, kind, ...named } = product
  const day = on ?? bookToday(db, db.now)
  // Planning counts a kit as its parts; whoever looks at the kit itself asks how it sells.
  const all = forecastBasis(db, { on: day, products: [productId], kits: kind === 'kit' ? 'sold' : 'parts' })
  const basis = all.of(productId)
  const lead = leadTimesOf(db, [productId]).choose(productId, leadDays)
  const leadTimePeriods = lead && lead.meanDays > 0 ? lead.meanDays / daysPerMonth : null
  const forecast =
    basis.input &&
    forecastDemand({ ...basis.input, settings: { ...basis.input.settings, method: method ?? null, leadTimePeriods } })
  const made = forecast === null || isNoFigure(forecast) ? null : forecast
  const months = made ? monthsOf(made, basis) : monthsSaid(all, basis)
  const history = historyOf(basis, made)
  const shown = new Set([...history, ...months].map(({ from }) => from))
  return {
    productId,
    ...named,
    basis: all.basis,
    on: day,
    history,
    months,
    otherOverrides: basis.overrides.filter(({ monthOn }) => !shown.has(monthOn)).map(shownOverride),
    figures: made ? figuresOf(made) : null,
    gap: made ? null : forecast && isNoFigure(forecast) ? gapOf(forecast) : { reason: 'no-demand' },
  }
}

function historyOf(
  { periods, demand, daysOut, overrides }: ProductBasis,
  made: DemandForecast | null,
): ForecastHistoryRow[] {
  const byStart = new Map(made?.history.map((row) => [row.start, row]))
  return periods.flatMap(({ first, last, days }, at) => {
    const row = byStart.get(first)
    // What lies before the first demand that counts is no part of the history.
    if (made && !row) return []
    const said = overrides.find(({ monthOn }) => monthOn === first)
    return {
      from: first,
      to: last,
      demand: (demand[at] ?? 0) / 1000,
      used: row?.used ?? null,
      marks: row ? [...row.marks] : [],
      fitted: row?.fitted ?? null,
      daysOut: daysOut[at] ?? null,
      days,
      override: said ? shownOverride(said) : null,
    }
  })
}

function monthsOf({ forecasts }: DemandForecast, { overrides }: ProductBasis): ForecastMonth[] {
  return forecasts.map(({ start, computed, used, lower, upper }) => {
    const said = overrides.find(({ monthOn }) => monthOn === start)
    return {
      from: start,
      to: monthEnd(start),
      computed,
      override: said ? shownOverride(said) : null,
      used,
      lower,
      upper,
    }
  })
}

/** Nothing is computed: the months ahead hold what people said, and nothing else. */
function monthsSaid({ firstAhead, settings }: ForecastBasis, { overrides }: ProductBasis): ForecastMonth[] {
  return Array.from({ length: settings.horizon }, (_, at) => {
    const from = periodAfter(firstAhead, 'month', at)
    const said = overrides.find(({ monthOn }) => monthOn === from)
    const override = said ? shownOverride(said) : null
    return {
      from,
      to: monthEnd(from),
      computed: null,
      override,
      used: override?.quantity ?? null,
      lower: null,
      upper: null,
    }
  })
}

function monthEnd(start: Day): Day {
  return addDays(periodAfter(start, 'month'), -1)
}

function figuresOf(made: DemandForecast): ForecastFigures {
  const { pattern, seasonality, choice, method, rmse, interval, leadTimeSums, settings } = made
  const sums = leadTimeSums && !isNoFigure(leadTimeSums) ? leadTimeSums : null
  const [lower = 0, middle = 0, upper = 0] = sums?.quantiles ?? []
  return {
    pattern: { ...pattern, class: pattern.class as DemandPatternName },
    ...apart('seasonality', seasonality, ({ isFound, statistic, limit }) => ({ isFound, statistic, limit })),
    outlierLimit: made.outlierLimit,
    method: {
      name: choice.name as ForecastCandidateName,
      method: method.method,
      parameters: { ...method.parameters },
      chosenBy: choice.chosenBy,
      why: choice.why && gapOf(choice.why),
    },
    candidates: choice.candidates.map((candidate) => candidateOf(candidate, choice.name)),
    naive: isNoFigure(choice.naive) ? null : errorsOf(choice.naive.accuracy),
    naiveGap: isNoFigure(choice.naive) ? gapOf(choice.naive) : gapIn(choice.naive.accuracy),
    tested: [...choice.tested],
    ...apart('rmse', rmse, ({ value, from, errors }) => ({ value, from, errors })),
    ...apart('interval', interval, ({ kind }) => ({ kind, level: settings.level })),
    leadTimeSums: sums && { months: sums.periods, spans: sums.spans, lower, middle, upper },
  }
}

/** A figure and, beside it, why it is not there: one of the two is null. */
function apart<Name extends string, Figure extends object, Shown>(
  name: Name,
  figure: Figure | NoFigure,
  show: (figure: Figure) => Shown,
): Record<Name, Shown | null> & Record<`${Name}Gap`, ForecastGap | null> {
  const shown = isNoFigure(figure) ? { figure: null, gap: gapOf(figure) } : { figure: show(figure), gap: null }
  return { [name]: shown.figure, [`${name}Gap`]: shown.gap } as never
}

type Candidate = DemandForecast['choice']['candidates'][number]

function candidateOf({ name, method, accuracy }: Candidate, chosen: string): ForecastCandidate {
  return {
    name: name as ForecastCandidateName,
    method,
    isChosen: name === chosen,
    errors: errorsOf(accuracy),
    gap: gapIn(accuracy),
  }
}

function errorsOf(accuracy: Candidate['accuracy']): ForecastErrors | null {
  if (isNoFigure(accuracy)) return null
  const { count, mae, rmse, mape, wape, mase } = accuracy
  return { tests: count, mae, rmse, mape, wape, mase }
}

function gapIn(accuracy: Candidate['accuracy']): ForecastGap | null {
  return isNoFigure(accuracy) ? gapOf(accuracy) : null
}
