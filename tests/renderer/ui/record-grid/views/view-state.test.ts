import { describe, expect, test } from 'vitest'
import { stateFromAddress } from '#renderer/lib/list-address.ts'
import { isModified, viewColumns, viewStateOf } from '#renderer/ui/record-grid/views/view-state.ts'

const columns = [
  { key: 'number', width: 120 },
  { key: 'customer', width: 200, grows: true },
  { key: 'total', width: 100 },
]
const shown = [
  { key: 'total', width: 100, isHidden: false },
  { key: 'number', width: 120, isHidden: true },
  { key: 'customer', width: null, isHidden: false },
]
const address = stateFromAddress({ q: 'oak', f: 'lineCount.between.2~5', s: '-total' })
const saved = viewStateOf(address, address.sort, shown)

describe('a view', () => {
  test('keeps what the list shows', () => {
    expect(saved).toMatchObject({ search: 'oak', archived: false, sort: [{ column: 'total', direction: 'desc' }] })
    expect(viewColumns(columns, saved).map(({ column }) => column.key)).toEqual(['total', 'number', 'customer'])
  })

  test('is modified by search, filters, sort and columns, and not by reading it again', () => {
    const now = (part: object) => ({ ...saved, ...part })
    expect(isModified(saved, saved, columns)).toBe(false)
    // The address gives back text where a number was saved.
    const numbers = now({ filters: [{ column: 'lineCount', op: 'between', values: [2, 5] }] })
    expect(isModified(saved, numbers, columns)).toBe(false)
    expect(isModified(now({ search: '' }), saved, columns)).toBe(true)
    expect(isModified(now({ filters: [] }), saved, columns)).toBe(true)
    expect(isModified(now({ columns: [...shown].reverse() }), saved, columns)).toBe(true)
    const narrower = shown.map((column) => (column.key === 'total' ? { ...column, width: 80.4 } : column))
    expect(isModified(now({ columns: narrower }), saved, columns)).toBe(true)
  })

  test('is not modified by a column that came with a newer version', () => {
    const more = [...columns, { key: 'note', width: 90, isHidden: true }]
    const now = {
      ...saved,
      columns: [...shown.slice(0, 1), { key: 'note', width: 90, isHidden: true }, ...shown.slice(1)],
    }
    expect(isModified(now, saved, more)).toBe(false)
  })
})
