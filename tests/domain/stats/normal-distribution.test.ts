import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inverseNormal,
  inverseUnitNormalLoss,
  normalDensity,
  normalProbability,
  unitNormalLoss,
} from '#main/domain/stats/normal-distribution.ts'

describe('the standard normal distribution', () => {
  test('known values: R pnorm, qnorm, dnorm', () => {
    const known: [number, number][] = [
      [0, 0.5],
      [0.5, 0.6914624612740131],
      [1, 0.8413447460685429],
      [1.96, 0.9750021048517795],
      [-3, 0.001349898031630095],
      [-6, 9.865876450376981e-10],
      [-10, 7.619853024160527e-24],
      [-37, 5.725571222524577e-300],
    ]
    for (const [x, p] of known) expect(normalProbability(x) / p).toBeCloseTo(1, 12)
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15)
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect(inverseNormal(0.9)).toBeCloseTo(1.2815515655446004, 14)
    expect(inverseNormal(1e-10)).toBeCloseTo(-6.361340902404056, 13)
    expect(inverseNormal(1e-300)).toBeCloseTo(-37.0471, 4)
    expect(inverseNormal(0.5)).toBe(0)
  })

  test('what does not exist is null, and far out there is no NaN', () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(inverseNormal(p)).toBeNull()
    for (const loss of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(inverseUnitNormalLoss(loss)).toBeNull()
    expect([normalProbability(-500), normalProbability(500)]).toEqual([0, 1])
    expect(unitNormalLoss(60)).toBe(0)
    expect(unitNormalLoss(-60)).toBe(60)
  })

  test('the inverse goes back where it came from', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(normalProbability(inverseNormal(p) ?? Number.NaN)).toBeCloseTo(p, 13)
      }),
    )
  })

  test('the loss falls from -k to 0, and its inverse finds it', () => {
    expect(unitNormalLoss(0)).toBeCloseTo(0.3989422804014327, 15)
    expect(unitNormalLoss(1)).toBeCloseTo(0.08331547058768628, 14)
    fc.assert(
      fc.property(fc.double({ min: -20, max: 12, noNaN: true }), (k) => {
        const loss = unitNormalLoss(k)
        expect(loss).toBeGreaterThan(Math.max(0, -k) - 1e-12)
        expect(loss).toBeGreaterThanOrEqual(unitNormalLoss(k + 0.01))
        if (k < 6) expect(inverseUnitNormalLoss(loss)).toBeCloseTo(k, 7)
      }),
    )
  })
})
