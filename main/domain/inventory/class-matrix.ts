// The ABC-XYZ matrix: nine cells and what is not classified, each with its products and its share of the positive value.
import type { AbcClass } from './abc.ts'
import type { XyzClass } from './xyz.ts'

export type ClassCell = `${AbcClass}${XyzClass}`

const abcClasses = ['A', 'B', 'C'] as const
const xyzClasses = ['X', 'Y', 'Z'] as const
/** Row by row: AX, AY, AZ, BX … CZ. */
export const classCells: readonly ClassCell[] = abcClasses.flatMap((abc) =>
  xyzClasses.map((xyz): ClassCell => `${abc}${xyz}`),
)

/** Null in one of the two is not classified. `value` in any one unit; what is not positive has no share. */
export type ClassedItem = { readonly abc: AbcClass | null; readonly xyz: XyzClass | null; readonly value: number }

export type MatrixCell = {
  items: number
  value: number
  /** Of the positive value of all items; null where there is none. */
  share: number | null
}

export type ClassMatrix = { cells: Record<ClassCell | 'unclassified', MatrixCell>; items: number; total: number }

export function cellOf(abc: AbcClass | null, xyz: XyzClass | null): ClassCell | 'unclassified' {
  return abc === null || xyz === null ? 'unclassified' : `${abc}${xyz}`
}

export function classMatrix(items: readonly ClassedItem[]): ClassMatrix {
  const cells = Object.fromEntries(
    [...classCells, 'unclassified' as const].map((cell): [string, MatrixCell] => [
      cell,
      { items: 0, value: 0, share: null },
    ]),
  ) as ClassMatrix['cells']
  let total = 0
  for (const { abc, xyz, value } of items) {
    const cell = cells[cellOf(abc, xyz)]
    const counted = Math.max(value, 0)
    cell.items += 1
    cell.value += counted
    total += counted
  }
  if (total > 0) for (const cell of Object.values(cells)) cell.share = cell.value / total
  return { cells, items: items.length, total }
}
