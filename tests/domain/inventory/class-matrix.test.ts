import { expect, test } from 'vitest'
import { stockPolicies, suggestedPolicies } from '#main/domain/inventory/cell-policies.ts'
import { classCells, classMatrix } from '#main/domain/inventory/class-matrix.ts'

test('cells count their items and their share of the positive value; what lacks a class stands apart', () => {
  const { cells, items, total } = classMatrix([
    { abc: 'A', xyz: 'X', value: 60 },
    { abc: 'A', xyz: 'Z', value: 20 },
    { abc: 'A', xyz: 'X', value: 10 },
    { abc: 'C', xyz: 'Z', value: -30 },
    { abc: 'B', xyz: null, value: 10 },
    { abc: null, xyz: 'X', value: 0 },
  ])
  expect({ items, total }).toEqual({ items: 6, total: 100 })
  expect(cells.AX).toEqual({ items: 2, value: 70, share: 0.7 })
  expect(cells.AZ).toEqual({ items: 1, value: 20, share: 0.2 })
  expect(cells.CZ).toEqual({ items: 1, value: 0, share: 0 })
  expect(cells.unclassified).toEqual({ items: 2, value: 10, share: 0.1 })
  expect(cells.BY).toEqual({ items: 0, value: 0, share: 0 })
})

test('without a positive value there are no shares, not shares of zero', () => {
  expect(classMatrix([{ abc: 'C', xyz: 'Z', value: -1 }]).cells.CZ).toEqual({ items: 1, value: 0, share: null })
  expect(classMatrix([])).toMatchObject({ items: 0, total: 0 })
})

test('every cell suggests a policy, and never promises less service to the more valuable or the steadier', () => {
  expect(classCells).toEqual(['AX', 'AY', 'AZ', 'BX', 'BY', 'BZ', 'CX', 'CY', 'CZ'])
  const level = (cell: string) => suggestedPolicies[cell as keyof typeof suggestedPolicies].serviceLevel
  for (const cell of classCells) {
    const [abc, xyz] = [...cell] as [string, string]
    expect(stockPolicies).toContain(suggestedPolicies[cell].policy)
    expect(level(`A${xyz}`)).toBeGreaterThanOrEqual(level(cell))
    expect(level(`${abc}X`)).toBeGreaterThanOrEqual(level(cell))
    expect(level(cell)).toBeGreaterThan(0.5)
    expect(level(cell)).toBeLessThan(1)
  }
})
