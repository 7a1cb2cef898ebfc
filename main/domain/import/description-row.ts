// The row of explanations that some marketplaces put below the header.
import { cellShape } from './cell-shape.ts'

/** A row with one bad number is no explanation: so many columns of data must hold words instead. */
const leastExplained = 2

/**
 * Whether the row below the header explains the columns: only words, where the rows after it hold numbers, days or codes.
 * One such column is enough in a row that leaves most of the others empty, which no row of data does.
 */
export function isDescriptionRow(row: readonly string[], after: readonly (readonly string[])[]): boolean {
  const shapes = row.map(cellShape)
  if (after.length === 0 || !shapes.every((shape) => shape === 'words' || shape === 'empty')) return false
  const explained = shapes.filter(
    (shape, column) => shape === 'words' && isOfData(after.map((cells) => cells[column] ?? '')),
  )
  const isSparse = after.every((cells) => filledCells(row) * 2 < filledCells(cells))
  return explained.length >= (isSparse ? 1 : leastExplained)
}

function filledCells(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

function isOfData(column: readonly string[]): boolean {
  const shapes = column.map(cellShape).filter((shape) => shape !== 'empty')
  return shapes.length > 0 && shapes.every((shape) => shape !== 'words')
}
