// What findings mean: the limits themselves, what no limit is set for, and samples that are too small to pass anything.
import { describe, expect, test } from 'vitest'
import { planFor, type Scheme, verdictOf } from '#main/domain/inspection/inspection-verdict.ts'

const usual: Scheme = { level: 'II', aqls: { critical: '', major: '2.5', minor: '4.0' } }
const plan = planFor(2000, usual)
const found = (critical: number, major: number, minor: number) =>
  [
    { severity: 'critical', pieces: critical },
    { severity: 'major', pieces: major },
    { severity: 'minor', pieces: minor },
  ] as const

describe('the verdict of an inspection', () => {
  test('passes at the acceptance number and fails at the rejection number', () => {
    expect(plan).toMatchObject({ letter: 'K', sampleSize: 125 })
    expect(verdictOf({ plan, sampleSize: null, findings: found(0, 7, 10) }).result).toBe('passed')
    expect(verdictOf({ plan, sampleSize: null, findings: found(0, 8, 0) }).result).toBe('failed')
    expect(verdictOf({ plan, sampleSize: null, findings: found(0, 0, 11) }).result).toBe('failed')
  })

  test('findings of one severity add up over their lines', () => {
    const findings = [...found(0, 4, 0), ...found(0, 4, 0)]
    const verdict = verdictOf({ plan, sampleSize: 125, findings })
    expect(verdict.severities.find(({ severity }) => severity === 'major')).toEqual({
      severity: 'major',
      found: 8,
      accept: 7,
      verdict: 'failed',
    })
  })

  test('one critical piece fails the lot, unless a limit for them was set', () => {
    expect(verdictOf({ plan, sampleSize: null, findings: found(1, 0, 0) }).result).toBe('failed')
    const set = planFor(2000, { ...usual, aqls: { ...usual.aqls, critical: '1.0' } })
    expect(verdictOf({ plan: set, sampleSize: null, findings: found(3, 0, 0) }).result).toBe('passed')
    expect(verdictOf({ plan: set, sampleSize: null, findings: found(4, 0, 0) }).result).toBe('failed')
  })

  test('a sample that is too small can fail a lot and cannot pass it', () => {
    const small = verdictOf({ plan, sampleSize: 124, findings: [] })
    expect(small).toMatchObject({ result: null, reason: 'sample-too-small' })
    expect(verdictOf({ plan, sampleSize: 10, findings: found(0, 8, 0) }).result).toBe('failed')
  })

  test('without a lot there is no plan, and only critical findings say anything', () => {
    expect(planFor(null, usual)).toBeNull()
    expect(verdictOf({ plan: null, sampleSize: 20, findings: found(0, 5, 5) })).toMatchObject({
      result: null,
      reason: 'no-lot',
    })
    expect(verdictOf({ plan: null, sampleSize: 20, findings: found(1, 0, 0) }).result).toBe('failed')
  })

  test('severities without a limit never fail, whatever is found', () => {
    const none = planFor(2000, { level: 'II', aqls: { critical: '', major: '', minor: '' } })
    expect(none).toMatchObject({ sampleSize: 0, plans: [] })
    expect(verdictOf({ plan: none, sampleSize: null, findings: found(0, 900, 900) }).result).toBe('passed')
  })

  test('a sample is drawn for the severity that asks for the most', () => {
    const mixed = planFor(80, { level: 'II', aqls: { critical: '0.65', major: '2.5', minor: '4.0' } })
    // The arrows lead away from letter E: 20 pieces for critical and major, 13 for minor.
    expect(mixed?.plans.map(({ sampleSize, accept }) => [sampleSize, accept])).toEqual([
      [20, 0],
      [20, 1],
      [13, 1],
    ])
    expect(mixed).toMatchObject({ letter: 'E', sampleSize: 20 })
  })
})
