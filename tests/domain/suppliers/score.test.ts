import { describe, expect, test } from 'vitest'
import { ahpWeights } from '#main/domain/suppliers/ahp.ts'
import { priceVariance } from '#main/domain/suppliers/price-variance.ts'
import { proposeDecision, trendOf } from '#main/domain/suppliers/propose-decision.ts'
import { quadrantOf, usualSpendLimit } from '#main/domain/suppliers/quadrant.ts'
import { responseHours } from '#main/domain/suppliers/response-hours.ts'
import {
  gradeOf,
  isWorse,
  linearScore,
  ownShare,
  pulled,
  ranksOf,
  recencyWeight,
  totalScore,
} from '#main/domain/suppliers/score.ts'
import type { Instant } from '#shared/dates.ts'

describe('scores', () => {
  test('a scale that has no length is refused', () => {
    expect(() => linearScore(1, { floor: 1, target: 1 })).toThrow(RangeError)
    expect(linearScore(null, { floor: 0, target: 1 })).toBeNull()
  })

  test('nothing scored is undefined, no weight or a negative one invalid', () => {
    expect(totalScore([{ weight: 1, score: null }])).toBe('undefined')
    expect(totalScore([])).toBe('undefined')
    expect(totalScore([{ weight: 0, score: 5 }])).toBe('invalid')
    expect(
      totalScore([
        { weight: 2, score: 5 },
        { weight: -1, score: 5 },
      ]),
    ).toBe('invalid')
    expect(
      totalScore([
        { weight: 0, score: 5 },
        { weight: 1, score: null },
      ]),
    ).toBe('undefined')
    expect(
      totalScore([
        { weight: 3, score: 80 },
        { weight: 1, score: null },
      ]),
    ).toEqual({ score: 80, coverage: 0.75 })
  })

  test('few cases pull towards the peers, none count nothing, k = 0 pulls nobody', () => {
    expect(ownShare(5, 5)).toBe(0.5)
    expect(ownShare(0, 5)).toBe(0)
    expect(ownShare(0, 0)).toBe(1)
    expect(pulled(100, 60, ownShare(15, 5))).toBe(90)
    expect(pulled(100, null, 0.2)).toBe(100)
  })

  test('a case counts half after each half-life, and no more than whole', () => {
    expect([0, 90, 180, -5].map((days) => recencyWeight(days, 90))).toEqual([1, 0.5, 0.25, 1])
    expect(recencyWeight(5000, null)).toBe(1)
  })

  test('equals share a rank; noise does not part them', () => {
    expect(ranksOf([88, 91.5, 88 + 1e-12, null, 60])).toEqual([2, 1, 2, null, 4])
    expect(ranksOf([])).toEqual([])
  })

  test('a limit belongs to the better grade', () => {
    const from = { A: 85, B: 70, C: 55 }
    expect([100, 85, 84.999, 70 - 1e-12, 55, 54, 0].map((score) => gradeOf(score, from))).toEqual([
      'A',
      'A',
      'B',
      'B',
      'C',
      'D',
      'D',
    ])
    expect(gradeOf(null, from)).toBeNull()
    expect([isWorse('C', 'B'), isWorse('A', 'B'), isWorse('B', 'B')]).toEqual([true, false, false])
  })
})

