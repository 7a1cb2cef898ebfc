// The usual kinds of editable columns: how a text becomes the field of a record, and the field a text again.
import type { z } from 'zod'
import type { CellValue } from '#main/domain/import/cells/cell-value.ts'
import { readDay } from '#main/domain/import/cells/read-day.ts'
import { readMoney } from '#main/domain/import/cells/read-money.ts'
import { readInteger, readPercent, readQuantity } from '#main/domain/import/cells/read-number-kinds.ts'
import { readBoolean, readCountry, readCurrency } from '#main/domain/import/cells/read-words.ts'
import {
  type CellContext,
  type CellRead,
  type CellRow,
  type EditableColumn,
  refused,
} from '#main/services/lists/cell-list.ts'
import { fromUnits, toUnits, trimZeros, unitsOrNull } from '#shared/decimal.ts'
import { microPlaces, microsToDecimal } from '#shared/money.ts'
import { findCountry } from '#shared/reference/countries.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

const asText = (column: string) => (row: CellRow) => String(row[column] ?? '')

/** Refused with what was expected instead; the screen has a sentence for each. */
export function expected(what: string, text: string): CellRead {
  return refused('cells/expected', { expected: what, text })
}

function fromCell<Value>(cell: CellValue<Value>, text: string, patch: (value: Value) => CellRead): CellRead {
  return 'expected' in cell ? expected(cell.expected, text) : patch(cell.value)
}

const needed = (): CellRead => refused('cells/required')

/** Text by the rules of the record's own form. */
export function textCell(column: string, schema: z.ZodType<string, unknown>): EditableColumn {
  const canBeEmpty = schema.safeParse('').success
  return {
    reads: [column],
    text: asText(column),
    canBeEmpty,
    read: (text) => {
      const parsed = schema.safeParse(text)
      if (parsed.success) return { patch: { [column]: parsed.data } }
      return text.trim() === '' ? needed() : refused('cells/too-long')
    },
  }
}

/** A whole number, in the column's own unit. */
export function wholeCell(column: string, { min = 0, max = 1e12 } = {}): EditableColumn {
  return {
    reads: [column],
    text: asText(column),
    canBeEmpty: true,
    readsBy: 'decimal',
    amount: { of: (row) => textOf(row[column]), places: () => 0, text: (amount) => amount },
    read: (text, { reading }) => {
      if (text.trim() === '') return { patch: { [column]: null } }
      return fromCell(readInteger(text, reading.decimal), text, (value) =>
        value < min || value > max ? expected('whole-number', text) : { patch: { [column]: value } },
      )
    },
  }
}

/** A quantity kept in thousandths, of which it is at least so many. */
export function quantityCell(column: string, least = 0): EditableColumn {
  const amount = (row: CellRow) => (row[column] === null ? null : trimZeros(fromUnits(Number(row[column]), 3)))
  return {
    reads: [column],
    text: (row) => amount(row) ?? '',
    canBeEmpty: true,
    readsBy: 'decimal',
    amount: { of: amount, places: () => 3, text: (value) => value },
    read: (text, { reading }) => {
      if (text.trim() === '') return { patch: { [column]: null } }
      return fromCell(readQuantity(text, reading.decimal), text, (value) => {
        if (value.startsWith('-') || Number(value) > 1e9) return expected('quantity', text)
        const milli = toUnits(value, 3)
        return milli < least ? expected('above-zero', text) : { patch: { [column]: milli } }
      })
    },
  }
}

const ppmPlaces = 6

/** Per cent kept in millionths of the whole. */
export function percentCell(column: string): EditableColumn {
  const amount = (row: CellRow) => (row[column] === null ? null : trimZeros(fromUnits(Number(row[column]), 4)))
  return {
    reads: [column],
    text: (row) => amount(row) ?? '',
    canBeEmpty: true,
    readsBy: 'decimal',
    amount: { of: amount, places: () => 4, text: (value) => value },
    read: (text, { reading }) => {
      if (text.trim() === '') return { patch: { [column]: null } }
      return fromCell(readPercent(text, reading.decimal, 'percent'), text, (share) => {
        const decimals = share.split('.')[1]?.length ?? 0
        return decimals > ppmPlaces ? expected('percent', text) : { patch: { [column]: toUnits(share, ppmPlaces) } }
      })
    },
  }
}

/** `sibling` is the list's column that holds the currency alone. */
export type PriceColumns = { micros: string; currency: string; sibling: string }

