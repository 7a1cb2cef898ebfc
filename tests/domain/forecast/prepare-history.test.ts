import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capOutliers } from '#main/domain/forecast/cap-outliers.ts'
import { fillStockOuts, type StockOutTreatment } from '#main/domain/forecast/fill-stock-outs.ts'
import { applyOverrides } from '#main/domain/forecast/overrides.ts'
import { type HistoryInput, prepareHistory } from '#main/domain/forecast/prepare-history.ts'
import { asDay } from '#shared/dates.ts'

const year = { seasonLength: 12 }

describe('outliers', () => {
  test('a lone peak is capped at median + 3.5 MAD / 0.6745, and at least twice the median', () => {
    // Median 10, deviations 0 0 0 1 1 2 2 190: MAD 1, so twice the median counts.
    const found = capOutliers([10, 9, 12, 200, 10, 11, 8, 10], year)
    expect(found).toMatchObject({ limit: 20, capped: [3] })
    expect(found.series).toEqual([10, 9, 12, 20, 10, 11, 8, 10])
    // Median 30, deviations 0 10 10 20 20 25 470: MAD 20.
    expect(capOutliers([5, 20, 30, 500, 50, 10, 40], year).limit).toBeCloseTo(30 + 70 / 0.6745, 9)
  })

  test('rare demand is measured by its own sizes, not by the months without', () => {
    expect(capOutliers([0, 10, 0, 0, 12, 0, 11, 0, 9, 0, 10, 0, 90, 0], year)).toMatchObject({ capped: [12] })
    expect(capOutliers([0, 10, 0, 0, 12, 0, 11, 0, 9, 0, 10, 0, 8, 0], year)).toMatchObject({ capped: [] })
  })

  test('two peaks side by side may be a new level, a year apart a season: both stay', () => {
    expect(capOutliers([10, 9, 12, 200, 210, 11, 8, 10, 9], year).capped).toEqual([])
    const seasonal = Array.from({ length: 24 }, (_, at) => (at % 12 === 10 ? 200 : 10 + (at % 3)))
    expect(capOutliers(seasonal, year).capped).toEqual([])
    expect(capOutliers(seasonal.slice(0, 20), year).capped).toEqual([10])
  })

  test('what is fixed is left as it is; with few demands nothing is unusual', () => {
    expect(capOutliers([10, 9, 12, 200, 10, 11, 8], { ...year, isFixed: (at) => at === 3 }).capped).toEqual([])
    expect(capOutliers([10, 9, 200, 10, 9], year)).toEqual({ series: [10, 9, 200, 10, 9], limit: null, capped: [] })
    expect(capOutliers([], year).limit).toBeNull()
  })

  test('never raises, keeps what is left out, and knows no unit', () => {
    const figure = fc.option(fc.integer({ min: -20, max: 400 }), { nil: null, freq: 8 })
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 30 }), (values) => {
        const found = capOutliers(values, year)
        for (const [at, value] of values.entries()) {
          if (value === null) expect(found.series[at]).toBeNull()
          else expect(found.series[at]).toBeLessThanOrEqual(value)
        }
        const thousandths = capOutliers(
          values.map((value) => (value === null ? null : value * 1024)),
          year,
        )
        expect(thousandths.capped).toEqual(found.capped)
      }),
    )
  })
})

