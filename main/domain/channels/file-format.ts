// How a file for someone else is laid out: its columns by their headings there, what stands between them, how it ends.
import { csvLine } from '#main/domain/import/csv-line.ts'

export type FileFormat<Row> = {
  readonly ending: 'csv' | 'txt'
  readonly delimiter: ',' | '\t'
  /** Some take no line of headings. */
  readonly hasHeadings: boolean
  /** Some know their own files by a line above the headings. */
  readonly firstLine?: string
  readonly columns: readonly (readonly [heading: string, cell: (row: Row) => string])[]
}

export function headingsOf<Row>({ columns }: FileFormat<Row>): string[] {
  return columns.map(([heading]) => heading)
}

export function cellsOf<Row>({ columns }: FileFormat<Row>, row: Row): string[] {
  return columns.map(([, cell]) => oneLine(cell(row)))
}

/** The whole file as text; cells that a spreadsheet would take for a formula are guarded. */
export function fileText<Row>(format: FileFormat<Row>, rows: readonly (readonly string[])[]): string {
  const above = format.firstLine === undefined ? [] : [[format.firstLine]]
  const lines = format.hasHeadings ? [...above, headingsOf(format), ...rows] : rows
  return lines.map((cells) => csvLine(cells, format.delimiter)).join('')
}

/** Line breaks and tabs within a cell are more than most of these readers bear. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').trim()
}