describe('pairwise comparison', () => {
  test('one and two are always consistent', () => {
    expect(ahpWeights([[1]])).toMatchObject({ weights: [1], lambdaMax: 1, ci: 0, cr: 0 })
    expect(
      ahpWeights([
        [1, 9],
        [1 / 9, 1],
      ]),
    ).toMatchObject({ cr: 0, ci: 0 })
  })

  test('a circle of preferences converges to equal weights and is bad', () => {
    const found = ahpWeights([
      [1, 9, 1 / 9],
      [1 / 9, 1, 9],
      [9, 1 / 9, 1],
    ])
    if (found.status !== 'ok') throw new Error('refused')
    for (const weight of found.weights) expect(weight).toBeCloseTo(1 / 3, 9)
    expect(found.cr).toBeGreaterThan(0.1)
  })

  test('a consistent matrix gives back its weights', () => {
    const weights = [0.4, 0.3, 0.2, 0.1]
    const found = ahpWeights(weights.map((row) => weights.map((column) => row / column)))
    if (found.status !== 'ok') throw new Error('refused')
    for (const [index, weight] of found.weights.entries()) expect(weight).toBeCloseTo(weights[index] ?? 0, 9)
    expect(found.cr).toBeCloseTo(0, 9)
  })

  test('what is no comparison is refused', () => {
    expect(
      ahpWeights([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual({ status: 'invalid', reason: 'not-reciprocal' })
    expect(ahpWeights([[1, 2]])).toEqual({ status: 'invalid', reason: 'not-square' })
    expect(ahpWeights([])).toEqual({ status: 'invalid', reason: 'not-square' })
    expect(
      ahpWeights([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual({ status: 'invalid', reason: 'not-positive' })
    expect(
      ahpWeights([
        [2, 1],
        [1, 1],
      ]),
    ).toEqual({ status: 'invalid', reason: 'not-reciprocal' })
  })

  test('beyond ten criteria there are weights and no ratio', () => {
    expect(ahpWeights(Array.from({ length: 11 }, () => Array(11).fill(1)))).toMatchObject({ status: 'ok', cr: null })
  })
})

describe('price, answers, quadrants', () => {
  test('what has no standard is outside; a base of 0 has no share', () => {
    expect(priceVariance([{ standard: '0', actual: '1.10', quantity: '3' }])).toMatchObject({
      total: '3.3',
      share: null,
    })
    expect(
      priceVariance([
        { standard: null, actual: '1', quantity: '3' },
        { standard: '2', actual: '1.9', quantity: '10' },
      ]),
    ).toMatchObject({
      each: [null, '-1'],
      share: -0.05,
    })
    expect(priceVariance([{ standard: '-1', actual: '1', quantity: '3' }])).toBeNull()
    expect(priceVariance([])).toMatchObject({ each: [], total: '0', share: null })
  })

  test('answers are averaged, the others counted', () => {
    const at = (hours: number) => (hours * 3_600_000) as Instant
    expect(
      responseHours([
        { sentAt: at(0), answeredAt: at(5) },
        { sentAt: at(1), answeredAt: null },
      ]),
    ).toEqual({ meanHours: 5, answered: 1, unanswered: 1 })
    expect(responseHours([])).toEqual({ meanHours: null, answered: 0, unanswered: 0 })
    expect(responseHours([{ sentAt: at(5), answeredAt: at(4) }])).toBeNull()
  })

  test('spend is split where 80 % of it are reached', () => {
    expect(usualSpendLimit([500, 300, 100, 100])).toBe(300)
    expect(usualSpendLimit([])).toBe(0)
    const limits = { spend: 300, score: 70 }
    expect(
      [
        [300, 70],
        [300, 69],
        [299, 70],
        [0, 0],
      ].map(([spend = 0, score = 0]) => quadrantOf({ spend, score }, limits)),
    ).toEqual(['strategic', 'develop', 'grow', 'replaceable'])
  })
})

describe('proposals', () => {
  const standing = { grade: 'A', previousGrade: 'A', scores: [80, 81, 80], spendShare: 0.15, cases: 20 } as const

  test('the trend is the last score against those before it', () => {
    expect([trendOf([80]), trendOf([80, 83]), trendOf([80, 77]), trendOf([80, null, 81]), trendOf([])]).toEqual([
      null,
      'rising',
      'falling',
      'steady',
      null,
    ])
  })

  test.each([
    [{}, 'grow'],
    [{ spendShare: 0.5 }, 'keep'],
    [{ scores: [90, 86] }, 'keep'],
    [{ cases: 2 }, 'keep'],
    [{ grade: 'B' }, 'keep'],
    [{ grade: 'B', scores: [70, 75], spendShare: 0.05 }, 'grow'],
    [{ grade: 'B', scores: [80, 75] }, 'improve'],
    [{ grade: 'C' }, 'improve'],
    [{ grade: 'D' }, 'replace'],
    [{ grade: 'D', scores: [30, 45] }, 'improve'],
    [{ grade: 'D', cases: 1 }, 'improve'],
    [{ grade: 'D', spendShare: 0.6 }, 'improve'],
    [{ grade: 'D', spendShare: 0.6, previousGrade: 'D' }, 'replace'],
    [{ grade: null }, null],
  ] as const)('%j: %s', (given, decision) => {
    const proposal = proposeDecision({ ...standing, ...given })
    expect(proposal.decision).toBe(decision)
    expect(proposal.reasons.length > 0).toBe(decision !== null)
  })
})
