// What is in a file: its kind, its columns onto fields, what the data settle and what must be asked. The whole file is
// read once, in constant memory, so that one late date settles their order and the count of rows is true.

import type { ReadDb } from '#main/db/database.ts'
import { type ColumnProfile, profileColumns } from '#main/domain/import/column-profile.ts'
import { clearKind, guessKind } from '#main/domain/import/guess-kind.ts'
import { guessMapping } from '#main/domain/import/guess-mapping.ts'
import { guessOptions } from '#main/domain/import/guess-options.ts'
import { guessRatesLayout, type RatesLayout } from '#main/domain/import/guess-rates-layout.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { describeFields } from '#main/services/import/describe-fields.ts'
import { ratePrefix, rowReader } from '#main/services/import/loading/row-reader.ts'
import { type TableChoice, withTable } from '#main/services/import/open-mapped.ts'
import { encodings } from '#main/services/import/reading/encodings.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import { problemColumn } from '#main/services/import/refused-rows.ts'
import { mappingForHeaders } from '#main/services/import/saved-mappings.ts'
import type { Day } from '#shared/dates.ts'
import type { ImportKind, ImportMapping, ImportQuestion, Inspection } from '#shared/schemas/imports.ts'

export type InspectChoice = TableChoice & { kind?: ImportKind }

/** Looks a file through. Nothing is written; AppErrors say what it is when it is no table. */
export function inspectFile(db: ReadDb, file: ShelvedFile, choice: InspectChoice): Inspection {
  return withTable(file, choice, (table) => {
    const saved = mappingForHeaders(db, table.headers)
    const useSaved = saved !== null && (choice.kind === undefined || choice.kind === saved.mapping.kind)
    const scan = scanTable(table)
    const guesses = guessKind(scan.profiles, file.name)
    const kinds = guesses.map((guess) => guess.kind)
    const kind = choice.kind ?? (useSaved ? saved.mapping.kind : clearKind(guesses))
    const guessed = guessedMapping({ db, table, profiles: scan.profiles, kind, choice })
    const mapping = useSaved
      ? { ...saved.mapping, options: { ...saved.mapping.options, ...formOf(choice) } }
      : guessed.mapping
    return {
      file: file.token,
      name: file.name,
      size: file.size,
      kind,
      otherKinds: kinds.filter((other) => other !== kind),
      mapping,
      savedMapping: useSaved ? saved.name : null,
      ...formatOf(table),
      headerLine: table.headerLine,
      columns: table.headers.map((name, at) => ({
        name,
        field: mapping.columns[name] ?? null,
        samples: samplesOf(table, at),
      })),
      fields: kind === null ? [] : describeFields(kind),
      rowCount: scan.rowCount,
      ...spanOf(table, mapping, kind),
      totalsLines: scan.totalsLines,
      questions: useSaved ? [] : guessed.questions,
    }
  })
}

type Scan = { profiles: readonly ColumnProfile[]; rowCount: number; totalsLines: number[] }

function scanTable(table: ImportTable): Scan {
  const profiling = profileColumns(table.headers)
  // A row of explanations below the header is no data either, and is said with the totals.
  const totalsLines: number[] = []
  let rowCount = 0
  for (const { rows } of table.readGroups()) {
    for (const row of rows) {
      if (row.isTotals) {
        totalsLines.push(row.line)
        continue
      }
      rowCount += 1
      if (row.problem === null) profiling.add(row.cells)
    }
  }
  return { profiles: profiling.profiles, rowCount, totalsLines }
}

type GuessInput = {
  db: ReadDb
  table: ImportTable
  profiles: readonly ColumnProfile[]
  kind: ImportKind | null
  choice: InspectChoice
}

