// The filters of one column as the editor shows them, and in words. Two filters on one column make a range.

import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDay } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import type { ColumnKind } from './grid-column.ts'

type Named = { key: string; label: string; kind: ColumnKind; choices?: readonly { value: string; label: string }[] }

/** The column's own filters out of all. */
export function filtersOf(filters: readonly Filter[], column: string): Filter[] {
  return filters.filter((filter) => filter.column === column)
}

/** All filters, with those of the column replaced. */
export function withFilters(filters: readonly Filter[], column: string, own: readonly Filter[]): Filter[] {
  const first = filters.findIndex((filter) => filter.column === column)
  const others = filters.filter((filter) => filter.column !== column)
  const at = first < 0 ? others.length : filters.slice(0, first).filter((filter) => filter.column !== column).length
  return [...others.slice(0, at), ...own, ...others.slice(at)]
}

export type Range = { from: string; to: string }

export function rangeOf(own: readonly Filter[]): Range {
  const value = (op: Filter['op']) => String(own.find((filter) => filter.op === op)?.values[0] ?? '')
  return { from: value('atLeast'), to: value('atMost') }
}

/** A range as filters; an end that is no day or number is left out. */
export function rangeFilters(column: string, kind: ColumnKind, range: Range): Filter[] {
  const clean = (text: string) => (kind === 'day' ? text.trim() : typedDecimal(text))
  const fits = (text: string) => (kind === 'day' ? isDay(text) : isDecimal(text))
  const ends = [
    { op: 'atLeast' as const, value: clean(range.from) },
    { op: 'atMost' as const, value: clean(range.to) },
  ]
  return ends.filter(({ value }) => fits(value)).map(({ op, value }) => ({ column, op, values: [value] }))
}

/** The filters of a column as one phrase: `Country: Germany, Japan`. */
export function filterPhrase(t: Translate, column: Named, own: readonly Filter[]): string {
  const { label } = column
  const range = rangeOf(own)
  if (range.from && range.to) return t('lists.filterText.between', { label, ...range })
  const filter = own[0]
  if (!filter) return label
  const value = filter.values.map((one) => valueText(t, column, one)).join(', ')
  return t(`lists.filterText.${filter.op}`, { label, value })
}

function valueText(t: Translate, column: Named, value: string | number | boolean): string {
  if (column.kind === 'flag') return t(String(value) === 'true' ? 'common.yes' : 'common.no')
  return column.choices?.find((choice) => choice.value === value)?.label ?? String(value)
}
