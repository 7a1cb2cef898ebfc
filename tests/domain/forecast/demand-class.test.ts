import { describe, expect, test } from 'vitest'
import { demandPattern, isIntermittent } from '#main/domain/forecast/demand-class.ts'
import { isNoFigure } from '#main/domain/forecast/no-figure.ts'
import { findSeasonality } from '#main/domain/forecast/seasonality.ts'
import { seededRandom } from '#main/domain/stats/random.ts'

describe('the class of demand', () => {
  test('often or rare, even or uneven', () => {
    expect(demandPattern([0, 0, 10, 12, 11]).class).toBe('smooth')
    expect(demandPattern([1, 30, 2, 25, 1]).class).toBe('erratic')
    expect(demandPattern([5, 0, 0, 6, 0, 0, 5]).class).toBe('intermittent')
    expect(demandPattern([1, 0, 0, 40, 0, 0, 2]).class).toBe('lumpy')
    expect(['smooth', 'erratic', 'no demand'].map((name) => isIntermittent(name as 'smooth'))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('periods count from the first demand; returns are no demand', () => {
    expect(demandPattern([0, 0, 4, 0, -2, 4])).toEqual({
      class: 'intermittent',
      periods: 4,
      demands: 2,
      adi: 2,
      cv2: 0,
    })
  })

  test('ADI of 1.32 is rare, CV² of 0.49 uneven; one size alone is even', () => {
    // 33 periods, 25 with demand.
    const limit = Array.from({ length: 33 }, (_, at) => (at % 4 === 1 && at < 32 ? 0 : 7))
    expect(demandPattern(limit)).toMatchObject({ adi: 1.32, class: 'intermittent' })
    // Mean 10, sizes 3 and 17: s² = 98, over 100 is 0.98; with 10 between twice: 98/3 / 100.
    expect(demandPattern([3, 17, 10]).cv2).toBeCloseTo(0.49, 12)
    expect(demandPattern([3, 17, 10]).class).toBe('erratic')
    expect(demandPattern([9])).toMatchObject({ class: 'smooth', cv2: null, adi: 1 })
    expect(demandPattern([9, 0, 0])).toMatchObject({ class: 'intermittent', cv2: null })
  })

  test('no demand has a class of its own and no figures', () => {
    const none = { class: 'no demand', demands: 0, adi: null, cv2: null }
    expect(demandPattern([])).toMatchObject(none)
    expect(demandPattern([0, 0])).toMatchObject(none)
    expect(demandPattern([-3, 0])).toMatchObject(none)
  })
})

describe('seasonality', () => {
  const random = seededRandom(11, 'seasonality')
  const noise = (width: number) => width * (random.below(1000) / 1000 - 0.5)
  const made = (periods: number, figure: (at: number) => number) =>
    Array.from({ length: periods }, (_, at) => figure(at))

  test('two years with the same busy autumn have a season, growth or none', () => {
    const busy = (at: number) => 100 + (at % 12 >= 8 && at % 12 <= 10 ? 80 : 0) + noise(20)
    expect(findSeasonality(made(24, busy), 12)).toMatchObject({ isFound: true, seasonLength: 12 })
    expect(
      findSeasonality(
        made(36, (at) => busy(at) + 4 * at),
        12,
      ),
    ).toMatchObject({ isFound: true })
  })

  test('chance, growth, one wild month and no change at all have none', () => {
    expect(
      findSeasonality(
        made(36, () => 100),
        12,
      ),
    ).toMatchObject({ isFound: false, statistic: null })
    expect(
      findSeasonality(
        made(36, (at) => 5 + 3 * at),
        12,
      ),
    ).toMatchObject({ isFound: false })
    expect(
      findSeasonality(
        made(36, (at) => (at === 17 ? 900 : 100 + noise(40))),
        12,
      ),
    ).toMatchObject({ isFound: false })
  })

  test('chance is taken for a season about once in a hundred times, as the test says', () => {
    const found = made(400, () => 0).filter(() => {
      const result = findSeasonality(
        made(36, () => 100 + noise(60)),
        12,
      )
      return !isNoFigure(result) && result.isFound
    })
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(16)
  })

  test('the limit is the 99 % point of F, to 1 %', () => {
    const limit = (periods: number, seasonLength: number) => {
      const found = findSeasonality(made(periods, noise), seasonLength)
      return isNoFigure(found) ? Number.NaN : found.limit
    }
    const tables = [
      [24, 12, 4.4624],
      [36, 12, 3.1368],
      [24, 4, 5.0103],
      [104, 52, 1.9358],
    ] as const
    for (const [periods, seasonLength, exact] of tables) {
      expect(Math.abs(limit(periods, seasonLength) / exact - 1)).toBeLessThan(0.01)
    }
  })

  test('a season and nothing else is one, though nothing is left to hold it against', () => {
    const found = findSeasonality([3, -1, -1, -1, -1, 3, 3, -1, -1, -1, -1, 3], 6)
    expect(found).toMatchObject({ isFound: true, statistic: null })
  })

  test('less than two seasons cannot say', () => {
    expect(
      findSeasonality(
        made(23, () => 5),
        12,
      ),
    ).toEqual({
      status: 'undefined',
      reason: 'not-two-seasons',
      needs: 24,
      has: 23,
    })
  })
})
