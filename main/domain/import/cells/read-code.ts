// Codes: SKUs, barcodes, order numbers, postal codes. They are text and stay as they are, leading zeros and all.
import type { CellValue } from './cell-value.ts'
import { trimCell } from './plain-text.ts'

const mangled = /^\d(?:[.,]\d+)?E\+\d{2}$/
const pointZero = /^\d+[.,]0+$/

/**
 * A code as text. `6.90123E+12` is what a spreadsheet leaves of a long number: its digits are lost, so it is refused.
 * `dropPointZero` is for columns where every code is a number written as `17850.0` by a program.
 */
export function readCode(text: string, dropPointZero = false): CellValue<string> {
  const code = unquoted(trimCell(text))
  if (code.length < 40 && mangled.test(code)) return { expected: 'unmangled-code' }
  return { value: dropPointZero && isPointZero(code) ? code.replace(/[.,]0+$/, '') : code }
}

/** `="00340"` and `'00340` are how people keep a spreadsheet from taking a code for a number. */
function unquoted(code: string): string {
  return (/^="([^"]*)"$/.exec(code)?.[1] ?? code).replace(/^'(?=\d)/, '')
}

/** Whether the code looks like a whole number that a program wrote with a decimal point: `17850.0`. */
export function isPointZero(code: string): boolean {
  return pointZero.test(code)
}
