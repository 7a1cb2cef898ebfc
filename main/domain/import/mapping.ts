// How the cells of a file, or of one of its columns, are read; and how its columns are recognised the next time.
import type { DateOrder, DecimalMark } from './cells/cell-value.ts'
import type { LengthUnit, WeightUnit } from './cells/read-measure.ts'
import type { PercentForm } from './cells/read-number-kinds.ts'
import { foldHeader } from './header-words.ts'

/** How cells are read; for the whole file, or for one column where it differs. */
export interface ReadingOptions {
  readonly dateOrder?: DateOrder
  readonly decimal?: DecimalMark
  /** The currency of amounts that do not name one. */
  readonly currency?: string
  readonly percentForm?: PercentForm
  readonly weightUnit?: WeightUnit
  readonly lengthUnit?: LengthUnit
  /** Every key in the column is a number written as `17850.0` by a program. */
  readonly dropPointZero?: boolean
  /** The file's own words of a column, and what each means; '' is nothing. */
  readonly values?: Readonly<Record<string, string>>
}

/** What is the same for two files with the same columns in the same order, however they are spelled. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map((header) => foldHeader(header) || header.trim()).join('|')
}