describe('periods without stock', () => {
  const fill = (demand: number[], inStock: (number | null)[], treatment: StockOutTreatment = 'fill') =>
    fillStockOuts(demand, { treatment, inStock })

  test('fill: demand over the share of days in stock; bridged where that says too little', () => {
    expect(fill([10, 6, 0, 0, 16], [1, 0.5, 0.2, 0, null])).toEqual([
      { used: 10, mark: null },
      { used: 12, mark: 'scaled' },
      { used: expect.closeTo(12 + 4 / 3, 9), mark: 'bridged' },
      { used: expect.closeTo(12 + 8 / 3, 9), mark: 'bridged' },
      { used: 16, mark: null },
    ])
    expect(fill([0, 8, 0], [0.1, 1, 0]).map(({ used }) => used)).toEqual([8, 8, 8])
  })

  test('bridging takes nothing away from what was asked for all the same, and scaling leaves returns alone', () => {
    expect(fill([10, 30, 10], [1, 0, 1])[1]).toEqual({ used: 30, mark: 'bridged' })
    expect(fill([10, -4, 10], [1, 0.5, 1])[1]).toEqual({ used: -4, mark: null })
  })

  test('exclude leaves periods out, keep takes all as they are', () => {
    expect(fill([10, 3, 4], [1, 0.4, 0.6], 'exclude')).toEqual([
      { used: 10, mark: null },
      { used: null, mark: 'leftOut' },
      { used: 4, mark: null },
    ])
    expect(fill([10, 3], [1, 0], 'keep').map(({ used }) => used)).toEqual([10, 3])
  })

  test('never in stock: nothing is known', () => {
    expect(fill([0, 0], [0, 0])).toEqual([
      { used: null, mark: 'bridged' },
      { used: null, mark: 'bridged' },
    ])
  })

  test('a share beyond 0 to 1 is refused', () => {
    expect(() => fill([1], [1.2])).toThrow(RangeError)
  })
})

describe('overrules', () => {
  test('stand beside the computed figure; the last one of a period counts', () => {
    const periods = [
      { start: asDay('2026-05-01'), computed: 12.5, lower: 3 },
      { start: asDay('2026-06-01'), computed: -2, lower: 0 },
    ]
    const said = { start: asDay('2026-05-01'), demand: 80, note: 'Canton fair' }
    expect(applyOverrides(periods, [{ ...said, demand: 60 }, said])).toEqual([
      { ...periods[0], overruled: said, used: 80 },
      { ...periods[1], overruled: null, used: 0 },
    ])
  })
})

describe('the history that a forecast is made from', () => {
  const prepared = (input: Partial<HistoryInput> & { demand: number[] }) =>
    prepareHistory({
      period: 'month',
      start: asDay('2025-01-01'),
      stockOuts: 'fill',
      leastInStock: 0.5,
      outliers: 'cap',
      ...input,
    })

  test('begins with the first demand and marks every figure that was changed', () => {
    const { periods, outlierLimit } = prepared({
      demand: [0, 10, 5, 9, 300, 11, 10, 70, 10],
      inStock: [1, 1, 0.5, 1, 1, 1, 1, 1, 0.1],
      overrides: [{ start: asDay('2025-08-01'), demand: 12, note: 'fair' }],
    })
    // Twice the median of 9 10 10 10 11 12 12 300.
    expect(outlierLimit).toBe(21)
    expect(periods.map(({ start, demand, used, marks }) => [start.slice(5, 7), demand, used, marks])).toEqual([
      ['02', 10, 10, []],
      ['03', 5, 10, ['scaled']],
      ['04', 9, 9, []],
      ['05', 300, 21, ['capped']],
      ['06', 11, 11, []],
      ['07', 10, 10, []],
      ['08', 70, 12, ['overruled']],
      ['09', 10, 12, ['bridged']],
    ])
  })

  test('what a person said is neither scaled nor capped, and may be the first demand', () => {
    const overrides = [{ start: asDay('2025-02-01'), demand: 400 }]
    const { periods } = prepared({ demand: [0, 0, 9, 10, 11, 9, 10, 10], inStock: [1, 0.5], overrides })
    expect(periods[0]).toMatchObject({ start: '2025-02-01', demand: 0, used: 400, marks: ['overruled'] })
  })

  test('nothing asked for is no history', () => {
    expect(prepared({ demand: [0, 0, 0] })).toEqual({ periods: [], outlierLimit: null })
  })

  test('outliers may be kept', () => {
    const { periods, outlierLimit } = prepared({ demand: [10, 9, 12, 200, 10, 11, 8, 10], outliers: 'keep' })
    expect([periods[3]?.used, outlierLimit]).toEqual([200, null])
  })
})
