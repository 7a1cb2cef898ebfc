// What reading one cell yields: a value, or what was expected instead. Sentences for both live with the screen.

/** Names of what a cell should have held; each has a sentence in both languages. */
export type Expectation =
  | 'number-with-point'
  | 'number-with-comma'
  | 'whole-number'
  | 'quantity'
  | 'percent'
  | 'rate'
  | 'day-dmy'
  | 'day-mdy'
  | 'day-ymd'
  | 'yes-or-no'
  | 'country'
  | 'currency'
  | 'unmangled-code'
  | 'weight'
  | 'length'
  | 'product-status'
  | 'product-tracking'
  | 'order-purpose'
  | 'order-status'
  | 'party-status'
  | 'purchase-status'
  | 'transport-mode'
  | 'supply-kind'
  | 'sales-cost-kind'
  | 'supply-status'
  | 'due-from'
  | 'customer-kind'
  | 'sale-due-from'
  | 'incoterm'
  | 'amount-or-words'
  | 'weight-or-words'

export type CellValue<T> = { readonly value: T } | { readonly expected: Expectation }

/** The mark before the decimals. */
export type DecimalMark = '.' | ','

/** The order in which a date names its parts. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'
