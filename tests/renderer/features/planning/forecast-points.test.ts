import { describe, expect, it } from 'vitest'
import { forecastPoints } from '#renderer/features/planning/forecast-points.ts'
import type { ForecastHistoryRow, ForecastMonth } from '#shared/schemas/forecasts.ts'

const override = { id: 1, monthOn: '2026-04-01', quantity: 60, reason: 'a fair' }

const past = (part: Partial<ForecastHistoryRow>): ForecastHistoryRow => ({
  from: '2026-03-01',
  to: '2026-03-31',
  demand: 40,
  used: 40,
  marks: [],
  fitted: null,
  daysOut: null,
  days: 31,
  override: null,
  ...part,
})

const ahead = (part: Partial<ForecastMonth>): ForecastMonth => ({
  from: '2026-04-01',
  to: '2026-04-30',
  computed: 20,
  override: null,
  used: 20,
  lower: 5,
  upper: 35,
  ...part,
})

const plain = { sign: null, signAt: null }

const pointOf = (history: ForecastHistoryRow[], months: ForecastMonth[] = []) => forecastPoints({ history, months })[0]

describe('what the chart of a forecast draws', () => {
  it('is demand and what was said of it for the past, forecast and interval for what is to come', () => {
    expect(forecastPoints({ history: [past({ fitted: 31 })], months: [ahead({})] })).toEqual([
      { from: '2026-03-01', demand: 40, fitted: 31, forecast: null, computed: null, interval: null, ...plain },
      { from: '2026-04-01', demand: null, fitted: null, forecast: 20, computed: null, interval: [5, 35], ...plain },
    ])
  })

  it('draws what was said below nothing as nothing', () => {
    expect(pointOf([past({ fitted: -4 })])?.fitted).toBe(0)
  })

  it('draws no interval where there is none, and no line where nothing can be said', () => {
    expect(pointOf([], [ahead({ used: null, lower: null, upper: null })])).toMatchObject({
      forecast: null,
      interval: null,
    })
  })

  it('puts its sign above all that is drawn of the month', () => {
    expect(pointOf([past({ used: 96, marks: ['scaled'] })])).toMatchObject({ sign: 'stockOut', signAt: 96 })
    expect(pointOf([past({ demand: 168, used: 96, marks: ['capped'] })])).toMatchObject({ sign: 'capped', signAt: 168 })
    expect(pointOf([past({ demand: -3, used: null, marks: ['leftOut'] })])).toMatchObject({ signAt: 0 })
  })

  it('lets a person’s word go before what was computed', () => {
    expect(pointOf([past({ marks: ['capped', 'overruled'], override })])?.sign).toBe('overruled')
    expect(pointOf([], [ahead({ used: 60, override })])).toMatchObject({
      forecast: 60,
      computed: 20,
      sign: 'overruled',
    })
  })
})
