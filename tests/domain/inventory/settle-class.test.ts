import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ClassQuestion,
  earlierClass,
  type SettledClass,
  settleClass,
} from '#main/domain/inventory/settle-class.ts'

type Letter = 'A' | 'B' | 'C'
const letters = ['A', 'B', 'C'] as const
const limits = [0.8, 0.95]
const rawOf = (position: number): Letter => (position < 0.8 ? 'A' : position < 0.95 ? 'B' : 'C')

const question = (position: number, before: Partial<ClassQuestion<Letter>['before']>, more = {}) => ({
  letters,
  limits,
  position,
  raw: rawOf(position),
  before: { class: null, pending: null, ...before },
  rules: { margin: 0.02, runsInARow: 2 },
  isNew: false,
  ...more,
})

describe('a class that holds', () => {
  test('the first run takes what the figures say', () => {
    expect(settleClass(question(0.81, {}))).toEqual({
      class: 'B',
      raw: 'B',
      pending: null,
      hasMoved: true,
      reason: 'first',
    })
  })

  test('beyond the margin the class changes at once, in both directions', () => {
    expect(settleClass(question(0.83, { class: 'A' }))).toMatchObject({ class: 'B', reason: 'beyond-margin' })
    expect(settleClass(question(0.77, { class: 'B' }))).toMatchObject({ class: 'A', reason: 'beyond-margin' })
    expect(settleClass(question(0.99, { class: 'A' }))).toMatchObject({ class: 'C', reason: 'beyond-margin' })
    expect(settleClass(question(Number.POSITIVE_INFINITY, { class: 'A' }))).toMatchObject({ class: 'C' })
  })

  test('within the margin it waits, and changes when the same class comes up again', () => {
    const first = settleClass(question(0.81, { class: 'A' }))
    expect(first).toEqual({
      class: 'A',
      raw: 'B',
      pending: { class: 'B', runs: 1 },
      hasMoved: false,
      reason: 'waiting',
    })
    expect(settleClass(question(0.805, first))).toMatchObject({
      class: 'B',
      pending: null,
      hasMoved: true,
      reason: 'repeated',
    })
    expect(settleClass(question(0.79, first))).toMatchObject({ class: 'A', pending: null, reason: 'same' })
  })

  test('how often is adjustable, and so is whether repeating counts at all', () => {
    const rules = { margin: 0.02, runsInARow: 3 }
    const second = settleClass(question(0.81, { class: 'A', pending: { class: 'B', runs: 1 } }, { rules }))
    expect(second).toMatchObject({ class: 'A', pending: { class: 'B', runs: 2 }, reason: 'waiting' })
    expect(settleClass(question(0.81, second, { rules }))).toMatchObject({ class: 'B', reason: 'repeated' })
    const marginAlone = { rules: { margin: 0.02, runsInARow: null } }
    expect(settleClass(question(0.81, { class: 'A', pending: { class: 'B', runs: 9 } }, marginAlone))).toMatchObject({
      class: 'A',
      reason: 'within-margin',
    })
  })

  test('a new product keeps what it has, and without figures there is no class', () => {
    expect(settleClass(question(0.99, {}, { isNew: true }))).toMatchObject({ class: null, raw: 'C', reason: 'new' })
    expect(settleClass({ ...question(0, { class: 'B' }), raw: null })).toMatchObject({
      class: null,
      hasMoved: true,
      reason: 'no-figures',
    })
  })

  test('what waits is read from the runs that are kept', () => {
    const run = (held: Letter | null, raw: Letter | null) => ({ class: held, raw })
    expect(earlierClass([])).toEqual({ class: null, pending: null })
    expect(earlierClass([run('A', 'A'), run('A', 'B')])).toEqual({ class: 'A', pending: null })
    expect(earlierClass([run('A', 'B')])).toEqual({ class: 'A', pending: { class: 'B', runs: 1 } })
    expect(earlierClass([run('A', 'B'), run('A', 'B'), run('A', 'A'), run('A', 'B')])).toEqual({
      class: 'A',
      pending: { class: 'B', runs: 2 },
    })
    expect(earlierClass([run('A', 'B'), run('B', 'B')])).toEqual({ class: 'A', pending: { class: 'B', runs: 1 } })
    expect(earlierClass([run(null, 'B'), run(null, 'B')])).toEqual({ class: null, pending: null })
  })
})

describe('runs one after another', () => {
  /** Runs over positions; each reads the earlier ones as they are kept. */
  function runAll(positions: readonly number[], rules: ClassQuestion<Letter>['rules']): SettledClass<Letter>[] {
    const runs: SettledClass<Letter>[] = []
    for (const position of positions) runs.unshift(settleClass(question(position, earlierClass(runs), { rules })))
    return runs.reverse()
  }
  const near = fc.array(fc.double({ min: 0.785, max: 0.815, noNaN: true }), { minLength: 2, maxLength: 30 })

  test('inside the margin nothing ever changes when only the margin counts', () => {
    fc.assert(
      fc.property(near, (positions) => {
        const runs = runAll(positions, { margin: 0.02, runsInARow: null })
        expect(new Set(runs.map((run) => run.class)).size).toBe(1)
      }),
    )
  })

  test('inside the margin a class that goes to and fro stays; only one that came up twice in a row moves', () => {
    fc.assert(
      fc.property(near, (positions) => {
        const runs = runAll(positions, { margin: 0.02, runsInARow: 2 })
        runs.forEach((run, index) => {
          if (!run.hasMoved || index === 0) return
          expect(runs[index - 1]?.raw).toBe(run.class)
          expect(runs[index - 1]?.hasMoved).toBe(false)
        })
      }),
    )
    const alternating = Array.from({ length: 20 }, (_, index) => (index % 2 ? 0.81 : 0.79))
    expect(runAll(alternating, { margin: 0.02, runsInARow: 2 }).every((run) => run.class === 'A')).toBe(true)
  })

  test('a class that stays the same settles, whatever came before', () => {
    const anywhere = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(anywhere, { maxLength: 12 }), anywhere, (before, end) => {
        const runs = runAll([...before, end, end], { margin: 0.02, runsInARow: 2 })
        expect(runs.at(-1)?.class).toBe(rawOf(end))
      }),
    )
  })
})
