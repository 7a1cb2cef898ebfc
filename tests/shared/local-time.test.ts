import { describe, expect, test } from 'vitest'
import { instantOf, isLocalTime, isZone } from '#shared/local-time.ts'

const utc = (text: string) => Date.parse(`${text}Z`)

describe('local times', () => {
  test.each([
    ['2026-11-23', true],
    ['2026-11-23T14:05', true],
    ['2026-11-23T14:05:09', true],
    ['2026-11-23 14:05', false],
    ['2026-02-30T14:05', false],
    ['2026-11-23T24:00', false],
    ['2026-11-23T', false],
  ])('%s', (text, isOne) => {
    expect(isLocalTime(text)).toBe(isOne)
  })

  test.each([
    ['+08:00', true],
    ['-03:30', true],
    ['+15:00', false],
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Berlin', false],
    ['', false],
  ])('zone %s', (zone, isOne) => {
    expect(isZone(zone)).toBe(isOne)
  })

  test('are instants by their zone, with the clocks of that day', () => {
    expect(instantOf('2026-11-23T14:05', '+08:00')).toBe(utc('2026-11-23T06:05'))
    expect(instantOf('2026-11-23T14:05', '-03:30')).toBe(utc('2026-11-23T17:35'))
    expect(instantOf('2026-11-23T14:05', '')).toBe(utc('2026-11-23T14:05'))
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe(utc('2026-07-01T10:00'))
    expect(instantOf('2026-12-01T12:00', 'Europe/Berlin')).toBe(utc('2026-12-01T11:00'))
    expect(instantOf('2026-11-23', 'Asia/Shanghai')).toBe(utc('2026-11-22T16:00'))
  })

  test('around the leaps of the clocks', () => {
    expect(instantOf('2026-03-29T01:59', 'Europe/Berlin')).toBe(utc('2026-03-29T00:59'))
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30'))
    expect(instantOf('2026-03-29T03:00', 'Europe/Berlin')).toBe(utc('2026-03-29T01:00'))
  })
})
