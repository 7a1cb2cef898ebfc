// Reads the cells of one column as its field wants them: bound once per column, called once per row.

import type { Day } from '#shared/dates.ts'
import { ownValue } from '#shared/own-value.ts'
import type { SaleDueFrom } from '#shared/schemas/sale-terms.ts'
import type { SalesCostKind } from '#shared/schemas/sales-costs.ts'
import type { CellValue } from './cells/cell-value.ts'
import { nullWord } from './cells/null-words.ts'
import { trimCell } from './cells/plain-text.ts'
import { readCode } from './cells/read-code.ts'
import { type CustomerKindWord, readCustomerKind, readSaleDueFrom } from './cells/read-customer-words.ts'
import { readDay } from './cells/read-day.ts'
import { readLength, readWeight } from './cells/read-measure.ts'
import { readMoment } from './cells/read-moment.ts'
import { type MoneyCell, readMoney } from './cells/read-money.ts'
import { readInteger, readPercent, readQuantity, readRate } from './cells/read-number-kinds.ts'
import {
  type DueFrom,
  type PurchaseStatusWord,
  readDueFrom,
  readIncoterm,
  readPurchaseStatus,
  readSupplyKind,
  readSupplyStatus,
  readTransportMode,
  type SupplyKind,
  type SupplyStatus,
  type TransportMode,
} from './cells/read-purchase-words.ts'
import { readSalesCostKind } from './cells/read-sales-words.ts'
import { readToldMoney, readToldWeight, type ToldElsewhere } from './cells/read-told.ts'
import {
  type FindCountry,
  type OrderPurpose,
  type OrderStatus,
  type ProductStatus,
  type ProductTracking,
  readBoolean,
  readCountry,
  readCurrency,
  readOrderPurpose,
  readOrderStatus,
  readProductStatus,
  readProductTracking,
} from './cells/read-words.ts'
import type { FieldType } from './fields/field.ts'
import type { ReadingOptions } from './mapping.ts'

/** What a cell of each type becomes. Decimal texts are exact; weights are grams, lengths millimetres. */
export interface FieldValues {
  text: string
  code: string
  reference: string
  money: MoneyCell
  quantity: string
  /** As a fraction: 5 % is `0.05`. */
  percent: string
  rate: string
  integer: number
  weight: number
  length: number
  day: Day
  moment: string
  boolean: boolean
  country: string
  currency: string
  'product-status': ProductStatus
  'order-status': OrderStatus
  'product-tracking': ProductTracking
  'order-purpose': OrderPurpose
  'purchase-status': PurchaseStatusWord
  'transport-mode': TransportMode
  'supply-kind': SupplyKind
  'sales-cost-kind': SalesCostKind
  'supply-status': SupplyStatus
  'due-from': DueFrom
  'customer-kind': CustomerKindWord
  'sale-due-from': SaleDueFrom
  incoterm: string
  'told-money': MoneyCell | ToldElsewhere
  'told-weight': number | ToldElsewhere
}

export interface ReaderContext {
  readonly options: ReadingOptions
  /** Whether words like `NULL` are empty cells; asked once per file. */
  readonly nullWords: 'empty' | 'text'
  readonly findCountry: FindCountry
}

export type ColumnReader<T extends FieldType> = (text: string) => CellValue<FieldValues[T] | null>

const nothing: CellValue<null> = { value: null }

/** A reader for cells of the type. An empty cell is null; a word of the file's own is read as what it was said to mean. */
export function columnReader<T extends FieldType>(type: T, context: ReaderContext): ColumnReader<T> {
  const read = readers[type](context)
  const areWordsEmpty = context.nullWords === 'empty'
  const { values } = context.options
  const readPlain: ColumnReader<T> = (text) => {
    if (text === '' || (areWordsEmpty && nullWord(text) !== null)) return nothing
    const cell = trimCell(text)
    return cell === '' ? nothing : read(cell)
  }
  if (values === undefined) return readPlain
  return (text) => {
    const meaning = ownValue(values, trimCell(text))
    if (meaning === undefined) return readPlain(text)
    return meaning === '' ? nothing : read(meaning)
  }
}

type Readers = { [T in FieldType]: (context: ReaderContext) => (cell: string) => CellValue<FieldValues[T]> }

const readers: Readers = {
  text: () => (cell) => ({ value: cell }),
  code: keyReader,
  reference: keyReader,
  money: (context) => (cell) => readMoney(cell, mark(context)),
  quantity: (context) => (cell) => readQuantity(cell, mark(context)),
  percent: (context) => (cell) => readPercent(cell, mark(context), context.options.percentForm ?? 'fraction'),
  rate: (context) => (cell) => readRate(cell, mark(context)),
  integer: (context) => (cell) => readInteger(cell, mark(context)),
  weight: (context) => (cell) => readWeight(cell, mark(context), context.options.weightUnit ?? 'kg'),
  length: (context) => (cell) => readLength(cell, mark(context), context.options.lengthUnit ?? 'cm'),
  day: (context) => (cell) => readDay(cell, context.options.dateOrder ?? 'ymd'),
  moment: (context) => (cell) => readMoment(cell, context.options.dateOrder ?? 'ymd'),
  boolean: () => readBoolean,
  country: (context) => (cell) => readCountry(cell, context.findCountry),
  currency: () => readCurrency,
  'product-status': () => readProductStatus,
  'order-status': () => readOrderStatus,
  'product-tracking': () => readProductTracking,
  'order-purpose': () => readOrderPurpose,
  'purchase-status': () => readPurchaseStatus,
  'transport-mode': () => readTransportMode,
  'supply-kind': () => readSupplyKind,
  'sales-cost-kind': () => readSalesCostKind,
  'supply-status': () => readSupplyStatus,
  'due-from': () => readDueFrom,
  'customer-kind': () => readCustomerKind,
  'sale-due-from': () => readSaleDueFrom,
  incoterm: () => readIncoterm,
  'told-money': (context) => (cell) => readToldMoney(cell, mark(context)),
  'told-weight': (context) => (cell) => readToldWeight(cell, mark(context), context.options.weightUnit ?? 'kg'),
}

function keyReader(context: ReaderContext): (cell: string) => CellValue<string> {
  const dropPointZero = context.options.dropPointZero ?? false
  return (cell) => readCode(cell, dropPointZero)
}

function mark(context: ReaderContext): '.' | ',' {
  return context.options.decimal ?? '.'
}
