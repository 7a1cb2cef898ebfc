// What a cell looks like, seen from far: enough to tell a header from a title, a totals row or a row of data.
import { currenciesNamed } from './cells/currency-signs.ts'
import { halfWidth, trimCell } from './cells/plain-text.ts'
import { numericDate, selfEvidentDay } from './cells/read-day.ts'

export type CellShape = 'empty' | 'number' | 'day' | 'code' | 'words'

const bareNumber = /^[-+(]*\d[\d.,'\u2019\s\u00a0]*[%)-]?$/
const numberWithSign = /^(\D{0,8}?)\s*[-+(]*\s*[.,]?\d[\d.,'\u2019\s\u00a0]*[%)-]?\s*(\D{0,8})$/
const clockTime = /^\d{1,2}:\d{2}/
const address = /^\S+@\S+\.\S+$|^https?:\/\//i
const longest = 40

/** The look of a cell: digits, a day, a code (digits and signs without a space), words, or nothing. */
export function cellShape(text: string): CellShape {
  const cell = halfWidth(trimCell(text))
  if (cell === '') return 'empty'
  if (cell.length > longest) return address.test(cell) ? 'code' : 'words'
  if (!/\d/.test(cell)) return address.test(cell) ? 'code' : 'words'
  if (selfEvidentDay(cell) !== null && !/^\d{8}$/.test(cell)) return 'day'
  if (numericDate(cell) !== null && /[-/.]/.test(cell)) return 'day'
  if (bareNumber.test(cell) || isMoney(cell)) return 'number'
  if (clockTime.test(cell) || address.test(cell)) return 'code'
  return /\s/.test(cell) || !/^[\x21-\x7e]+$/.test(cell) ? 'words' : 'code'
}

function isMoney(cell: string): boolean {
  const match = numberWithSign.exec(cell)
  if (match === null) return false
  const sides = [match[1] ?? '', match[2] ?? '']
    .map((side) => side.replace(/[-+(]/g, '').trim())
    .filter((side) => side !== '')
  return sides.length > 0 && sides.every((side) => currenciesNamed(side).length > 0)
}

/** Number of cells up to the last that holds anything. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length
  while (width > 0 && trimCell(cells[width - 1] ?? '') === '') width -= 1
  return width
}
