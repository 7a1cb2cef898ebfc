import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesFor, firstOriginOf } from '#main/domain/forecast/candidates.ts'
import { chooseMethod } from '#main/domain/forecast/choose-method.ts'
import { minimiseInBox } from '#main/domain/forecast/minimise-in-box.ts'
import { isNoFigure } from '#main/domain/forecast/no-figure.ts'
import { rollingSelect } from '#main/domain/forecast/rolling-selection.ts'

const naive = { name: 'naive', method: 'naive' as const }
const mean = { name: 'mean', method: 'mean' as const }
const ses = { name: 'ses0.5', method: 'ses' as const, parameters: { alpha: 0.5 } }

const select = (series: number[], firstOrigin: number, candidates: Parameters<typeof rollingSelect>[1]['candidates']) =>
  rollingSelect(series, { candidates, firstOrigin, seasonLength: 4 })

describe('rolling origin', () => {
  test('by hand: each forecast knows only what came before it', () => {
    const { candidates, best, tested } = select([4, 8, 6, 10, 6], 2, [naive, mean, ses])
    expect(tested).toEqual([2, 3, 4])
    expect(candidates.map(({ forecasts }) => forecasts)).toEqual([
      [8, 6, 10],
      [6, 6, 7],
      [6, 6, 8],
    ])
    const errors = candidates.map(({ accuracy }) => (isNoFigure(accuracy) ? null : accuracy.mae))
    expect(errors).toEqual([10 / 3, 5 / 3, 2])
    expect(best).toBe('mean')
  })

  test('what comes later changes nothing of a forecast', () => {
    const series = [7, 3, 9, 5, 6, 8, 12, 4, 7, 9]
    const holt = { name: 'holt', method: 'holt' as const }
    const one = select(series, 6, [holt]).candidates[0]?.forecasts ?? []
    const other = select([...series.slice(0, 8), 900, 900], 6, [holt]).candidates[0]?.forecasts ?? []
    expect(one).toHaveLength(4)
    expect(other.slice(0, 3)).toEqual(one.slice(0, 3))
  })

  test('a tie goes to the earlier, simpler one', () => {
    const flat = [5, 5, 5, 5, 5]
    expect(select(flat, 2, [naive, mean, ses]).best).toBe('naive')
    expect(select(flat, 2, [ses, naive]).best).toBe('ses0.5')
  })

  test('who cannot forecast every tested period is out, and it says why', () => {
    const seasonal = { name: 'seasonal', method: 'seasonalNaive' as const }
    const { candidates, best } = select([1, 5, 1, 5, 1, 5], 3, [naive, seasonal])
    expect(best).toBe('naive')
    expect(candidates[1]?.accuracy).toEqual({ status: 'undefined', reason: 'too-few-periods', needs: 4, has: 3 })
    expect(select([1, 5, 1, 5], 4, [naive]).best).toMatchObject({ reason: 'nothing-to-test-on' })
    expect(select([], 0, [naive]).best).toMatchObject({ reason: 'nothing-to-test-on' })
  })

  test('no forecast is held against a figure that was made up', () => {
    const input = { candidates: [naive], firstOrigin: 2, seasonLength: 4, notJudged: new Set([3]) }
    const found = rollingSelect([4, 4, 4, 90, 90], input)
    expect(found.tested).toEqual([2, 4])
    expect(found.candidates[0]?.accuracy).toMatchObject({ mae: 0 })
  })
})

describe('what is tested', () => {
  test('the last third, a year at most; a little less where Holt-Winters then has its two seasons', () => {
    expect([6, 12, 24, 36, 60].map((periods) => periods - firstOriginOf(periods, 12))).toEqual([2, 4, 8, 12, 12])
    expect([29, 30, 32, 35].map((periods) => firstOriginOf(periods, 12))).toEqual([20, 24, 24, 24])
  })

  test('SBA, TSB and the mean compete for rare demand, the others for steady demand', () => {
    expect(candidatesFor('lumpy').map(({ name }) => name)).toEqual(['mean', 'sba', 'tsb'])
    expect(candidatesFor('intermittent')).toBe(candidatesFor('lumpy'))
    expect(candidatesFor('erratic')).toBe(candidatesFor('smooth'))
    expect(candidatesFor('smooth')[0]).toEqual(naive)
  })
})

