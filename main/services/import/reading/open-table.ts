// From an opened file to a table: columns by name, a sample, and the rows in groups, as often as they are asked for.

import { filledWidth } from '#main/domain/import/cell-shape.ts'
import { isDescriptionRow } from '#main/domain/import/description-row.ts'
import { findHeader } from '#main/domain/import/find-header.ts'
import { columnLetters, headerNames } from '#main/domain/import/header-names.ts'
import { AppError } from '#shared/errors.ts'
import type { Encoding } from './encodings.ts'
import type { Source } from './open-source.ts'
import { type RawRows, rawSheetRows, rawTextRows, type TableFormat } from './raw-rows.ts'
import { isBlank, shapeRows } from './shape-rows.ts'
import type { RawRow, TableRow } from './table-row.ts'

/** What the user can say instead of what was guessed. */
export interface TableOptions {
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheet?: string
  /** The line of the header; 0 when the file has none. */
  readonly headerLine?: number
}

/** `done` of `total` counts bytes of the file: how far reading has come. */
export interface RowGroup {
  readonly rows: readonly TableRow[]
  readonly done: number
  readonly total: number
  /** Characters so far that could not be read in the encoding. */
  readonly unreadable: number
}

export interface ImportTable {
  readonly name: string
  readonly format: TableFormat
  /** The line of the header, or 0 when the file has none; columns are then called A, B, C. */
  readonly headerLine: number
  /** The line of a row of explanations below the header; it is among the rows, marked like a totals row. */
  readonly descriptionLine: number | null
  readonly headers: readonly string[]
  /** The first rows of data, without totals. */
  readonly sample: readonly TableRow[]
  /** All rows of data from the first on, in groups; each call reads the file anew. */
  readGroups(): Generator<RowGroup>
}

const sampleRows = 200

/** AppErrors: those of `openSource`, and `import/empty`, `import/line-too-long`, `import/no-such-sheet`, `import/no-header-there`. */
export function openTable(source: Source, options: TableOptions = {}): ImportTable {
  const raw = source.kind === 'text' ? rawTextRows(source, options) : rawSheetRows(source, options.sheet)
  const head = firstRows(raw)
  const top = describeTop(source.bytes.name, head, options.headerLine)
  const columns = top.headers.length
  const shape = {
    columns,
    headerLine: top.headerLine,
    descriptionLine: top.descriptionLine,
    isShortAllowed: source.kind === 'workbook',
    isGuarded: source.kind === 'text',
  }
  return {
    name: source.bytes.name,
    format: raw.format,
    ...top,
    sample: [...shapeRows([copied(head)], shape)]
      .flat()
      .filter((row) => !row.isTotals)
      .slice(0, sampleRows),
    *readGroups() {
      const progress = { bytesDone: 0, unreadable: 0 }
      for (const rows of shapeRows(raw.read(progress, columns), shape)) {
        yield { rows, done: progress.bytesDone, total: source.bytes.size, unreadable: progress.unreadable }
      }
    },
  }
}

function firstRows(raw: RawRows): RawRow[] {
  const rows: RawRow[] = []
  for (const group of raw.read({ bytesDone: 0, unreadable: 0 })) {
    for (const row of group) if (row.problem !== null || !isBlank(row.cells)) rows.push(row)
    if (rows.length >= sampleRows + 50) break
  }
  return rows.slice(0, sampleRows + 50)
}

type Top = Pick<ImportTable, 'headerLine' | 'descriptionLine' | 'headers'>

function describeTop(name: string, head: readonly RawRow[], wanted: number | undefined): Top {
  const readable = head.filter((row) => row.problem === null)
  const first = head[0]
  if (first === undefined) throw new AppError('import/empty', { name })
  if (readable.length === 0) throw new AppError('import/line-too-long', { name, line: first.line })
  const at = wanted === undefined ? findHeader(readable.map((row) => row.cells)) : headerAt(readable, wanted, name)
  const header = readable[at]
  if (header === undefined) return withoutHeader(readable)
  const below = readable.slice(at + 1).filter((row) => filledWidth(row.cells) > 0)
  const next = below[0]
  const isDescribed =
    next !== undefined &&
    isDescriptionRow(
      next.cells,
      below.slice(1, 51).map((row) => row.cells),
    )
  return {
    headerLine: header.line,
    descriptionLine: isDescribed ? next.line : null,
    headers: headerNames(header.cells),
  }
}

function headerAt(rows: readonly RawRow[], line: number, name: string): number {
  if (line === 0) return -1
  const at = rows.findIndex((row) => row.line === line)
  if (at === -1) throw new AppError('import/no-header-there', { name, line })
  return at
}

function withoutHeader(rows: readonly RawRow[]): Top {
  const columns = Math.max(1, ...rows.map((row) => filledWidth(row.cells)))
  return {
    headerLine: 0,
    descriptionLine: null,
    headers: Array.from({ length: columns }, (_, at) => columnLetters(at)),
  }
}

/** Shaping works on the cells in place. */
function copied(rows: readonly RawRow[]): RawRow[] {
  return rows.map((row) => ({ ...row, cells: [...row.cells] }))
}
