// One record of a CSV file as text: quoted where it must be (RFC 4180), guarded against formulas.
import { guardCell } from './export-guard.ts'

/** The cells as one record with its line end (CRLF, as RFC 4180 has it); reading it gives back the same cells. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  // A single empty cell would be a blank line, and those are skipped.
  if (cells.length === 1 && cells[0] === '') return '""\r\n'
  return `${cells.map((cell) => quoted(guardCell(cell), delimiter)).join(delimiter)}\r\n`
}

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes('"') || cell.includes(delimiter) || /[\r\n]|^\s|\s$/.test(cell)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}
