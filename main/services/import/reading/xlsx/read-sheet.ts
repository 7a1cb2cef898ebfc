// The rows of a sheet as text, streamed: number of the row in the sheet, and its cells.
import { AppError } from '#shared/errors.ts'
import { fillMerged } from './fill-merged.ts'
import { numberText } from './number-text.ts'
import type { Workbook, WorkbookSheet } from './open-workbook.ts'
import { tellPart } from './read-part.ts'
import { attribute, type XmlEvents } from './scan-xml.ts'
import { columnIndex, type MergedColumn, mostColumns } from './survey-sheet.ts'
import { unescapeOffice } from './unescape-xml.ts'
import type { UnpackBudget } from './unpack-entry.ts'

/** Rows with anything in them; a header above so many rows of data is allowed for. */
export const mostRows = 200_000

export interface SheetRow {
  readonly line: number
  readonly cells: string[]
}

export interface SheetReading {
  readonly workbook: Workbook
  readonly sheet: WorkbookSheet
  readonly strings: readonly string[]
  readonly merged: readonly MergedColumn[]
  readonly budget: UnpackBudget
  readonly onProgress?: (packedDone: number) => void
}

/** The rows that hold anything, in groups as they come. */
export function* readSheet(reading: SheetReading): Generator<SheetRow[]> {
  const { workbook, sheet, budget, onProgress } = reading
  const rows: SheetRow[] = []
  const fill = fillMerged(reading.merged)
  let count = 0
  const take = (line: number, cells: string[]): void => {
    fill(line, cells)
    if (cells.every((cell) => cell === '')) return
    count += 1
    if (count > mostRows + 1)
      throw new AppError('import/xlsx-too-large', { name: workbook.bytes.name, limitRows: mostRows })
    rows.push({ line, cells })
  }
  const events = sheetEvents(reading, take)
  for (const _ of tellPart(workbook.bytes, sheet.entry, { budget, onProgress, events })) {
    if (rows.length > 0) yield rows.splice(0)
  }
}

type Cell = { column: number; type: string; style: string | null; value: string; hasFormula: boolean; formula: string }
type Collecting = 'value' | 'formula' | null

function sheetEvents(reading: SheetReading, take: (line: number, cells: string[]) => void): XmlEvents {
  let line = 0
  let cells: string[] = []
  let isReading = false
  let collecting: Collecting = null
  let cell: Cell = newCell(-1, '')
  return {
    open(name, tag) {
      if (name === 'c') cell = newCell(nextColumn(cell, tag), tag)
      else if (name === 'v' || (name === 't' && !isReading)) collecting = 'value'
      else if (name === 'f') {
        cell.hasFormula = true
        collecting = 'formula'
      } else if (name === 'rPh') isReading = true
      else if (name === 'row') {
        line = Number(attribute(tag, 'r')) || line + 1
        cells = []
        cell = newCell(-1, '')
      }
    },
    text(text) {
      if (collecting === 'value') cell.value += text
      else if (collecting === 'formula') cell.formula += text
    },
    close(name) {
      if (name === 'c') putCell(cells, cell, reading)
      else if (name === 'v' || name === 't' || name === 'f') collecting = null
      else if (name === 'rPh') isReading = false
      else if (name === 'row') take(line, cells)
    },
  }
}

function newCell(column: number, tag: string): Cell {
  const type = tag === '' ? '' : (attribute(tag, 't') ?? '')
  const style = tag === '' ? null : attribute(tag, 's')
  return { column, type, style, value: '', hasFormula: false, formula: '' }
}

/** The column that the cell names, or the one after the last. */
function nextColumn(last: Cell, tag: string): number {
  const address = attribute(tag, 'r')
  return address === null ? last.column + 1 : columnIndex(address)
}

function putCell(cells: string[], cell: Cell, reading: SheetReading): void {
  const text = cellText(cell, reading)
  if (text === '' || cell.column < 0) return
  if (cell.column >= mostColumns) {
    throw new AppError('import/xlsx-too-large', { name: reading.workbook.bytes.name, limitColumns: mostColumns })
  }
  while (cells.length < cell.column) cells.push('')
  cells[cell.column] = text
}

function cellText(cell: Cell, { workbook, strings }: SheetReading): string {
  // A formula that no program has computed yet: shown as it is, so that it is refused where a number is wanted.
  if (cell.value === '') return cell.hasFormula && cell.type !== 'str' ? `=${cell.formula}` : ''
  switch (cell.type) {
    case 's':
      return strings[Number(cell.value)] ?? ''
    case 'str':
    case 'inlineStr':
      return unescapeOffice(cell.value)
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return cell.value
    case 'd':
      return cell.value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    default:
      return numberText(cell.value, workbook.forms[Number(cell.style ?? 0)] ?? { form: 'number' }, workbook.is1904)
  }
}