/** A unit price with its currency: `12.50 USD`. Without one in the cell it keeps the one it has. */
export function priceCell({ micros, currency, sibling }: PriceColumns): EditableColumn {
  const code = (row: CellRow) => String(row[currency] ?? '')
  const amount = (row: CellRow) => (row[micros] === null ? null : microsToDecimal(Number(row[micros]), code(row)))
  return {
    reads: [micros, currency],
    text: (row) => `${amount(row) ?? ''} ${code(row)}`.trim(),
    canBeEmpty: true,
    group: micros,
    readsBy: 'decimal',
    amount: {
      of: amount,
      places: (row) => raisedPlaces(amount(row) ?? '', currencyDigits(code(row))),
      text: (value, row) => `${value} ${code(row)}`,
    },
    read: (text, context) => {
      if (text.trim() === '') return { patch: { [micros]: null, [currency]: null } }
      return fromCell(readMoney(text, context.reading.decimal), text, (money) => {
        if (money.amount.startsWith('-')) return expected('not-negative', text)
        const named = money.currency ?? currencyBeside(money.couldBe, context, { currency, sibling })
        if (named === null) return refused('cells/currency-needed', { text })
        const units = unitsOrNull(money.amount, microPlaces)
        return units === null ? refused('cells/too-large', { text }) : { patch: { [micros]: units, [currency]: named } }
      })
    },
  }
}

/** The currency in the next cell, else the record's own where the sign does not speak against it. */
function currencyBeside(
  couldBe: readonly string[],
  { given, row }: CellContext,
  { currency, sibling }: Pick<PriceColumns, 'currency' | 'sibling'>,
): string | null {
  const beside = given.get(sibling)
  const read = beside === undefined || beside.trim() === '' ? null : readCurrency(beside)
  const code = read && 'value' in read ? read.value : row[currency]
  if (typeof code !== 'string' || code === '') return null
  return couldBe.length === 0 || couldBe.includes(code) ? code : null
}

/** A price in whole coins is raised to whole coins, as long as one coin is at most a hundredth of it; else exactly. */
function raisedPlaces(amount: string, coinDigits: number): number {
  const decimals = amount.split('.')[1]?.length ?? 0
  return decimals > coinDigits || Number(amount) * 10 ** coinDigits < 100 ? microPlaces : coinDigits
}

/** The currency of a price: it changes the price's coin, never the figure. */
export function priceCurrencyCell({ micros, currency }: PriceColumns): EditableColumn {
  return {
    reads: [micros, currency],
    text: asText(currency),
    canBeEmpty: false,
    group: micros,
    read: (text, { row }) => {
      if (text.trim() === '') return row[micros] === null ? { patch: {} } : needed()
      if (row[micros] === null) return refused('cells/no-price')
      return fromCell(readCurrency(text), text, (value) => ({ patch: { [currency]: value } }))
    },
  }
}

/** A currency that may be left open. */
export const currencyCell = (column: string): EditableColumn => optionalCell(column, readCurrency)

export const countryCell = (column: string): EditableColumn =>
  optionalCell(column, (text) => readCountry(text, findCountry))

/** A word of a fixed set, kept as its code; an empty cell clears it. */
function optionalCell(column: string, read: typeof readCurrency): EditableColumn {
  return {
    reads: [column],
    text: asText(column),
    canBeEmpty: true,
    read: (text) => {
      if (text.trim() === '') return { patch: { [column]: '' } }
      return fromCell(read(text), text, (value) => ({ patch: { [column]: value } }))
    },
  }
}

/** One of a few words: by its key, or by a word that `words` knows. */
export function choiceCell(column: string, words: (text: string) => CellValue<string>): EditableColumn {
  return {
    reads: [column],
    text: asText(column),
    canBeEmpty: false,
    read: (text) => {
      if (text.trim() === '') return needed()
      return fromCell(words(text), text, (value) => ({ patch: { [column]: value } }))
    },
  }
}

/** Yes or no; empty is no. */
export function flagCell(column: string): EditableColumn {
  return {
    reads: [column],
    text: (row) => (row[column] === 1 ? 'true' : 'false'),
    canBeEmpty: false,
    read: (text) => {
      if (text.trim() === '') return { patch: { [column]: 0 } }
      return fromCell(readBoolean(text), text, (value) => ({ patch: { [column]: value ? 1 : 0 } }))
    },
  }
}

export function dayCell(column: string): EditableColumn {
  return {
    reads: [column],
    text: asText(column),
    canBeEmpty: true,
    readsBy: 'dates',
    read: (text, { reading }) => {
      if (text.trim() === '') return { patch: { [column]: null } }
      return fromCell(readDay(text, reading.dates), text, (value) => ({ patch: { [column]: value } }))
    },
  }
}

export type NamedRecord = { id: number; name: string }

/**
 * Another record by its name. `nameColumn` is where the row carries the name beside the id; `find` gives all that the text
 * may mean.
 */
export function referenceCell(
  columns: { id: string; name: string },
  { find, unknown }: { find: (text: string, context: CellContext) => readonly NamedRecord[]; unknown: string },
): EditableColumn {
  return {
    reads: [columns.id, columns.name],
    text: asText(columns.name),
    canBeEmpty: true,
    read: (text, context) => {
      const wanted = text.trim()
      if (wanted === '') return { patch: { [columns.id]: null, [`~${columns.name}`]: '' } }
      if (wanted === context.row[columns.name]) return { patch: {} }
      const [first, second] = find(wanted, context)
      if (!first) return expected(unknown, text)
      if (second) return refused('cells/ambiguous', { text })
      return { patch: { [columns.id]: first.id, [`~${columns.name}`]: first.name } }
    },
  }
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
