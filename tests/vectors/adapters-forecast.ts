// From the ops of the forecasting cases to the functions that the program itself uses; names and shapes are turned here.
import { accuracy as accuracyOf, trackingSignal } from '#main/domain/forecast/accuracy.ts'
import { demandPattern } from '#main/domain/forecast/demand-class.ts'
import { demandSeries, trimLeadingZeros } from '#main/domain/forecast/demand-series.ts'
import { type Fit, type Parameters, type Start, shownDemand } from '#main/domain/forecast/methods/fit.ts'
import {
  holtWintersEligibility,
  type SeasonKind,
  seasonalForecast,
} from '#main/domain/forecast/methods/holt-winters.ts'
import { methods } from '#main/domain/forecast/methods/method-list.ts'
import { isNoFigure, type NoFigure } from '#main/domain/forecast/no-figure.ts'
import { horizonSigmas, normalInterval, residualSigma } from '#main/domain/forecast/normal-interval.ts'
import { rollingSelect } from '#main/domain/forecast/rolling-selection.ts'
import { asDay } from '#shared/dates.ts'
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import type { Adapter, CaseInput } from '#tests/vectors/adapters.ts'

const undefinedResult = { status: 'undefined' }
const invalid = { status: 'invalid' }

/** By topic, the ops of its cases. What the domain refuses as nonsense is invalid. */
export const forecastAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  'forecast-sma': { sma: refusing(sma) },
  'forecast-ses': { ses: refusing(smoothing('ses')), ses_fit: refusing(smoothing('ses')) },
  'forecast-holt': {
    holt: refusing(smoothing('holt')),
    holt_fit: refusing(smoothing('holt')),
    damped: refusing(smoothing('dampedHolt')),
    holt_damped: refusing(smoothing('dampedHolt')),
  },
  'forecast-hw': {
    hw: refusing(holtWinters),
    hw_fit: refusing(holtWinters),
    hw_eligible: refusing(hwEligible),
    hw_state_forecast: refusing(hwStateForecast),
  },
  'forecast-intermittent': { croston: refusing(croston), tsb: refusing(tsb) },
  'forecast-class': { demand_class: refusing(demandClass) },
  'forecast-accuracy': { accuracy: refusing(accuracy), tracking_signal: refusing(tracking) },
  'forecast-interval': {
    pi: refusing(predictionInterval),
    pi_sigma: refusing(piSigma),
    residual_sigma: refusing(sigmaOfResiduals),
    display: refusing(display),
  },
  'forecast-selection': { rolling_select: refusing(rolling), trim_leading_zeros: refusing(trim) },
  'forecast-series': { monthly_series: refusing(monthlySeries), trim_leading_zeros: refusing(trim) },
  'forecast-display': { display: refusing(display) },
}

function refusing(adapter: Adapter): Adapter {
  return (input) => {
    try {
      return adapter(input)
    } catch (error) {
      if (error instanceof RangeError) return invalid
      throw error
    }
  }
}

const seriesOf = (input: CaseInput) => input.y as number[]

/** A fit as the cases name its parts. */
function fitResult(fit: Fit | NoFigure, input: CaseInput): unknown {
  if (isNoFigure(fit)) return undefinedResult
  const measured = accuracyOf(seriesOf(input).slice(fit.firstForecast), fit.oneStep)
  const forecast = fit.forecast((input.h as number | undefined) ?? 1)
  const { level, trend, season, interval, probability } = fit.state
  return {
    ...fit.parameters,
    ...measured,
    // A fit is asked for one figure, a method for a list.
    forecast: input.op.endsWith('_fit') && input.h === undefined ? forecast[0] : forecast,
    one_step: fit.oneStep,
    sse_max: measured.sse,
    level,
    trend,
    season,
    init_level: fit.start?.level,
    init_trend: fit.start?.trend,
    init_season: fit.start?.season,
    init: fit.start && [fit.start.level, fit.start.probability],
    z: level,
    x: interval,
    p: probability,
    fallback: fit.fallback !== undefined,
  }
}

function startOf(init: unknown): Start | undefined {
  if (typeof init !== 'object' || init === null) return undefined
  if (Array.isArray(init)) return { t0: 1, level: init[0], probability: init[1] }
  return init as Start
}

function sma(input: CaseInput): unknown {
  return fitResult(methods.movingAverage(seriesOf(input), { parameters: { window: input.window as number } }), input)
}

function smoothing(method: ForecastMethod): Adapter {
  return (input) => {
    const { alpha, beta, phi } = input as Parameters
    return fitResult(
      methods[method](seriesOf(input), { parameters: { alpha, beta, phi }, start: startOf(input.init) }),
      input,
    )
  }
}

function kindOf(seasonal: unknown): SeasonKind {
  return String(seasonal).startsWith('mul') ? 'multiplicative' : 'additive'
}

function holtWinters(input: CaseInput): unknown {
  const { alpha, beta, gamma } = input as Parameters
  const method = kindOf(input.seasonal) === 'additive' ? 'holtWintersAdditive' : 'holtWintersMultiplicative'
  const options = { parameters: { alpha, beta, gamma }, seasonLength: input.m as number, start: startOf(input.init) }
  return fitResult(methods[method](seriesOf(input), options), input)
}

function hwEligible({ n, m, min_y, seasonal }: CaseInput): unknown {
  const given = { periods: n as number, seasonLength: m as number, smallest: min_y as number, kind: kindOf(seasonal) }
  return { eligible: holtWintersEligibility(given) === null }
}

