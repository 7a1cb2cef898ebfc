import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  isSelected,
  newSelectionStore,
  nothing,
  type Selection,
  selectedCount,
  withRows,
} from '#renderer/ui/record-grid/selection.ts'

const all: Selection = { isAll: true, ids: new Set() }

describe('a selection', () => {
  test('of some rows holds their ids', () => {
    const some = withRows(nothing, [1, 2, 3], true)
    expect([1, 2, 3, 4].map((id) => isSelected(some, id))).toEqual([true, true, true, false])
    expect(selectedCount(some, 100)).toBe(3)
    expect(selectedCount(withRows(some, [2], false), 100)).toBe(2)
  })

  test('of all that match holds those left out', () => {
    const most = withRows(all, [5], false)
    expect(isSelected(most, 5)).toBe(false)
    expect(isSelected(most, 99_999)).toBe(true)
    expect(selectedCount(most, 100_000)).toBe(99_999)
    expect(selectedCount(withRows(most, [5], true), 100_000)).toBe(100_000)
  })

  test('always says of a row what was last said of it', () => {
    const step = fc.record({ ids: fc.array(fc.integer({ min: 1, max: 20 })), isChosen: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(nothing, all), fc.array(step), (start, steps) => {
        const said = new Map<number, boolean>()
        let selection = start
        for (const { ids, isChosen } of steps) {
          selection = withRows(selection, ids, isChosen)
          for (const id of ids) said.set(id, isChosen)
        }
        for (let id = 1; id <= 20; id += 1) expect(isSelected(selection, id)).toBe(said.get(id) ?? start.isAll)
        const counted = Array.from({ length: 20 }, (_, index) => index + 1).filter((id) => isSelected(selection, id))
        expect(selectedCount(selection, 20)).toBe(counted.length)
      }),
    )
  })
})

test('the store tells its listeners until they leave', () => {
  const store = newSelectionStore()
  const listener = vi.fn()
  const leave = store.subscribe(listener)
  store.set(all)
  leave()
  store.set(nothing)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(store.get()).toBe(nothing)
})
