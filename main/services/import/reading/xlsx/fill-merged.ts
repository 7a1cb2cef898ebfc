// Cells merged downwards hold their value in the first row only; people mean it for each of the rows.
import type { MergedColumn } from './survey-sheet.ts'

/** A function that, called with the rows in order, fills in the values of cells merged downwards. */
export function fillMerged(merged: readonly MergedColumn[]): (line: number, cells: string[]) => void {
  const waiting = [...merged].sort((left, right) => left.firstRow - right.firstRow)
  // One per column: in a sound file no two overlap, and in another the work per row stays bounded.
  const open = new Map<number, { lastRow: number; value: string }>()
  let next = 0
  return (line, cells) => {
    for (const [column, span] of open) {
      if (span.lastRow < line) open.delete(column)
      else put(cells, column, span.value)
    }
    for (; next < waiting.length; next += 1) {
      const span = waiting[next]
      if (span === undefined || span.firstRow > line) break
      if (span.firstRow === line) open.set(span.column, { lastRow: span.lastRow, value: cells[span.column] ?? '' })
    }
  }
}

function put(cells: string[], column: number, value: string): void {
  if (value === '') return
  while (cells.length <= column) cells.push('')
  if (cells[column] === '') cells[column] = value
}
