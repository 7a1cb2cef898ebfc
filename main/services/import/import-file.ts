// One file into the book: row by row through the loader of its kind, with a report of what became of each.

import type { FileShelf } from '#main/services/files/file-shelf.ts'
import {
  type LateOutcome,
  type LoadContext,
  type Loader,
  type RowProblem,
  type Settled,
  type TypedRow,
  takeWhole,
} from '#main/services/import/loading/loader.ts'
import { loaderFor } from '#main/services/import/loading/loader-for.ts'
import { rowReader } from '#main/services/import/loading/row-reader.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import type { TableRow } from '#main/services/import/reading/table-row.ts'
import { type RefusedRows, refusedRows } from '#main/services/import/refused-rows.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import type { FileReport, ImportMapping, RefusedCell } from '#shared/schemas/imports.ts'

export type FileImport = {
  table: ImportTable
  mapping: ImportMapping
  context: LoadContext
  job: JobHandle
  /** Where the file of refused rows goes; null writes none. */
  shelf: FileShelf | null
  refusedLimit: number
}

export type FileOutcome = Omit<FileReport, 'file' | 'name'> & { missing: Map<string, Set<string>> }

/** Imports a file's rows. Refused rows leave nothing behind; the others are written. */
export function importFile({ table, mapping, context, job, shelf, refusedLimit }: FileImport): FileOutcome {
  refuseRepeatedFields(mapping)
  const read = rowReader(table.headers, mapping)
  const loader = loaderFor(context, mapping)
  const outcome: FileOutcome = emptyOutcome(mapping)
  const refused = refusedRows(shelf, table)
  const parts: RowParts = {
    loader,
    outcome,
    refused,
    refusedLimit,
    context,
    table,
    headerOf: headerByField(mapping),
    waiting: new Map(),
  }
  for (const { rows, done, total } of table.readGroups()) {
    job.stopIfCancelled()
    const kept = mapping.options.skipTotals ? rows.filter((row) => !row.isTotals) : rows
    outcome.skipped += rows.length - kept.length
    const group = kept.map((row) => readCells(row, read))
    loader.prepare?.(typedRows(group))
    for (const row of group) takeRow(row, parts)
    for (const late of loader.drain?.() ?? []) takeLate(late, parts)
    job.progress(`import.${mapping.kind}`, done, total)
  }
  for (const late of loader.finish?.() ?? []) takeLate(late, parts)
  return { ...outcome, noted: notedIn(parts), ...refused.close() }
}

function emptyOutcome({ kind }: ImportMapping): FileOutcome {
  const counts = { new: 0, changed: 0, unchanged: 0, merged: 0, refusedRows: 0, skipped: 0 }
  return { kind, ...counts, refused: [], refusedFile: null, refusedFileName: null, noted: [], missing: new Map() }
}

/** Two columns onto one field would silently lose one of them. */
function refuseRepeatedFields({ columns }: ImportMapping): void {
  const fields = Object.values(columns).filter((field) => field !== null)
  const repeated = fields.find((field, index) => fields.indexOf(field) !== index)
  if (repeated) throw new AppError('import/field-twice', { field: repeated })
}

function headerByField({ columns }: ImportMapping): Map<string, string> {
  return new Map(Object.entries(columns).flatMap(([header, field]) => (field ? [[field, header] as const] : [])))
}

/** A row with its cells read: typed, or with what is wrong about them. */
type ReadCells = { row: TableRow; typed: TypedRow | null; problems: readonly RowProblem[] }

function readCells(row: TableRow, read: ReturnType<typeof rowReader>): ReadCells {
  if (row.problem) return { row, typed: null, problems: [shapeProblem(row)] }
  const { values, doubtful, problems } = read(row.cells)
  return { row, typed: problems.length === 0 ? { line: row.line, values, doubtful } : null, problems }
}

function typedRows(group: readonly ReadCells[]): TypedRow[] {
  const rows: TypedRow[] = []
  for (const { typed } of group) if (typed) rows.push(typed)
  return rows
}

type RowParts = {
  context: LoadContext
  loader: Loader
  outcome: FileOutcome
  refused: RefusedRows
  refusedLimit: number
  table: ImportTable
  headerOf: Map<string, string>
  /** Rows that wait for rows below them and may be refused in the end, by line. */
  waiting: Map<number, TableRow>
}

function takeRow(cellsRead: ReadCells, parts: RowParts): void {
  const { row, typed, problems } = cellsRead
  const result = typed ? takeWhole(parts.context, parts.loader, typed) : { problems: [...problems] }
  if (result !== 'later') count(row, result, parts)
  else if (parts.loader.refusesLate) parts.waiting.set(row.line, row)
}

function takeLate({ line, outcome }: LateOutcome, parts: RowParts): void {
  count(parts.waiting.get(line) ?? { line, cells: [], problem: null, isTotals: false }, outcome, parts)
  parts.waiting.delete(line)
}

function count(row: TableRow, result: Settled, parts: RowParts): void {
  const { outcome, refused, refusedLimit } = parts
  if (typeof result !== 'object') {
    outcome[result] += 1
    return
  }
  outcome.refusedRows += 1
  const cells = result.problems.map((found) => refusedCell(row, found, parts))
  for (const found of result.problems) noteMissing(outcome, found)
  if (outcome.refused.length < refusedLimit) outcome.refused.push(...cells)
  refused.add(row, cells)
}

const linesNamed = 20

/** The notes of a file by what they say and the column they are about. */
function notedIn({ context, headerOf }: RowParts): FileReport['noted'] {
  const groups = Map.groupBy(context.notes, ({ said, field }) => `${said} ${field}`)
  return [...groups.values()].flatMap((notes) => {
    const [first] = notes
    if (!first) return []
    const column = headerOf.get(first.field) ?? first.field
    const lines = notes.slice(0, linesNamed).map(({ line }) => line)
    return [{ said: first.said, column, count: notes.length, lines }]
  })
}

/** Columns that do as well as a field's own, for files that have no column of its own. */
const otherColumns: Readonly<Record<string, readonly string[]>> = {
  customer: ['customerEmail', 'customerName'],
  product: ['productSku', 'productName'],
  orderedOn: ['promisedOn'],
  externalId: ['number'],
  sku: ['externalId'],
  nameEn: ['nameZh'],
  name: ['nameZh'],
}

/** The problem under the file's own header, with what stood in the cell. */
function refusedCell(
  row: TableRow,
  { field, value, expected }: RowProblem,
  { headerOf, table }: RowParts,
): RefusedCell {
  const fields = [field, ...(otherColumns[field] ?? [])]
  const header = fields.flatMap((name) => headerOf.get(name) ?? [])[0]
  const inCell = header === undefined ? '' : (row.cells[table.headers.indexOf(header)] ?? '')
  return { line: row.line, column: header ?? field, value: value || inCell.slice(0, 200), expected }
}

function shapeProblem({ problem, cells }: TableRow): RowProblem {
  const value = (cells[0] ?? '').slice(0, 200)
  if (problem?.code === 'cells') return { field: '', value: String(problem.got), expected: `cells:${problem.expected}` }
  return { field: '', value, expected: problem?.code ?? 'cells' }
}

/** References to records that are not there, counted once each: what could be made on request. */
function noteMissing({ missing }: FileOutcome, { value, expected }: RowProblem): void {
  const kind = /^known-(.+)$/.exec(expected)?.[1]
  if (!kind) return
  const names = missing.get(kind) ?? new Set()
  missing.set(kind, names.add(value))
}
