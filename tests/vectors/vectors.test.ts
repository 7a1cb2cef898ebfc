import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { differences } from '#tests/vectors/compare.ts'
import { casesOf, reportLines, runCases } from '#tests/vectors/run-cases.ts'

const file = new URL('../../../shared/vectors/vectors.json', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the shared reference cases are not beside this project: their test is skipped')

/** Topics of what is built, by the beginnings of their names: none of their cases may be skipped. */
const built =
  /^(abc|xyz|stats|rounding|eoq|safety-stock|reorder|coverage|forecast-|costing|landed-cost|volumetric|supplier-|ahp|rfm|margin|carrier|cbm|ocean-freight)/

test.skipIf(!isThere)('the shared reference cases of what is built pass; other topics are skipped by name', () => {
  const report = runCases(casesOf(readFileSync(file, 'utf8')))
  expect(report.failures).toEqual([])
  expect(report.passed).toBeGreaterThan(90)
  expect([...report.skipped.keys()].filter((name) => built.test(name))).toEqual([])
  expect(reportLines(report).at(-1)).toMatch(/^\d+ passed, 0 failed, \d+ skipped$/)
})

describe('the runner', () => {
  const abc = (id: string, input: object, expected: unknown) => ({
    id,
    topic: 'abc',
    input: { op: 'abc', thresholds: [0.8, 0.95], ...input },
    expected,
    tolerance: 1e-9,
  })

  test('counts passed, failed and skipped, and names what differs', () => {
    const items = [
      { sku: 'A', value: '0.1' },
      { sku: 'B', value: '0.3' },
    ]
    const report = runCases([
      abc('right', { items }, { total: 0.4, order: ['B', 'A'], share: { A: 0.25 }, class: { A: 'A', B: 'A' } }),
      abc('wrong', { items }, { class: { B: 'C' } }),
      abc(
        'margin',
        { basis: 'margin', items: [{ sku: 'X', sales: '10', cost: '12.5' }] },
        { class: { X: 'C' }, total: 0 },
      ),
      abc('order of thresholds', { items, thresholds: [0.9, 0.8] }, { status: 'invalid' }),
      abc('no number', { items: [{ sku: 'A', value: 'x' }] }, { status: 'invalid' }),
      { ...abc('other op', { op: 'abc_of_tomorrow' }, {}) },
      { id: 'other topic', topic: 'tides', input: { op: 'tide' }, expected: {} },
    ])
    expect(reportLines(report)).toEqual([
      'FAILED wrong',
      '  /class/B: expected "C", got "A"',
      'skipped abc/abc_of_tomorrow (1): not built yet',
      'skipped tides (1): not built yet',
      '4 passed, 1 failed, 2 skipped',
    ])
  })

  test('a case that breaks the adapter has failed, not vanished', () => {
    const report = runCases([abc('no items', {}, {})])
    expect(report.failures).toEqual([{ id: 'no items', differences: [expect.stringContaining('threw TypeError')] }])
  })

  test('refuses a file that holds no cases', () => {
    expect(() => casesOf('{}')).toThrow('no list of cases')
  })
})

describe('comparing', () => {
  test('one tolerance for all numbers, or one per key; text, order and null are exact', () => {
    expect(differences({ a: [1, 2], b: null }, { a: [1.04, 2], b: null, c: 9 }, 0.05)).toEqual([])
    expect(differences({ a: [1, 2] }, { a: [2, 1] }, 0.05)).toHaveLength(2)
    expect(differences({ a: 1, b: 1 }, { a: 1.04, b: 1.04 }, { a: 0.05 })).toEqual(['/b: expected 1, got 1.04'])
    expect(differences({ a: { x: 1 } }, { a: { x: 1.04 } }, { a: 0.05 })).toEqual([])
    expect(differences({ b: null }, { b: 0 }, 1)).toHaveLength(1)
    expect(differences({ a: '1.0' }, { a: '1.00' }, 1)).toHaveLength(1)
    expect(differences({ a: 1 }, { a: Number.NaN }, 1)).toHaveLength(1)
    expect(differences({ a: 5 }, { a: 4 }, 'upper bound')).toEqual([])
    expect(differences({ a: 5 }, { a: 6 }, 'upper bound')).toHaveLength(1)
    expect(differences({ status: 'undefined' }, null, 0)).toHaveLength(1)
  })
})