function hwStateForecast({ level, trend, season, seasonal, h }: CaseInput): unknown {
  const state = { level: level as number, trend: trend as number, season: season as number[] }
  return { forecast: seasonalForecast(state, { kind: kindOf(seasonal), horizon: h as number }) }
}

function croston(input: CaseInput): unknown {
  const parameters = { alpha: input.alpha_demand as number, beta: input.alpha_interval as number }
  const method = input.variant === 'sba' ? 'sba' : 'croston'
  return fitResult(methods[method](seriesOf(input), { parameters }), input)
}

function tsb(input: CaseInput): unknown {
  const parameters = { alpha: input.alpha_demand as number, beta: input.beta_prob as number }
  return fitResult(methods.tsb(seriesOf(input), { parameters, start: startOf(input.init) }), input)
}

function demandClass(input: CaseInput): unknown {
  const { periods, adi, cv2, class: found } = demandPattern(seriesOf(input))
  return { n_used: periods, adi, cv2, class: found }
}

function accuracy({ actual, forecast, train, m = 1 }: CaseInput): unknown {
  const training = train === undefined ? undefined : { series: train as number[], seasonLength: m as number }
  const { mapeCount, ...figures } = accuracyOf(actual as number[], forecast as number[], training)
  return { ...figures, mape_count: mapeCount, mape_n: mapeCount, n: figures.count }
}

function tracking({ actual, forecast }: CaseInput): unknown {
  const { cumulativeError, mad, signal } = trackingSignal(actual as number[], forecast as number[])
  return { cumulative_error: cumulativeError, mad, tracking_signal: signal }
}

function predictionInterval({ point, sigma_h, level }: CaseInput): unknown {
  const limits = normalInterval(point as number[], sigma_h as number[], level as number)
  return {
    lower: limits.map(({ lower }) => lower),
    upper: limits.map(({ upper }) => upper),
    lower_display: limits.map(({ shownLower }) => shownLower),
  }
}

function piSigma(input: CaseInput): unknown {
  const { alpha = 0, beta, gamma, phi } = input as Parameters
  const horizons = [input.h].flat() as number[]
  const weights = { alpha, beta, gamma, phi, seasonLength: input.m as number | undefined }
  const sigmas = horizonSigmas(input.sigma as number, Math.max(...horizons), weights)
  return { sigma_h: horizons.map((horizon) => sigmas[horizon - 1]) }
}

function sigmaOfResiduals({ residuals, n_params = 0 }: CaseInput): unknown {
  const sigma = residualSigma(residuals as number[], n_params as number)
  return { sigma: isNoFigure(sigma) ? null : sigma }
}

function display(input: CaseInput): unknown {
  const given = input.forecast ?? input.value ?? input.f
  return { display: Array.isArray(given) ? given.map(shownDemand) : shownDemand(given as number) }
}

/** `name`, then its parameters joined by hyphens: naive, sma3, ses0.3, holt0.3-0.1, hw_add0.3-0.1-0.2. */
const candidateForms: readonly [form: RegExp, method: ForecastMethod, names: readonly (keyof Parameters)[]][] = [
  [/^naive$/, 'naive', []],
  [/^s(?:easonal_?)?naive$/, 'seasonalNaive', []],
  [/^mean$/, 'mean', []],
  [/^sma(.+)$/, 'movingAverage', ['window']],
  [/^ses(.*)$/, 'ses', ['alpha']],
  [/^holt([\d.-]*)$/, 'holt', ['alpha', 'beta']],
  [/^damped(.*)$/, 'dampedHolt', ['alpha', 'beta', 'phi']],
  [/^hw[_-]?add([\d.-]*)$/, 'holtWintersAdditive', ['alpha', 'beta', 'gamma']],
  [/^hw[_-]?mult?([\d.-]*)$/, 'holtWintersMultiplicative', ['alpha', 'beta', 'gamma']],
  [/^croston(.*)$/, 'croston', ['alpha', 'beta']],
  [/^sba(.*)$/, 'sba', ['alpha', 'beta']],
  [/^tsb(.*)$/, 'tsb', ['alpha', 'beta']],
]

function candidateOf(name: string) {
  for (const [form, method, names] of candidateForms) {
    const match = form.exec(name)
    if (!match) continue
    const figures = (match[1] ?? '').split('-').filter((text) => text !== '')
    const given = names.flatMap((parameter, at) => {
      // One figure for both parts of Croston's family.
      const text = figures[at] ?? (['croston', 'sba', 'tsb'].includes(method) ? figures[0] : undefined)
      return text === undefined ? [] : [[parameter, Number(text)]]
    })
    return { name, method, parameters: Object.fromEntries(given) as Parameters }
  }
  throw new Error(`No candidate of this name: ${name}`)
}

function rolling(input: CaseInput): unknown {
  const { best, candidates } = rollingSelect(seriesOf(input), {
    candidates: (input.candidates as string[]).map(candidateOf),
    firstOrigin: input.first_origin as number,
    seasonLength: (input.m as number | undefined) ?? 12,
  })
  const mae = candidates.map(({ name, accuracy: found }) => [name, isNoFigure(found) ? null : found.mae])
  return { mae: Object.fromEntries(mae), best: isNoFigure(best) ? null : best }
}

function trim(input: CaseInput): unknown {
  return { y: trimLeadingZeros(seriesOf(input)) }
}

function monthlySeries({ lines, as_of }: CaseInput): unknown {
  const given = (lines as { date: string; qty: number }[]).map(({ date, qty }) => ({ on: asDay(date), quantity: qty }))
  const series = demandSeries(given, { asOf: asDay(as_of as string), period: 'month' })
  return isNoFigure(series) ? undefinedResult : { start: series.start.slice(0, 7), y: series.demand }
}
