// Cells that a spreadsheet would take for a formula get an apostrophe in front when a CSV file is written, and lose exactly
// that one when it is read again. The signs are those that OWASP names under "CSV Injection", the full-width ones included,
// and the line feed, because reading turns a carriage return into one.

const dangerous = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const number = /^-\d+(?:[.,]\d+)*$/

/** The cell as it may stand in a CSV file. Negative numbers stay numbers. */
export function guardCell(cell: string): string {
  return dangerous.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before `guardCell`. */
export function unguardCell(cell: string): string {
  return cell.charCodeAt(0) === 39 && guarded.test(cell) ? cell.slice(1) : cell
}
