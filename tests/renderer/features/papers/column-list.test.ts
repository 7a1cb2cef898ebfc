// The columns of a template, as the designer changes them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedColumn, shareOf, withColumn, withWidth } from '#renderer/features/papers/designer/column-list.ts'

const columns = [
  { key: 'sku', width: 20 },
  { key: 'name', width: 50 },
  { key: 'amount', width: 30 },
]
const keys = (list: readonly { key: string }[]) => list.map((column) => column.key)

test('a column is shown last, once, and taken out again; one always stays', () => {
  expect(keys(withColumn(columns, 'hs', true))).toEqual(['sku', 'name', 'amount', 'hs'])
  expect(withColumn(columns, 'sku', true)).toEqual(columns)
  expect(keys(withColumn(columns, 'name', false))).toEqual(['sku', 'amount'])
  expect(withColumn(columns.slice(0, 1), 'sku', false)).toEqual(columns.slice(0, 1))
})

test('a column moves by one place and stops at the ends', () => {
  expect(keys(movedColumn(columns, 'name', -1))).toEqual(['name', 'sku', 'amount'])
  expect(keys(movedColumn(columns, 'name', 1))).toEqual(['sku', 'amount', 'name'])
  expect(movedColumn(columns, 'sku', -1)).toEqual(columns)
  expect(movedColumn(columns, 'amount', 1)).toEqual(columns)
  expect(movedColumn(columns, 'none', 1)).toEqual(columns)
})

test('moving never loses or doubles a column', () => {
  const move = fc.tuple(fc.constantFrom('sku', 'name', 'amount'), fc.constantFrom(-1 as const, 1 as const))
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      const moved = moves.reduce((list, [key, by]) => movedColumn(list, key, by), columns)
      expect([...keys(moved)].sort()).toEqual([...keys(columns)].sort())
    }),
  )
})

test('a width is whole and within bounds, its share is of the whole table', () => {
  expect(withWidth(columns, 'sku', 12.6)[0]?.width).toBe(13)
  expect(withWidth(columns, 'sku', 0)[0]?.width).toBe(1)
  expect(withWidth(columns, 'sku', 900)[0]?.width).toBe(100)
  expect(shareOf(columns, 'name')).toBe(50)
  expect(shareOf(withWidth(columns, 'sku', 100), 'sku')).toBe(56)
  expect(shareOf([], 'sku')).toBe(0)
})
