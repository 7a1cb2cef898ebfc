// A file on its way into the book, as the screen holds it: what was found in it, and what the user said otherwise.
import type { Failure } from '#shared/errors.ts'
import type { ImportKind, ImportMapping, Inspection, MappingOptions } from '#shared/schemas/imports.ts'

/** How the file is to be read; what is left out is found out. */
export type ReadingChoice = {
  kind?: ImportKind
  encoding?: string
  delimiter?: string
  sheet?: string
  headerLine?: number
}

export type Answers = Partial<Omit<MappingOptions, 'byColumn'>>

export type ImportFile = {
  /** Names the file on this screen only. */
  id: string
  name: string
  size: number
  /** Set once all of it is at the host. */
  token: string | null
  sentBytes: number
  isReading: boolean
  reading: ReadingChoice
  inspection: Inspection | null
  /** The user's own choices by header; null leaves the column out. */
  columns: Readonly<Record<string, string | null>>
  answers: Answers
  /** What the user said that a column's own words mean, by header and word; '' is nothing. */
  meanings: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Why the file cannot be read. */
  failure: Failure | null
}

export function newImportFile(id: string, file: { name: string; size: number }): ImportFile {
  return {
    id,
    name: file.name,
    size: file.size,
    token: null,
    sentBytes: 0,
    isReading: false,
    reading: {},
    inspection: null,
    columns: {},
    answers: {},
    meanings: {},
    failure: null,
  }
}

/** Field by header as it will be imported: the guess with the user's choices on top. */
export function chosenColumns({ inspection, columns }: ImportFile): Record<string, string | null> {
  const guessed = inspection?.mapping.columns ?? {}
  return Object.fromEntries(
    Object.keys(guessed).map((header) => [
      header,
      header in columns ? (columns[header] ?? null) : (guessed[header] ?? null),
    ]),
  )
}

/** Puts a column onto a field. The field leaves the column it was on: two columns on one field would lose one of them. */
export function withColumn(file: ImportFile, header: string, field: string | null): ImportFile {
  const before = chosenColumns(file)
  const holder =
    field === null ? undefined : Object.keys(before).find((name) => name !== header && before[name] === field)
  return { ...file, columns: { ...file.columns, ...(holder && { [holder]: null }), [header]: field } }
}

/** Says what words of a column mean. */
export function withMeaning(file: ImportFile, header: string, said: Readonly<Record<string, string>>): ImportFile {
  return { ...file, meanings: { ...file.meanings, [header]: { ...file.meanings[header], ...said } } }
}

/** What holds for all files of one import. */
export type SharedOptions = { channel: string; makeMissing: boolean }

/** The mapping that the file is imported by; null while nobody knows what is in it. */
export function mappingOf(file: ImportFile, shared: SharedOptions): ImportMapping | null {
  const { inspection } = file
  if (!inspection?.kind) return null
  const { mapping } = inspection
  const { platform } = { ...mapping.options, ...file.answers }
  // A file of a shop or marketplace is known to come from there: several may be read at once.
  const channel = shared.channel.trim() || mapping.options.channel
  const makeMissing = shared.makeMissing || (platform !== '' && mapping.options.makeMissing)
  const options = { ...mapping.options, ...file.answers, channel, makeMissing, byColumn: byColumnOf(file) }
  return { kind: inspection.kind, columns: chosenColumns(file), options }
}

/** An answer for the file stands over what the data settled for the columns that it was asked about. */
function byColumnOf({ inspection, answers, meanings }: ImportFile): MappingOptions['byColumn'] {
  const byColumn = { ...inspection?.mapping.options.byColumn }
  for (const { key, columns } of inspection?.questions ?? []) {
    if (!(key in answers)) continue
    for (const column of columns) {
      const { [key as 'decimal']: _, ...rest } = byColumn[column] ?? {}
      byColumn[column] = rest
    }
  }
  for (const [column, said] of Object.entries(meanings)) {
    byColumn[column] = { ...byColumn[column], values: { ...byColumn[column]?.values, ...said } }
  }
  return byColumn
}
