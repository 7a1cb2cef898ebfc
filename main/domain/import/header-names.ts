// The names of the columns: as the file has them, each once, none empty.
import { filledWidth } from './cell-shape.ts'
import { trimCell } from './cells/plain-text.ts'

/**
 * Column names from a header row: empty columns at the end dropped, an unnamed one inside called by its letter as in a
 * spreadsheet, a name that comes again marked ` (2)`.
 */
export function headerNames(cells: readonly string[]): string[] {
  const names = cells.slice(0, filledWidth(cells)).map((cell, index) => oneLine(cell) || columnLetters(index))
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`
    taken.add(unique)
    return unique
  })
}

/** The name of a column by its place: A, B … Z, AA. Files without a header are read by these. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}

function oneLine(cell: string): string {
  return trimCell(cell.replace(/\s+/g, ' '))
}
