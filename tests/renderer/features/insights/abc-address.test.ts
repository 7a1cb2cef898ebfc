// The ABC question in the address: only what is understood, only what differs from the usual.
import { describe, expect, test } from 'vitest'
import { readAbcAddress, thresholdsOf } from '#renderer/features/insights/abc-address.ts'
import { windowOf } from '#renderer/features/insights/abc-window.ts'
import { asDay } from '#shared/dates.ts'

describe('address', () => {
  test('keeps what is understood', () => {
    const raw = { basis: 'quantity', window: 'own', from: '2026-01-01', a: 70, b: 90, view: 'table', id: 7 }
    expect(readAbcAddress(raw)).toEqual(raw)
  })

  test('leaves out the usual and what makes no sense', () => {
    expect(
      readAbcAddress({ basis: 'revenue', window: 'all', a: 80, b: 95, view: 'chart', id: 'x', from: '2026-02-30' }),
    ).toEqual({})
    expect(readAbcAddress({ a: 96 })).toEqual({})
    expect(readAbcAddress({ a: 90, b: 85 })).toEqual({})
    expect(readAbcAddress({ a: -1, b: 101 })).toEqual({})
  })

  test('limits become shares without the dirt of binary division', () => {
    expect(thresholdsOf({})).toEqual([0.8, 0.95])
    expect(thresholdsOf({ a: 82.3, b: 99.99 })).toEqual([0.823, 0.9999])
  })
})

describe('window', () => {
  const today = asDay('2026-11-22')
  test.each([
    ['all', {}],
    ['last12Months', { from: '2025-11-23', to: '2026-11-22' }],
    ['thisYear', { from: '2026-01-01', to: '2026-11-22' }],
    ['lastYear', { from: '2025-01-01', to: '2025-12-31' }],
    ['last90Days', { from: '2026-08-25', to: '2026-11-22' }],
  ] as const)('%s', (window, days) => {
    expect(windowOf({ window }, today)).toEqual(days)
  })

  test('own days may be open at either end', () => {
    expect(windowOf({ window: 'own', from: asDay('2026-01-01') }, today)).toEqual({ from: '2026-01-01' })
  })

  test('own days are the same whichever end was typed first', () => {
    const days = { from: asDay('2026-06-30'), to: asDay('2026-06-01') }
    expect(windowOf({ window: 'own', ...days }, today)).toEqual({ from: '2026-06-01', to: '2026-06-30' })
  })

  test('a year before 29 February begins with 1 March', () => {
    expect(windowOf({ window: 'last12Months' }, asDay('2024-02-29'))).toEqual({ from: '2023-03-01', to: '2024-02-29' })
  })
})
