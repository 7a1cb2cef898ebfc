// How a file's columns become fields: what the user sees, may change, saves under a name and gets back next time.
import type { DateOrder, DecimalMark } from './cells/cell-value.ts'
import type { LengthUnit, WeightUnit } from './cells/read-measure.ts'
import type { PercentForm } from './cells/read-number-kinds.ts'
import type { ImportKind } from './fields/field.ts'
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
}

export interface MappingOptions extends ReadingOptions {
  /** Whether words like `NULL` and `N/A` mean an empty cell or are text. */
  readonly nullWords?: 'empty' | 'text'
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  /** 0: the file has no header. */
  readonly headerLine?: number
  readonly skipTotals: boolean
  /** The shop or program that the keys in the file belong to. */
  readonly channel?: string
  readonly byColumn?: Readonly<Record<string, ReadingOptions>>
}

export interface Mapping {
  readonly kind: ImportKind
  /** Field by column name; null leaves the column out. */
  readonly columns: Readonly<Record<string, string | null>>
  readonly options: MappingOptions
}

/** What is the same for two files with the same columns in the same order, however they are spelled. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map((header) => foldHeader(header) || header.trim()).join('|')
}

/** The options for one column: its own, else the file's. */
export function optionsForColumn(options: MappingOptions, header: string): ReadingOptions {
  return { ...options, ...options.byColumn?.[header] }
}
