// What a column can be imported as.

import type { ImportKind } from '#shared/schemas/imports.ts'

export type FieldType =
  | 'text'
  /** Text that stays as it is: numbers of articles, postal codes, keys of other programs. */
  | 'code'
  | 'money'
  | 'quantity'
  | 'percent'
  | 'integer'
  | 'weight'
  | 'length'
  | 'day'
  | 'boolean'
  | 'country'
  | 'currency'
  | 'rate'
  | 'product-status'
  | 'order-status'
  | 'product-tracking'
  | 'order-purpose'
  /** A record named by its key, code or name. */
  | 'reference'

export interface Field {
  readonly key: string
  readonly type: FieldType
  readonly reference?: ImportKind
  /** Headers that only a file of this kind has: they tell the kind. */
  readonly own?: readonly string[]
  /** Further headers, the likelier first. */
  readonly synonyms: readonly string[]
  /** The field for the same thing in the other language; the cells tell which of the two is meant. */
  readonly twin?: string
  readonly language?: 'en' | 'zh'
}
