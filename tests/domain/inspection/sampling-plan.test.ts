// The tables of ISO 2859-1, held against published examples and against what must hold everywhere in them.
import { describe, expect, test } from 'vitest'
import { codeLetter, samplingPlan } from '#main/domain/inspection/sampling-plan.ts'
import { aqls, type InspectionLevel, inspectionLevels } from '#shared/schemas/inspections.ts'

const lots = [1, 2, 8, 9, 15, 16, 25, 26, 50, 51, 90, 91, 150, 151, 280, 281, 500, 501, 1200, 1201, 3200, 3201, 10_000]
const largeLots = [10_001, 35_000, 35_001, 150_000, 150_001, 500_000, 500_001, 9_000_000]

describe('code letters of table 1', () => {
  test.each([
    [2, 'II', 'A'],
    [8, 'III', 'B'],
    [9, 'II', 'B'],
    [51, 'II', 'E'],
    [90, 'I', 'C'],
    [500, 'II', 'H'],
    [501, 'II', 'J'],
    [1200, 'I', 'G'],
    [1201, 'II', 'K'],
    [3200, 'III', 'L'],
    [10_000, 'II', 'L'],
    [35_000, 'II', 'M'],
    [150_000, 'II', 'N'],
    [500_000, 'II', 'P'],
    [500_001, 'II', 'Q'],
    [500_001, 'III', 'R'],
  ] as [number, InspectionLevel, string][])('a lot of %i at level %s is %s', (lot, level, letter) => {
    expect(codeLetter(lot, level)).toBe(letter)
  })
})

describe('plans of table 2-A', () => {
  test.each([
    // Plans that stand in their own row.
    [2000, 'II', '2.5', 'K', 125, 7],
    [2000, 'II', '4.0', 'K', 125, 10],
    [2000, 'II', '1.0', 'K', 125, 3],
    [80, 'II', '1.0', 'E', 13, 0],
    [400, 'II', '2.5', 'H', 50, 3],
    [400, 'II', '4.0', 'H', 50, 5],
    [1000, 'II', '2.5', 'J', 80, 5],
    [1000, 'II', '4.0', 'J', 80, 7],
    [5000, 'II', '2.5', 'L', 200, 10],
    [5000, 'II', '4.0', 'L', 200, 14],
    [5000, 'II', '0.65', 'L', 200, 3],
    [20_000, 'II', '2.5', 'M', 315, 14],
    [20_000, 'II', '6.5', 'L', 200, 21],
    [600_000, 'III', '0.65', 'R', 2000, 21],
    // Arrows: down to a larger sample, up to a smaller one.
    [80, 'II', '0.65', 'F', 20, 0],
    [400, 'II', '0.10', 'K', 125, 0],
    [200, 'II', '1.0', 'H', 50, 1],
    [120, 'II', '1.0', 'E', 13, 0],
    [60, 'II', '2.5', 'F', 20, 1],
    [20_000, 'II', '4.0', 'M', 315, 21],
    [600_000, 'III', '2.5', 'N', 500, 21],
  ] as const)(
    'a lot of %i at level %s with AQL %s: letter %s, %i pieces, accept %i',
    (lot, level, aql, letter, n, accept) => {
      expect(samplingPlan(lot, level, aql)).toEqual({
        letter,
        sampleSize: n,
        accept,
        reject: accept + 1,
        isWholeLot: false,
      })
    },
  )

  test('a sample as large as the lot is the lot', () => {
    expect(samplingPlan(40, 'II', '0.10')).toEqual({
      letter: 'K',
      sampleSize: 40,
      accept: 0,
      reject: 1,
      isWholeLot: true,
    })
    expect(samplingPlan(1, 'I', '6.5')).toMatchObject({ sampleSize: 1, accept: 0, isWholeLot: true })
    expect(samplingPlan(2, 'I', '6.5')).toMatchObject({ sampleSize: 2, isWholeLot: true })
  })

  test('larger lots never have smaller samples or acceptance numbers at one AQL', () => {
    for (const level of inspectionLevels) {
      for (const aql of aqls) {
        const plans = [...lots, ...largeLots].map((lot) => samplingPlan(lot, level, aql))
        for (const [at, plan] of plans.entries()) {
          const before = plans[at - 1]
          if (before) expect(plan.accept).toBeGreaterThanOrEqual(before.accept)
          // An arrow up leads back to the plan of the row above, and no further.
          if (before) expect(plan.sampleSize).toBeGreaterThanOrEqual(before.sampleSize)
        }
      }
    }
  })

  test('a coarser AQL never accepts less, nor a share beyond it that no lot would bear', () => {
    for (const lot of [...lots, ...largeLots]) {
      for (const level of inspectionLevels) {
        const plans = aqls.map((aql) => samplingPlan(lot, level, aql))
        for (const [at, plan] of plans.entries()) {
          const finer = plans[at - 1]
          if (finer) expect(plan.accept).toBeGreaterThanOrEqual(finer.accept)
          expect(plan.reject).toBe(plan.accept + 1)
          expect(plan.sampleSize).toBeLessThanOrEqual(lot)
          expect(plan.isWholeLot).toBe(plan.sampleSize === lot)
        }
      }
    }
  })

  // The plans of one diagonal expect the same number of nonconforming pieces at the AQL, within the steps of the standard's
  // series of preferred numbers: a row or a column typed wrong would stand out.
  test('sample size times AQL is one figure along each diagonal', () => {
    const sizes = new Map<number, number[]>()
    for (const aql of aqls) {
      for (const lot of largeLots.concat(lots)) {
        for (const level of inspectionLevels) {
          const plan = samplingPlan(lot, level, aql)
          if (plan.isWholeLot) continue
          const expected = (plan.sampleSize * Number(aql)) / 100
          sizes.set(plan.accept, [...(sizes.get(plan.accept) ?? []), expected])
        }
      }
    }
    for (const [, figures] of sizes) expect(Math.max(...figures) / Math.min(...figures)).toBeLessThan(1.15)
    expect([...sizes.keys()].sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 5, 7, 10, 14, 21])
  })
})
