// One row of a table to import, wherever it comes from.
import type { RecordProblem } from './split-record.ts'

export type RowProblem =
  /** More or fewer cells than columns: nothing says which cell belongs where. */
  { readonly code: 'cells'; readonly expected: number; readonly got: number } | { readonly code: RecordProblem }

export interface TableRow {
  /** The physical line, or in a workbook the row in the sheet; the first is 1. */
  readonly line: number
  /** As many as columns, unless there is a problem: then what could be read. */
  readonly cells: string[]
  readonly problem: RowProblem | null
  /** A row that explains, adds up or closes the table and is no data: offered to be skipped, never dropped unasked. */
  readonly isTotals: boolean
}

/** A record before it is held against the header. */
export interface RawRow {
  readonly line: number
  readonly cells: string[]
  readonly problem: RecordProblem | null
}
