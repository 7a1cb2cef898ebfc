// The row of explanations that some marketplaces put below the header.
import { cellShape } from './cell-shape.ts'

/**
 * Whether the row below the header explains the columns: only words, where the rows after it hold numbers, days or codes
 * in at least one of those columns.
 */
export function isDescriptionRow(row: readonly string[], after: readonly (readonly string[])[]): boolean {
  const shapes = row.map(cellShape)
  if (after.length === 0 || !shapes.every((shape) => shape === 'words' || shape === 'empty')) return false
  return shapes.some((shape, column) => shape === 'words' && isOfData(after.map((cells) => cells[column] ?? '')))
}

function isOfData(column: readonly string[]): boolean {
  const shapes = column.map(cellShape).filter((shape) => shape !== 'empty')
  return shapes.length > 0 && shapes.every((shape) => shape !== 'words')
}
