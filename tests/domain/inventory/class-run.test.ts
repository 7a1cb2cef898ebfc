import { describe, expect, test } from 'vitest'
import { type ClassRun, type RunEntry, type RunRules, runClasses } from '#main/domain/inventory/class-run.ts'
import { isFigure } from '#main/domain/inventory/no-figure.ts'
import { usualHysteresis } from '#main/domain/inventory/settle-class.ts'
import { asDay } from '#shared/dates.ts'

const none = { class: null, pending: null }
const entry = (sku: string, value: number, cv: number | null, more: Partial<RunEntry> = {}): RunEntry => ({
  sku,
  value,
  variation: { periods: 12, cv },
  firstOn: asDay('2025-01-01'),
  before: { abc: none, xyz: none },
  ...more,
})
const rules: RunRules = {
  on: asDay('2026-03-02'),
  abc: ['0.8', '0.95'],
  xyz: [0.5, 1],
  hysteresis: usualHysteresis,
  shieldDays: 90,
}
const run = (entries: RunEntry[], change: Partial<RunRules> = {}): ClassRun<RunEntry> => {
  const result = runClasses(entries, { ...rules, ...change })
  if (!isFigure(result)) throw new Error(result.reason)
  return result
}
const told = ({ items }: ClassRun<RunEntry>) =>
  items.map(({ entry: { sku }, cell, abc, xyz }) => `${sku} ${cell} ${abc.reason} ${xyz.reason}`)

describe('a run of the class analysis', () => {
  test('the first one takes what the figures say', () => {
    const first = run([entry('low', 5, 1.4), entry('top', 80, 0.2), entry('mid', 15, 0.8), entry('dead', -3, null)])
    expect(told(first)).toEqual([
      'top AX first first',
      'mid BY first first',
      'low CZ first first',
      'dead CZ first first',
    ])
    expect(first.matrix.cells.AX).toEqual({ items: 1, value: 80, share: 0.8 })
    expect(first.matrix.cells.CZ).toMatchObject({ items: 2, share: 0.05 })
    expect(first.total).toBe(100)
  })

  test('just over a limit a product keeps its class and waits; far over, or with nothing sold, it moves', () => {
    const before = { abc: { class: 'A' as const, pending: null }, xyz: { class: 'X' as const, pending: null } }
    const next = run([
      entry('top', 81, 0.2, { before }),
      entry('near', 10, 0.54, { before }),
      entry('far', 9, 0.56, { before }),
      entry('dead', 0, null, { before }),
    ])
    expect(told(next)).toEqual([
      'top AX same same',
      'near AX waiting waiting',
      'far BY beyond-margin beyond-margin',
      'dead CZ beyond-margin beyond-margin',
    ])
    expect(next.items[1]).toMatchObject({ abc: { raw: 'B', pending: { class: 'B', runs: 1 } }, xyz: { raw: 'Y' } })
    // The matrix counts what holds.
    expect(next.matrix.cells.AX.items).toBe(2)
  })

  test('new products and those with too few periods stand apart', () => {
    const isNew = { firstOn: asDay('2026-02-01') }
    const result = run([
      entry('new', 60, 0.1, isNew),
      entry('short', 40, null, { variation: { periods: 1, cv: null } }),
    ])
    expect(told(result)).toEqual(['new unclassified new new', 'short unclassified first no-figures'])
    expect(result.items[0]?.abc.raw).toBe('A')
    expect(told(run([entry('new', 60, 0.1, isNew)], { shieldDays: 0 }))).toEqual(['new AX first first'])
  })

  test('nothing to class, and limits out of order', () => {
    expect(run([])).toMatchObject({ total: 0, items: [] })
    expect(runClasses([], { ...rules, abc: [0.9, 0.8] })).toEqual({
      status: 'invalid',
      reason: 'thresholds-out-of-order',
    })
    expect(runClasses([], { ...rules, xyz: [1, 0.5] })).toEqual({
      status: 'invalid',
      reason: 'thresholds-out-of-order',
    })
  })
})
