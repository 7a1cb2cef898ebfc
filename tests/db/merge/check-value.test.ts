import { expect, test } from 'vitest'
import { hasShape } from '#main/db/merge/check-value.ts'

const column = (name: string, type: string) => ({ name, type, notnull: 0 })

test('numbers with a fraction are what a column of them holds', () => {
  expect(hasShape(column('share', 'REAL'), 0.25)).toBe(true)
  expect(hasShape(column('share', 'REAL'), 1)).toBe(true)
  expect(hasShape(column('share', 'REAL'), null)).toBe(true)
  for (const wrong of ['0.25', Number.NaN, Number.POSITIVE_INFINITY, new Uint8Array(1)])
    expect(hasShape(column('share', 'REAL'), wrong)).toBe(false)
})

test('days, currencies and whole numbers keep their shape', () => {
  expect(hasShape(column('moved_on', 'TEXT'), '2026-03-01')).toBe(true)
  expect(hasShape(column('moved_on', 'TEXT'), 'soon')).toBe(false)
  expect(hasShape(column('currency', 'TEXT'), 'usd')).toBe(false)
  expect(hasShape(column('qty_milli', 'INTEGER'), 0.5)).toBe(false)
})
