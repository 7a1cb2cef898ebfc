// From a value of the book to what stands in a cell: text in a CSV file, typed in a workbook. Bound once per column.

import type { Cell } from 'write-excel-file/node'
import { type ExportColumn, wordsOf } from '#main/services/exports/export-columns.ts'
import type { ExportCell } from '#main/services/exports/export-source.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'

type Language = ExportInput['language']

/** A cell of a CSV file. */
export function textWriter({ kind }: ExportColumn, language: Language): (value: ExportCell) => string {
  const words = wordsOf(kind, language)
  if (words) return (value) => (value === null ? '' : inWords(String(value), words))
  return (value) => (value === null ? '' : String(value))
}

/** Several keys stand with a blank between them. */
function inWords(value: string, words: Readonly<Record<string, string>>): string {
  return value
    .split(' ')
    .map((key) => words[key] ?? key)
    .join(', ')
}

/** Excel keeps 15 digits of a number; what has more stays text. */
const exactDigits = 15
/** The first day that every spreadsheet counts alike; earlier ones stay text. */
const firstDay = '1900-03-01'

/** A cell of a workbook: numbers as numbers, days as days, everything that is a code as text. */
export function sheetWriter(column: ExportColumn, language: Language): (value: ExportCell) => Cell {
  const asText = textWriter(column, language)
  switch (column.kind) {
    case 'number':
    case 'flag':
      return (value) => value
    case 'decimal':
      return (value) => (value === null || value === '' ? null : decimalCell(String(value)))
    case 'day':
      return (value) => (value === null || value === '' ? null : dayCell(String(value)))
    default:
      return (value) => asText(value) || null
  }
}

function decimalCell(text: string): Cell {
  const digits = text.replace(/^-?0*\.?0*|\./g, '').length
  if (digits > exactDigits) return text
  const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  return { value: Number(text), type: Number, format: places === 0 ? '0' : `0.${'0'.repeat(places)}` }
}

function dayCell(day: string): Cell {
  if (day < firstDay) return day
  return { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
}
