// What a column can be imported as.

export const importKinds = [
  'categories',
  'suppliers',
  'customers',
  'carriers',
  'products',
  'stock',
  'orders',
  'order-lines',
  'order-rows',
  'rates',
] as const

/** What a file holds. `order-rows` are flat files: one row is one line, with its order's data repeated. */
export type ImportKind = (typeof importKinds)[number]

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
