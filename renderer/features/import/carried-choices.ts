// How a file was imported, carried over to the file of its refused rows when that is dropped again: few mended rows settle
// less than the whole file did. Kept until the page is closed; a mapping to keep has a name and lives in the book.
import type { ImportMapping, Inspection } from '#shared/schemas/imports.ts'
import { type ImportFile, mappingOf, type SharedOptions } from './import-file.ts'

type Carried = { headers: readonly string[]; mapping: ImportMapping }

let carried: readonly Carried[] = []

export function carryMappings(files: readonly ImportFile[], shared: SharedOptions): void {
  const fresh = files.flatMap((file): Carried[] => {
    const mapping = mappingOf(file, shared)
    return mapping ? [{ headers: Object.keys(mapping.columns), mapping }] : []
  })
  carried = [...fresh, ...carried].slice(0, 50)
}

/** The mapping of a file imported before that had all its columns among these. */
export function carriedMapping(headers: readonly string[]): ImportMapping | null {
  const known = new Set(headers)
  return carried.find((one) => one.headers.every((header) => known.has(header)))?.mapping ?? null
}

/** The inspection read by another mapping: what that settles is asked no more. How the file is read stays as found. */
export function withMapping(inspection: Inspection, mapping: ImportMapping): Inspection {
  const { encoding, delimiter, sheet, headerLine } = inspection.mapping.options
  const columns = Object.fromEntries(inspection.columns.map(({ name }) => [name, mapping.columns[name] ?? null]))
  return {
    ...inspection,
    kind: mapping.kind,
    mapping: { kind: mapping.kind, columns, options: { ...mapping.options, encoding, delimiter, sheet, headerLine } },
    questions: inspection.questions.filter(
      (question) => !question.columns.every((column) => column in mapping.columns),
    ),
  }
}
