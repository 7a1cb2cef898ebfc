// What the data leave open about a file, as questions that the screen asks once.
import type { ColumnProfile } from './column-profile.ts'
import type { Field } from './fields/field.ts'
import type { ReadingOptions } from './mapping.ts'

export type QuestionKey =
  | 'dateOrder'
  | 'decimal'
  | 'currency'
  | 'nullWords'
  | 'percentForm'
  | 'weightUnit'
  | 'lengthUnit'

export interface Question {
  readonly key: QuestionKey
  /** The columns that raise it. */
  readonly columns: readonly string[]
  /** The answers to choose from; none where any currency will do. */
  readonly options: readonly string[]
  /** The likeliest answer, where there is one. */
  readonly guess: string | null
  /** For `nullWords`: how often each word was found. */
  readonly words?: Readonly<Record<string, number>>
}

/** A column in use: what it is read as, and what its cells look like. */
export type UsedColumn = { readonly field: Field; readonly profile: ColumnProfile }
/** One guess: what is settled, and the question that is left. */
export type Settled = {
  readonly file?: ReadingOptions
  readonly byColumn?: Readonly<Record<string, ReadingOptions>>
  readonly question?: Question
}
