// Holds records against the header: marks those with too many or too few cells, drops empty ones, and recognises totals and
// remarks, of which those at the end are only known once the end is there.
import { unguardCell } from '#main/domain/import/export-guard.ts'
import { isClosingRow, isShortRemark, isTotalsRow } from '#main/domain/import/totals-row.ts'
import type { RawRow, RowProblem, TableRow } from './table-row.ts'

export interface RowShape {
  readonly columns: number
  /** Rows up to this line are above the data. */
  readonly headerLine: number
  /** The line of a row of explanations below the header. */
  readonly descriptionLine: number | null
  /** Short rows are usual in workbooks, which keep no empty cells; in text they are refused. */
  readonly isShortAllowed: boolean
  /** Text files may carry the guard of `csvLine`. */
  readonly isGuarded: boolean
}

/** How far up from the end closing remarks are looked for. */
const tailLength = 20

export function* shapeRows(groups: Iterable<readonly RawRow[]>, shape: RowShape): Generator<TableRow[]> {
  let held: TableRow[] = []
  for (const group of groups) {
    const rows = shapeGroup(group, shape)
    if (rows.length === 0) continue
    // The last rows so far are held back, so that the tail is whole when the end comes.
    const isEnough = rows.length >= tailLength
    const ready = isEnough ? held : held.concat(rows)
    held = isEnough ? rows : ready.splice(-tailLength)
    if (ready.length > 0) yield ready
  }
  markTail(held)
  if (held.length > 0) yield held
}

function shapeGroup(group: readonly RawRow[], shape: RowShape): TableRow[] {
  const rows: TableRow[] = []
  for (const raw of group) {
    if (raw.line <= shape.headerLine) continue
    const row = shapeRow(raw, shape)
    if (row !== null) rows.push(row)
  }
  return rows
}

function shapeRow(raw: RawRow, shape: RowShape): TableRow | null {
  const { line, cells } = raw
  if (raw.problem !== null) return { line, cells, problem: { code: raw.problem }, isTotals: false }
  if (shape.isGuarded) unguard(cells)
  if (isBlank(cells)) return null
  const problem = fitted(cells, shape)
  return { line, cells, problem, isTotals: line === shape.descriptionLine || isTotalsRow(cells) }
}

/** Whether nothing can be seen in any cell. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}

function unguard(cells: string[]): void {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? ''
    if (cell.charCodeAt(0) === 39) cells[at] = unguardCell(cell)
  }
}

/** Brings the cells to the number of columns where nothing is lost by it; otherwise says what is wrong. */
function fitted(cells: string[], shape: RowShape): RowProblem | null {
  const { columns } = shape
  const got = cells.length
  if (got === columns) return null
  if (got < columns && !shape.isShortAllowed) return { code: 'cells', expected: columns, got }
  while (cells.length < columns) cells.push('')
  for (let at = columns; at < got; at += 1) {
    if ((cells[at] ?? '').trim() !== '') return { code: 'cells', expected: columns, got: lastFilled(cells) }
  }
  cells.length = columns
  return null
}

function lastFilled(cells: readonly string[]): number {
  let count = cells.length
  while (count > 0 && (cells[count - 1] ?? '').trim() === '') count -= 1
  return count
}

/** Remarks below the table: rows of the wrong width at the very end, from the first that totals or closes. */
function markTail(rows: TableRow[]): void {
  let from = rows.length
  while (from > 0 && rows.length - from < tailLength && isLoose(rows[from - 1])) from -= 1
  const first = rows.findIndex((row, at) => at >= from && isRemark(row))
  if (first === -1) return
  for (let at = first; at < rows.length; at += 1) {
    const row = rows[at]
    if (row !== undefined) rows[at] = { ...row, isTotals: true }
  }
}

function isRemark(row: TableRow): boolean {
  return row.isTotals || isClosingRow(row.cells) || (row.problem?.code === 'cells' && isShortRemark(row.cells))
}

function isLoose(row: TableRow | undefined): boolean {
  if (row === undefined) return false
  return row.isTotals || row.problem?.code === 'cells' || isClosingRow(row.cells)
}
