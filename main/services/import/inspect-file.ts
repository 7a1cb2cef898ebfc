// What is in a file: its kind, its columns onto fields, what the data settle and what must be asked. The whole file is
// read once, in constant memory, so that one late date settles their order and the count of rows is true.

import type { ReadDb } from '#main/db/database.ts'
import { type ColumnProfile, profileColumns } from '#main/domain/import/column-profile.ts'
import { clearKind, guessKind } from '#main/domain/import/guess-kind.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { channelFile } from '#main/services/import/channel-files.ts'
import { type ColumnValues, columnValues } from '#main/services/import/column-values.ts'
import { describeFields } from '#main/services/import/describe-fields.ts'
import { formOf, guessedMapping } from '#main/services/import/guessed-mapping.ts'
import { rowReader } from '#main/services/import/loading/row-reader.ts'
import { type TableChoice, withTable } from '#main/services/import/open-mapped.ts'
import { encodings } from '#main/services/import/reading/encodings.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import { mappingForHeaders } from '#main/services/import/saved-mappings.ts'
import { shippedMapping } from '#main/services/import/shipped-mappings.ts'
import type { Day } from '#shared/dates.ts'
import { ownValue } from '#shared/own-value.ts'
import type { ImportKind, ImportMapping, InspectedColumn, Inspection } from '#shared/schemas/imports.ts'

export type InspectChoice = TableChoice & { kind?: ImportKind }

/** Looks a file through. Nothing is written; AppErrors say what it is when it is no table. */
export function inspectFile(db: ReadDb, file: ShelvedFile, choice: InspectChoice): Inspection {
  return withTable(file, choice, (table) => {
    const own = mappingForHeaders(db, table.headers)
    const saved = own ?? shippedMapping(table.headers)
    const useSaved = saved !== null && (choice.kind === undefined || choice.kind === saved.mapping.kind)
    const scan = scanTable(table)
    const guesses = guessKind(scan.profiles, file.name)
    const kinds = guesses.map((guess) => guess.kind)
    const found = useSaved ? null : channelFile(table.headers)
    const known = found !== null && (choice.kind === undefined || choice.kind === found.profile.kind) ? found : null
    const kind = choice.kind ?? (useSaved ? saved.mapping.kind : (known?.profile.kind ?? clearKind(guesses)))
    const guessed = guessedMapping({ db, table, profiles: scan.profiles, kind, choice, known })
    const mapping = useSaved
      ? { ...saved.mapping, options: { ...saved.mapping.options, ...formOf(choice) } }
      : guessed.mapping
    const meanings = meaningsIn(table, mapping)
    return {
      file: file.token,
      name: file.name,
      size: file.size,
      kind,
      otherKinds: kinds.filter((other) => other !== kind),
      mapping,
      savedMapping: useSaved ? saved.name : (known?.profile.name ?? null),
      ...formatOf(table),
      headerLine: table.headerLine,
      columns: table.headers.map((name, at) => ({
        name,
        field: ownValue(mapping.columns, name) ?? null,
        samples: samplesOf(table, at),
        values: meanings(at, scan.values.of(at)),
      })),
      fields: kind === null ? [] : describeFields(kind),
      rowCount: scan.rowCount,
      ...spanOf(table, mapping, kind),
      totalsLines: scan.totalsLines,
      doubts: doubtsOf(table, scan.unreadable),
      questions: useSaved ? (own ? [] : openQuestions(guessed.questions, mapping)) : guessed.questions,
    }
  })
}

type Scan = {
  profiles: readonly ColumnProfile[]
  values: ColumnValues
  rowCount: number
  totalsLines: number[]
  unreadable: number
}

function scanTable(table: ImportTable): Scan {
  const profiling = profileColumns(table.headers)
  const values = columnValues(table.headers.length)
  // A row of explanations below the header is no data either, and is said with the totals.
  const totalsLines: number[] = []
  let rowCount = 0
  let unreadable = 0
  for (const { rows, ...group } of table.readGroups()) {
    unreadable = group.unreadable
    for (const row of rows) {
      if (row.isTotals) {
        totalsLines.push(row.line)
        continue
      }
      rowCount += 1
      if (row.problem !== null) continue
      profiling.add(row.cells)
      values.add(row.cells)
    }
  }
  return { profiles: profiling.profiles, values, rowCount, totalsLines, unreadable }
}

type Format = Pick<Inspection, 'format' | 'encoding' | 'encodings' | 'delimiter' | 'sheet' | 'sheets'>

function formatOf({ format }: ImportTable): Format {
  if (format.kind === 'text') {
    return {
      format: 'text',
      encoding: format.encoding,
      encodings: [...encodings],
      delimiter: format.delimiter,
      sheet: null,
      sheets: [],
    }
  }
  const sheets = format.sheets.map(({ name, rows }) => ({ name, rows }))
  return { format: 'xlsx', encoding: null, encodings: [], delimiter: null, sheet: format.sheet, sheets }
}

/** What may have been read wrongly: said, so that nobody imports damaged names unawares. */
function doubtsOf({ format }: ImportTable, unreadable: number): Inspection['doubts'] {
  if (format.kind === 'workbook') return { encoding: false, delimiter: false, strayBytes: 0, unreadable: 0 }
  const { isEncodingSure, isDelimiterSure, strayBytes } = format
  return { encoding: !isEncodingSure, delimiter: !isDelimiterSure, strayBytes, unreadable }
}

/** A mapping that came with the program cannot know in which currency a seller keeps the file's amounts. */
function openQuestions(questions: Inspection['questions'], { options }: ImportMapping): Inspection['questions'] {
  return options.currency === '' ? questions.filter(({ key }) => key === 'currency') : []
}

/** What each word of a column is read as; null: not understood. */
function meaningsIn(table: ImportTable, mapping: ImportMapping) {
  const read = rowReader(table.headers, mapping)
  return (at: number, texts: readonly string[]): InspectedColumn['values'] => {
    const field = ownValue(mapping.columns, table.headers[at] ?? '')
    return texts.map((text) => {
      const { values, problems } = read(table.headers.map((_, column) => (column === at ? text : '')))
      const value = field ? values[field] : undefined
      const isUnread = !field || problems.length > 0
      return { text, meaning: isUnread ? null : typeof value === 'string' ? value : '' }
    })
  }
}

const samplesShown = 4

function samplesOf(table: ImportTable, at: number): string[] {
  const cells = table.sample.map((row) => row.cells[at]?.trim() ?? '').filter((cell) => cell !== '')
  return [...new Set(cells)].slice(0, samplesShown).map((cell) => cell.slice(0, 80))
}

const dayFields = ['orderedOn', 'on', 'countedOn']

/** First and last day of the records, read as the mapping says. */
function spanOf(
  table: ImportTable,
  mapping: ImportMapping,
  kind: ImportKind | null,
): { from: string | null; to: string | null } {
  const header = Object.keys(mapping.columns).find((name) => dayFields.includes(mapping.columns[name] ?? ''))
  const field = header === undefined ? null : mapping.columns[header]
  if (kind === null || header === undefined || !field) return { from: null, to: null }
  const read = rowReader(table.headers, { ...mapping, columns: { [header]: field } })
  let from: Day | null = null
  let to: Day | null = null
  for (const { rows } of table.readGroups()) {
    for (const row of rows) {
      const day = read(row.cells).values[field]
      if (typeof day !== 'string') continue
      if (from === null || day < from) from = day as Day
      if (to === null || day > to) to = day as Day
    }
  }
  return { from, to }
}
