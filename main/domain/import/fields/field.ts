// What a column can be imported as.

import type { ImportKind } from '#shared/schemas/imports.ts'
import { salesCostKinds } from '#shared/schemas/sales-costs.ts'

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
  /** A time as written, with its zone behind a space where one was told. */
  | 'moment'
  | 'boolean'
  | 'country'
  | 'currency'
  | 'rate'
  | 'product-status'
  | 'order-status'
  | 'product-tracking'
  | 'order-purpose'
  | 'purchase-status'
  | 'transport-mode'
  | 'supply-kind'
  | 'sales-cost-kind'
  | 'supply-status'
  | 'due-from'
  | 'customer-kind'
  | 'sale-due-from'
  | 'incoterm'
  /** An amount or a weight, or words that stand in its place. */
  | 'told-money'
  | 'told-weight'
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

/** What a cell of a type may mean, where it is one of a few things: files have words, or numbers, of their own for them. */
export const choicesOf: Partial<Readonly<Record<FieldType, readonly string[]>>> = {
  'product-status': ['active', 'phasing_out', 'discontinued'],
  'order-status': ['draft', 'confirmed', 'on_hold', 'part_shipped', 'shipped', 'delivered', 'closed', 'cancelled'],
  'purchase-status': ['draft', 'sent', 'confirmed', 'part_received', 'received', 'closed', 'cancelled'],
  'transport-mode': ['sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post'],
  'sales-cost-kind': salesCostKinds,
  'supply-kind': ['factory', 'trader', 'forwarder', 'service', 'own'],
  'supply-status': ['candidate', 'approved', 'on_hold', 'blocked'],
  'due-from': ['order', 'ready', 'receipt', 'month_end'],
}
