// How a file of exchange rates is laid out: a column per currency (as the European Central Bank has it), one rate per row
// with both currencies named, or days and rates alone.
import { isCurrency } from '#shared/reference/currencies.ts'
import type { ColumnProfile } from './column-profile.ts'
import { guessMapping } from './guess-mapping.ts'

export type RatesLayout =
  /** 1 of the base currency is that many of the column's. `base` is null where the file does not say it. */
  | {
      readonly form: 'wide'
      readonly on: string
      readonly currencies: Readonly<Record<string, string>>
      readonly base: string | null
    }
  /** `from`, `to` and `rate` stand in each row. */
  | {
      readonly form: 'long'
      readonly columns: { readonly on: string; readonly from: string; readonly to: string; readonly rate: string }
    }
  /** The pair is told by the user, or by a header such as `USD/CNY`. */
  | {
      readonly form: 'single'
      readonly columns: { readonly on: string; readonly rate: string }
      readonly pair: { readonly from: string; readonly to: string } | null
    }

/** The layout, or null where the columns are no rates. */
export function guessRatesLayout(columns: readonly ColumnProfile[]): RatesLayout | null {
  const day = columns.find((column) => column.days > 0 && column.days * 2 >= column.filled)
  if (day === undefined) return null
  return wideLayout(columns, day.header) ?? longLayout(columns) ?? singleLayout(columns, day.header)
}

function wideLayout(columns: readonly ColumnProfile[], on: string): RatesLayout | null {
  const coded = columns.filter((column) => /^[A-Z]{3}$/.test(column.header.trim()))
  const known = coded.filter((column) => isCurrency(column.header.trim()))
  // Files that go far back carry currencies that are no more.
  if (known.length < 2 || known.length * 2 < coded.length || coded.length * 2 < columns.length - 1) return null
  const currencies = Object.fromEntries(coded.map((column) => [column.header, column.header.trim()]))
  return { form: 'wide', on, currencies, base: baseOf(columns, currencies) }
}

/**
 * A base that is also a column has 1 in every row; the ECB's files have no column for the euro. Anything else is asked.
 */
function baseOf(columns: readonly ColumnProfile[], currencies: Readonly<Record<string, string>>): string | null {
  const ones = columns.filter(
    (column) =>
      column.header in currencies && column.filled > 0 && column.numbers === column.filled && isAlwaysOne(column),
  )
  if (ones.length === 1 && ones[0] !== undefined) return currencies[ones[0].header] ?? null
  const codes = new Set(Object.values(currencies))
  return !codes.has('EUR') && codes.has('USD') && codes.has('JPY') && codes.has('GBP') ? 'EUR' : null
}

function isAlwaysOne(column: ColumnProfile): boolean {
  return column.overOne === 0 && column.fractions === 0
}

function longLayout(columns: readonly ColumnProfile[]): RatesLayout | null {
  const named = namedColumns(columns)
  const { on, from, to, rate } = named
  return on && from && to && rate ? { form: 'long', columns: { on, from, to, rate } } : null
}

function singleLayout(columns: readonly ColumnProfile[], on: string): RatesLayout | null {
  if (columns.length > 4) return null
  const numbers = columns.filter(
    (column) => column.header !== on && column.filled > 0 && column.numbers * 2 >= column.filled,
  )
  const rate =
    namedColumns(columns).rate ?? (numbers.length === 1 && columns.length === 2 ? numbers[0]?.header : undefined)
  if (rate === undefined) return null
  return { form: 'single', columns: { on, rate }, pair: pairIn(rate) }
}

function namedColumns(columns: readonly ColumnProfile[]): Partial<Record<string, string>> {
  const named: Partial<Record<string, string>> = {}
  for (const { column, field } of guessMapping('rates', columns)) if (field !== null) named[field] = column
  return named
}

/** `USD/CNY`, `USDCNY`, `USD to CNY`: 1 of the first is that many of the second. */
function pairIn(header: string): { from: string; to: string } | null {
  const match = /\b([A-Z]{3})\s*(?:\/|-|_|:|to|→|兑|)\s*([A-Z]{3})\b/.exec(header)
  const [from, to] = [match?.[1] ?? '', match?.[2] ?? '']
  return from !== to && isCurrency(from) && isCurrency(to) ? { from, to } : null
}
