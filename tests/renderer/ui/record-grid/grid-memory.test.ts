import { describe, expect, test } from 'vitest'
import { placeColumns, readMemory } from '#renderer/ui/record-grid/grid-memory.ts'
import { nextSort } from '#renderer/ui/record-grid/grid-scope.ts'
import { questionOf } from '#renderer/ui/record-grid/question.ts'

const columns = [
  { key: 'sku', width: 120 },
  { key: 'name', width: 280, grows: true },
  { key: 'price', width: 100 },
  { key: 'note', width: 200, isHidden: true },
]
const keys = (placed: { column: { key: string } }[]) => placed.map(({ column }) => column.key)

describe('the memory of a list', () => {
  test('that was never kept gives the columns as the list declares them', () => {
    const placed = placeColumns(columns, readMemory(null))
    expect(keys(placed)).toEqual(['sku', 'name', 'price', 'note'])
    expect(placed.map(({ width }) => width)).toEqual([120, null, 100, 200])
    expect(placed.map(({ isHidden }) => isHidden)).toEqual([false, false, false, true])
  })

  test('brings back order, width and what is hidden', () => {
    const kept = JSON.stringify({
      columns: [
        { key: 'note', width: 90, isHidden: false },
        { key: 'price', width: 100, isHidden: true },
        { key: 'sku', width: 60, isHidden: false },
        { key: 'name', width: 300, isHidden: false },
      ],
      sort: [{ column: 'price', direction: 'desc' }],
    })
    const memory = readMemory(kept)
    const placed = placeColumns(columns, memory)
    expect(keys(placed)).toEqual(['note', 'price', 'sku', 'name'])
    expect(placed.map(({ width, isHidden }) => [width, isHidden])).toEqual([
      [90, false],
      [100, true],
      [60, false],
      [300, false],
    ])
    expect(memory.sort).toEqual([{ column: 'price', direction: 'desc' }])
  })

  test('of an older version puts new columns behind their neighbours and forgets those that are gone', () => {
    const kept = JSON.stringify({
      columns: [
        { key: 'price', width: 100, isHidden: false },
        { key: 'gone', width: 50, isHidden: false },
        { key: 'sku', width: 60, isHidden: false },
      ],
    })
    expect(keys(placeColumns(columns, readMemory(kept)))).toEqual(['price', 'note', 'sku', 'name'])
  })

  test('that cannot be read is none', () => {
    const usual = readMemory(undefined)
    expect(readMemory('{broken')).toEqual(usual)
    expect(readMemory('{"columns":[{"key":1}]}')).toEqual(usual)
    expect(readMemory('"text"')).toEqual(usual)
  })
})

describe('sorting by a head', () => {
  test('goes up, down, and off', () => {
    const up = nextSort([], 'price', false)
    const down = nextSort(up, 'price', false)
    expect(up).toEqual([{ column: 'price', direction: 'asc' }])
    expect(down).toEqual([{ column: 'price', direction: 'desc' }])
    expect(nextSort(down, 'price', false)).toEqual([])
    expect(nextSort(down, 'sku', false)).toEqual([{ column: 'sku', direction: 'asc' }])
  })

  test('with Shift keeps the others in their places', () => {
    const two = nextSort([{ column: 'sku', direction: 'asc' }], 'price', true)
    expect(two.map(({ column }) => column)).toEqual(['sku', 'price'])
    expect(nextSort(two, 'sku', true)).toEqual([
      { column: 'sku', direction: 'desc' },
      { column: 'price', direction: 'asc' },
    ])
    const full = ['a', 'b', 'c', 'd'].map((column) => ({ column, direction: 'asc' as const }))
    expect(nextSort(full, 'e', true)).toHaveLength(4)
  })
})

test('the question behind a selection leaves the order out', () => {
  const query = { search: 'mug', filters: [], archived: false }
  expect(questionOf({ ...query, sort: [{ column: 'sku', direction: 'asc' }] })).toBe(questionOf(query))
  expect(questionOf({ ...query, search: 'cup' })).not.toBe(questionOf(query))
})
