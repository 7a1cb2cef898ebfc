// From the cells of a row to typed values by field, as the mapping says. Bound once per file: every cell of it passes here.

import type { CellValue } from '#main/domain/import/cells/cell-value.ts'
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import { columnReader } from '#main/domain/import/column-reader.ts'
import type { Field, FieldType } from '#main/domain/import/fields/field.ts'
import { fieldOf, fieldsOf } from '#main/domain/import/kinds.ts'
import type { FieldValue, RowProblem } from '#main/services/import/loading/loader.ts'
import { ownValue } from '#shared/own-value.ts'
import { findCountry } from '#shared/reference/countries.ts'
import type { ImportMapping, ReadingOptions } from '#shared/schemas/imports.ts'

type CellReader = (text: string) => CellValue<FieldValue | null>
type ReadColumn = { at: number; field: string; read: CellReader; mostCharacters: number }

export type ReadRow = {
  values: Record<string, FieldValue | undefined>
  /** Fields whose amount stands beside a sign that several currencies share. */
  doubtful: readonly string[]
  problems: readonly RowProblem[]
}

const none: readonly never[] = []

/** A file with a column per currency maps each onto `rate.USD`, `rate.JPY` and so on. */
export const ratePrefix = 'rate.'

/** A function from a row's cells to its values; `headers` are the file's columns in order. */
export function rowReader(headers: readonly string[], mapping: ImportMapping): (cells: readonly string[]) => ReadRow {
  const columns = headers.flatMap((header, at) => readColumn(header, at, mapping))
  const blank = blankValues(mapping)
  return (cells) => {
    // All rows of one shape, with every field in it: a field that is not there would be looked for in vain for every row.
    const values: Record<string, FieldValue | undefined> = { ...blank }
    let doubtful: readonly string[] = none
    let problems: readonly RowProblem[] = none
    for (const { at, field, read, mostCharacters } of columns) {
      const text = cells[at] ?? ''
      if (text === '') continue
      const found = read(text)
      if ('expected' in found) problems = [...problems, { field, value: text, expected: found.expected }]
      else if (typeof found.value === 'string' && found.value.length > mostCharacters) {
        problems = [...problems, { field, value: text.slice(0, 200), expected: 'shorter' }]
      } else if (found.value !== null && found.value !== '') {
        values[field] = found.value
        if (isDoubtful(found.value)) doubtful = [...doubtful, field]
      }
    }
    return { values, doubtful, problems }
  }
}

/** As long as the same field may be when it is typed (shared/schemas): a record that could not be saved again is not made. */
const mostByField: Readonly<Record<string, number>> = {
  ...{ sku: 80, variantLabel: 120, unit: 20, hsCode: 20, code: 60, taxNumber: 60, number: 60, postalCode: 40 },
  ...{ shipToPostalCode: 40, phone: 100, fax: 100, website: 500, address: 500, shipToAddress: 500 },
  ...{ incoterm: 20, reference: 120, supplierCode: 120, receipt: 120 },
  eventText: 2000,
  ...{ note: 20_000, description: 20_000, declarationEn: 20_000, declarationZh: 20_000, barcode: 2000 },
}

const usualMost = 300

function blankValues({ kind }: ImportMapping): Record<string, undefined> {
  return Object.fromEntries(fieldsOf[kind].map((field) => [field.key, undefined]))
}

function readColumn(header: string, at: number, mapping: ImportMapping): ReadColumn[] {
  const key = ownValue(mapping.columns, header)
  const type = key ? typeOf(mapping, key) : null
  if (!key || type === null) return []
  const options: ReadingOptions | object = { ...mapping.options, ...mapping.options.byColumn[header] }
  const read: CellReader = columnReader(type, { options, nullWords: mapping.options.nullWords, findCountry })
  const currency = mapping.options.byColumn[header]?.currency
  const mostCharacters = mostByField[key] ?? usualMost
  return [{ at, field: key, read: isAmount(type) && currency ? inCurrency(read, currency) : read, mostCharacters }]
}

function isDoubtful(value: FieldValue): boolean {
  if (typeof value !== 'object') return false
  const { couldBe } = value as Partial<MoneyCell>
  return couldBe !== undefined && couldBe.length > 0
}

function isAmount(type: FieldType): boolean {
  return type === 'money' || type === 'told-money'
}

function typeOf({ kind }: ImportMapping, key: string): FieldType | null {
  if (kind === 'rates' && key.startsWith(ratePrefix)) return 'rate'
  const field: Field | null = fieldOf(kind, key)
  return field?.type ?? null
}

/** Amounts of a column whose header names their currency. */
function inCurrency(read: CellReader, currency: string): CellReader {
  return (text) => {
    const found = read(text)
    if ('expected' in found || found.value === null || typeof found.value !== 'object') return found
    if (!('amount' in found.value)) return found
    return found.value.currency === null ? { value: { ...found.value, currency } } : found
  }
}
