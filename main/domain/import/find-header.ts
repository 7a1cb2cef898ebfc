// Finds the row that names the columns, below titles and blank rows: the first whose shape fits the rows after it.
import { cellShape, filledWidth } from './cell-shape.ts'

/** How far down a header is looked for, and how many rows below one must fit it. */
const searched = 40
const compared = 30

/** Index of the header among the first rows of a file, or -1 where no row looks like one. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const end = Math.min(rows.length, searched)
  for (let index = 0; index < end; index += 1) {
    const row = rows[index] ?? []
    const below = rows.slice(index + 1, index + 1 + compared).filter((cells) => filledWidth(cells) > 0)
    if (looksLikeHeader(row) && fits(row, below)) return index
  }
  return -1
}

/** Most filled cells are words, and most of those differ. */
function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length === 0) return false
  const named = filled.filter(canName).length
  const different = new Set(filled.map((cell) => cell.trim().toLowerCase())).size
  return named >= filled.length * 0.7 && different >= filled.length * 0.5
}

/** Whether a cell could be a column's name: words, or a code that begins with a letter (`Address2`, `unit_price`). */
function canName(cell: string): boolean {
  if (cell.length > 120) return false
  const shape = cellShape(cell)
  return shape === 'words' || (shape === 'code' && /^\p{L}/u.test(cell.trim()) && !/[@]|:\/\//.test(cell))
}

/** The rows below are as wide as this one, and this one names more than half of their columns. */
function fits(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const width = filledWidth(row)
  if (below.length === 0) return true
  const bodyWidth = median(below.map(filledWidth))
  const names = row.filter((cell) => cell.trim() !== '').length
  if (names * 2 <= bodyWidth || (bodyWidth > 1 && width < 2)) return false
  const fitting = below.filter((cells) => cells.length === row.length || filledWidth(cells) <= width).length
  return fitting * 2 >= below.length
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