describe('the choice', () => {
  const input = { seasonLength: 12, wanted: null, hasGaps: false, notJudged: new Set<number>() }
  const choose = (series: number[], more: Partial<Parameters<typeof chooseMethod>[1]> = {}) =>
    chooseMethod(series, { ...input, demandClass: 'smooth', ...more })

  test('a straight line is told from chance', () => {
    const line = Array.from({ length: 24 }, (_, at) => 20 + 5 * at)
    expect(choose(line)).toMatchObject({ name: 'holt', chosenBy: 'test', firstOrigin: 16 })
  })

  test('a season over three years is forecast by Holt-Winters', () => {
    const season = [2, 3, 5, 8, 9, 11, 9, 7, 6, 4, 3, 2]
    const grown = Array.from({ length: 36 }, (_, at) => (season[at % 12] as number) * (20 + at) + ((at * 7919) % 5))
    expect(choose(grown)?.fit.method).toBe('holtWintersMultiplicative')
    expect(choose(grown)?.naive).toMatchObject({ name: 'naive', accuracy: { count: 12 } })
  })

  test('too short a history has no test: the plain mean, by rule', () => {
    expect(choose([4, 6, 8, 6, 1])).toMatchObject({
      name: 'mean',
      chosenBy: 'rule',
      why: { reason: 'too-few-periods', needs: 6, has: 5 },
      firstOrigin: null,
      candidates: [],
    })
    expect(choose([])).toBeNull()
  })

  test('a method asked for by hand is taken, and tested beside the others', () => {
    const chosen = choose([9, 1, 8, 2, 9, 1, 8, 2, 7], { wanted: 'croston' })
    expect(chosen).toMatchObject({ name: 'croston', chosenBy: 'hand' })
    expect(chosen?.candidates.at(-1)).toMatchObject({ name: 'croston', accuracy: { count: 3 } })
    const season = choose([9, 1, 8, 2, 9, 1, 8, 2, 7], { wanted: 'holtWintersAdditive' })
    expect(season).toMatchObject({ name: 'mean', chosenBy: 'rule', why: { reason: 'not-two-seasons', needs: 24 } })
  })

  test('periods left out take a season its place', () => {
    const chosen = choose(
      Array.from({ length: 30 }, (_, at) => 10 + (at % 12)),
      { hasGaps: true },
    )
    const out = chosen?.candidates.filter(({ accuracy }) => isNoFigure(accuracy))
    expect(out?.map(({ name }) => name)).toEqual(['seasonalNaive', 'holtWintersAdditive', 'holtWintersMultiplicative'])
    expect(out?.every(({ accuracy }) => isNoFigure(accuracy) && accuracy.reason === 'periods-left-out')).toBe(true)
  })

  test('who was taken was off no more than any other', () => {
    const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 30 })
    const classes = fc.constantFrom('smooth' as const, 'lumpy' as const)
    fc.assert(
      fc.property(series, classes, (values, demandClass) => {
        const chosen = choose(values, { demandClass })
        const errors = (chosen?.candidates ?? []).flatMap(({ name, accuracy }) =>
          isNoFigure(accuracy) ? [] : [{ name, mae: accuracy.mae as number }],
        )
        const own = errors.find(({ name }) => name === chosen?.name)
        expect(own?.mae).toBeLessThanOrEqual(Math.min(...errors.map(({ mae }) => mae)) + 1e-9)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the search for parameters', () => {
  const box = { lower: [0, 0], upper: [1, 1] }
  const usual = { starts: [[0.5, 0.5]], searches: 1, edges: [0.25, 0.1], tolerance: 1e-12 }

  test('finds the bottom of a valley, and the side of the box where that lies outside', () => {
    const inside = minimiseInBox(([x = 0, y = 0]) => (x - 0.3) ** 2 + 3 * (y - 0.8 - x / 10) ** 2, { ...box, ...usual })
    expect(inside.point[0]).toBeCloseTo(0.3, 3)
    expect(inside.point[1]).toBeCloseTo(0.83, 3)
    const outside = minimiseInBox(([x = 0, y = 0]) => (x + 2) ** 2 + (y - 0.4) ** 2, { ...box, ...usual })
    expect(outside.point[0]).toBe(0)
    expect(outside.point[1]).toBeCloseTo(0.4, 3)
  })

  test('looks from several starts, and takes what is no number for the worst', () => {
    const twoValleys = ([x = 0]: readonly number[]) => Math.min((x - 0.1) ** 2 + 0.1, (x - 0.9) ** 2)
    const line = { lower: [0], upper: [1], searches: 2, edges: [0.05], tolerance: 1e-12 }
    expect(minimiseInBox(twoValleys, { ...line, starts: [[0.15], [0.8]] }).point[0]).toBeCloseTo(0.9, 3)
    const broken = ([x = 0]: readonly number[]) => (x < 0.5 ? Number.NaN : (x - 0.6) ** 2)
    expect(minimiseInBox(broken, { ...line, starts: [[0.9], [0.2]] }).point[0]).toBeCloseTo(0.6, 3)
    expect(minimiseInBox(() => Number.NaN, { ...line, starts: [[0.5]] }).value).toBe(Number.POSITIVE_INFINITY)
  })
})
