// One file into the book: row by row through the loader of its kind, with a report of what became of each.

import type { FileShelf } from '#main/services/files/file-shelf.ts'
import {
  type LoadContext,
  type Loader,
  type RowProblem,
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

const refusedShown = 1000

export type FileImport = {
  table: ImportTable
  mapping: ImportMapping
  context: LoadContext
  job: JobHandle
  /** Where the file of refused rows goes; null writes none. */
  shelf: FileShelf | null
}

export type FileOutcome = Omit<FileReport, 'file' | 'name'> & { missing: Map<string, Set<string>> }

/** Imports a file's rows. Refused rows leave nothing behind; the others are written. */
export function importFile({ table, mapping, context, job, shelf }: FileImport): FileOutcome {
  refuseRepeatedFields(mapping)
  const read = rowReader(table.headers, mapping)
  const loader = loaderFor(context, mapping)
  const outcome: FileOutcome = emptyOutcome(mapping)
  const refused = refusedRows(shelf, table)
  const headerOf = headerByField(mapping)
  for (const { rows, done, total } of table.readGroups()) {
    job.stopIfCancelled()
    const kept = mapping.options.skipTotals ? rows.filter((row) => !row.isTotals) : rows
    outcome.skipped += rows.length - kept.length
    const group = kept.map((row) => readCells(row, read))
    loader.prepare?.(group.flatMap(({ typed }) => typed ?? []))
    for (const row of group) takeRow(row, { loader, outcome, refused, headerOf, context })
    job.progress(`import.${mapping.kind}`, done, total)
  }
  loader.finish?.()
  return { ...outcome, ...refused.close() }
}

function emptyOutcome({ kind }: ImportMapping): FileOutcome {
  const counts = { new: 0, changed: 0, unchanged: 0, refusedRows: 0, skipped: 0 }
  return { kind, ...counts, refused: [], refusedFile: null, refusedFileName: null, missing: new Map() }
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
type ReadCells = { row: TableRow; typed: TypedRow | null; problems: RowProblem[] }

function readCells(row: TableRow, read: ReturnType<typeof rowReader>): ReadCells {
  if (row.problem) return { row, typed: null, problems: [shapeProblem(row)] }
  const { values, problems } = read(row.cells)
  return { row, typed: problems.length === 0 ? { line: row.line, values } : null, problems }
}

type RowParts = {
  context: LoadContext
  loader: Loader
  outcome: FileOutcome
  refused: RefusedRows
  headerOf: Map<string, string>
}

function takeRow(cellsRead: ReadCells, parts: RowParts): void {
  const { outcome, refused, headerOf } = parts
  const { row } = cellsRead
  const problems = rowProblems(cellsRead, parts)
  if (problems.length === 0) return
  outcome.refusedRows += 1
  const cells = problems.map(
    ({ field, value, expected }): RefusedCell => ({
      line: row.line,
      column: headerOf.get(field) ?? field,
      value,
      expected,
    }),
  )
  for (const problem of problems) noteMissing(outcome, problem)
  if (outcome.refused.length < refusedShown) outcome.refused.push(...cells)
  refused.add(row, cells)
}

type TakeParts = Pick<RowParts, 'loader' | 'outcome' | 'context'>

function rowProblems({ typed, problems }: ReadCells, { loader, outcome, context }: TakeParts): RowProblem[] {
  if (!typed) return problems
  const result = takeWhole(context, loader, typed)
  if (typeof result === 'object') return result.problems
  outcome[result] += 1
  return []
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