function guessedMapping({ db, table, profiles, kind, choice }: GuessInput): {
  mapping: ImportMapping
  questions: ImportQuestion[]
} {
  const rates = kind === 'rates' ? guessRatesLayout(profiles) : null
  const columns = rates ? rateColumns(table.headers, rates) : fieldColumns(table.headers, profiles, kind)
  const delimiter = table.format.kind === 'text' ? table.format.delimiter : undefined
  const { settled, questions } = guessOptions({ kind: kind ?? 'products', columns, profiles, delimiter })
  const asked = questions.map(
    (question): ImportQuestion => ({
      key: question.key,
      columns: [...question.columns],
      options: [...question.options],
      guess: question.guess,
      words: Object.entries(question.words ?? {}).map(([text, count]) => ({ text, count })),
    }),
  )
  const pair = ratePair(rates)
  const base = baseCurrency(db)
  const currency = asked.find((question) => question.key === 'currency')?.guess ?? settled.currency ?? base
  const options = {
    ...settled,
    ...Object.fromEntries(
      asked.flatMap(({ key, guess }) => (guess === null || key === 'currency' ? [] : [[key, guess]])),
    ),
    currency: pair ? (pair.from ?? '') : currency,
    toCurrency: pair?.to ?? '',
    nullWords: 'empty' as const,
    channel: 'file',
    skipTotals: true,
    makeMissing: false,
    ...formOf(choice),
  }
  return { mapping: { kind: kind ?? 'products', columns, options }, questions: [...asked, ...pairQuestions(pair)] }
}

function formOf({ kind: _, ...form }: InspectChoice): TableChoice {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined))
}

type Columns = Record<string, string | null>

function fieldColumns(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  kind: ImportKind | null,
): Columns {
  if (kind === null) return Object.fromEntries(headers.map((header) => [header, null]))
  const own = profiles.filter((profile) => profile.header !== problemColumn)
  const guessed = new Map(guessMapping(kind, own).map(({ column, field }) => [column, field]))
  return Object.fromEntries(headers.map((header) => [header, guessed.get(header) ?? null]))
}

function rateColumns(headers: readonly string[], layout: RatesLayout): Columns {
  const found =
    layout.form === 'wide'
      ? {
          [layout.on]: 'on',
          ...Object.fromEntries(Object.entries(layout.currencies).map(([header, code]) => [header, ratePrefix + code])),
        }
      : Object.fromEntries(Object.entries(layout.columns).map(([field, header]) => [header, field]))
  return Object.fromEntries(headers.map((header) => [header, (found as Columns)[header] ?? null]))
}

/** What a rates file does not say in its rows: the base of a wide one, the pair of a bare one. */
type RatePair = { from: string | null; to: string | null; needsTo: boolean }

function ratePair(layout: RatesLayout | null): RatePair | null {
  if (layout === null || layout.form === 'long') return null
  if (layout.form === 'wide') return { from: layout.base, to: null, needsTo: false }
  return { from: layout.pair?.from ?? null, to: layout.pair?.to ?? null, needsTo: true }
}

function pairQuestions(pair: RatePair | null): ImportQuestion[] {
  if (!pair) return []
  const question = (key: 'currency' | 'toCurrency', guess: string | null): ImportQuestion => ({
    key,
    columns: [],
    options: [],
    guess,
    words: [],
  })
  return [
    ...(pair.from === null ? [question('currency', null)] : []),
    ...(pair.needsTo && pair.to === null ? [question('toCurrency', null)] : []),
  ]
}

type Format = Pick<Inspection, 'format' | 'encoding' | 'encodings' | 'delimiter' | 'sheets'>

function formatOf({ format }: ImportTable): Format {
  if (format.kind === 'text') {
    return {
      format: 'text',
      encoding: format.encoding,
      encodings: [...encodings],
      delimiter: format.delimiter,
      sheets: [],
    }
  }
  const sheets = format.sheets.map(({ name, rows }) => ({ name, rows }))
  return { format: 'xlsx', encoding: null, encodings: [], delimiter: null, sheets }
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
  if (kind === null || header === undefined) return { from: null, to: null }
  const read = rowReader(table.headers, { ...mapping, columns: { [header]: mapping.columns[header] ?? null } })
  let from: Day | null = null
  let to: Day | null = null
  for (const { rows } of table.readGroups()) {
    for (const row of rows) {
      const day = Object.values(read(row.cells).values)[0]
      if (typeof day !== 'string') continue
      if (from === null || day < from) from = day as Day
      if (to === null || day > to) to = day as Day
    }
  }
  return { from, to }
}
