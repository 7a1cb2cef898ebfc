import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accuracy, trackingSignal } from '#main/domain/forecast/accuracy.ts'

describe('accuracy', () => {
  test('by hand: errors 2, -4, 6', () => {
    const found = accuracy([10, 16, 20], [8, 20, 14], { series: [5, 8, 6], seasonLength: 1 })
    expect(found).toMatchObject({ count: 3, mae: 4, sse: 56, mapeCount: 3, missing: {} })
    expect(found.me).toBeCloseTo(4 / 3, 12)
    expect(found.mse).toBeCloseTo(56 / 3, 12)
    expect(found.rmse).toBeCloseTo(Math.sqrt(56 / 3), 12)
    expect(found.mape).toBeCloseTo((20 + 25 + 30) / 3, 12)
    expect(found.smape).toBeCloseTo((400 / 18 + 800 / 36 + 1200 / 34) / 3, 12)
    expect(found.wape).toBeCloseTo((100 * 12) / 46, 12)
    expect(found.mase).toBeCloseTo(4 / 2.5, 12)
  })

  test('what cannot be divided is null with a reason, never 0, NaN or Infinity', () => {
    const zeros = accuracy([0, 0], [1, 0], { series: [4, 4, 4], seasonLength: 1 })
    expect(zeros).toMatchObject({ mae: 0.5, mape: null, mapeCount: 0, wape: null, mase: null, smape: 100 })
    expect(zeros.missing).toEqual({
      mape: { status: 'undefined', reason: 'nothing-to-divide-by' },
      wape: { status: 'undefined', reason: 'nothing-to-divide-by' },
      mase: { status: 'undefined', reason: 'nothing-to-divide-by' },
    })
    expect(accuracy([3], [2], { series: [4], seasonLength: 1 }).missing.mase).toMatchObject({ needs: 2, has: 1 })
    expect(accuracy([3], [2]).mase).toBeNull()
    const nothing = accuracy([], [])
    expect(nothing).toMatchObject({ count: 0, me: null, mae: null, rmse: null, smape: null })
    expect(nothing.missing.all).toMatchObject({ reason: 'nothing-to-test-on' })
  })

  test('MAPE counts only what is not 0', () => {
    expect(accuracy([0, 10], [5, 5])).toMatchObject({ mape: 50, mapeCount: 1, count: 2 })
  })

  test('lists of different length are refused', () => {
    expect(() => accuracy([1, 2], [1])).toThrow(RangeError)
  })

  test('MAE is at most RMSE, and no figure is anything but a number or null', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 500 }), fc.integer({ min: -50, max: 500 })))
    fc.assert(
      fc.property(pairs, (given) => {
        const found = accuracy(
          given.map(([actual]) => actual),
          given.map(([, forecast]) => forecast),
        )
        for (const value of Object.values(found))
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
        if (found.mae !== null) expect(found.mae).toBeLessThanOrEqual((found.rmse ?? 0) + 1e-9)
        if (found.smape !== null) expect(found.smape).toBeLessThanOrEqual(200 + 1e-9)
      }),
    )
  })
})

describe('tracking signal', () => {
  test('the errors summed, in units of their mean size', () => {
    expect(trackingSignal([10, 12, 9], [8, 8, 9])).toEqual({ cumulativeError: 6, mad: 2, signal: 3 })
    expect(trackingSignal([1, 5], [3, 3]).signal).toBe(0)
  })

  test('does not exist where nothing was off', () => {
    expect(trackingSignal([4, 4], [4, 4])).toEqual({ cumulativeError: 0, mad: 0, signal: null })
    expect(trackingSignal([], []).signal).toBeNull()
  })
})
