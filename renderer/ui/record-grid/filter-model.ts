// The filters of one column as the editor shows them, and in words. Several on one column all hold.

import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDay } from '#shared/dates.ts'
import { isDaySpan } from '#shared/day-spans.ts'
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

/** The range among the filters of a column; older addresses have one filter for each end. */
export function rangeOf(own: readonly Filter[]): Range {
  const value = (op: Filter['op'], place: number) => own.find((filter) => filter.op === op)?.values[place]
  return {
    from: String(value('between', 0) ?? value('atLeast', 0) ?? ''),
    to: String(value('between', 1) ?? value('atMost', 0) ?? ''),
  }
}

/** A range as a filter; an end that is no day or number is left open. */
export function rangeFilters(column: string, kind: ColumnKind, range: Range): Filter[] {
  const clean = (text: string) => (kind === 'day' ? text.trim() : typedDecimal(text))
  const fits = (text: string) => (kind === 'day' ? isDay(text) : isDecimal(text))
  const [from, to] = [range.from, range.to].map(clean).map((end) => (fits(end) ? end : ''))
  if (from && to) return [{ column, op: 'between', values: [from, to] }]
  if (from) return [{ column, op: 'atLeast', values: [from] }]
  return to ? [{ column, op: 'atMost', values: [to] }] : []
}

/** The filters of a column as one phrase: `Country: Germany, Japan`. */
export function filterPhrase(t: Translate, column: Named, own: readonly Filter[]): string {
  const range = rangeOf(own)
  const isPair = own.length === 2 && own[0]?.op === 'atLeast' && own[1]?.op === 'atMost'
  if (isPair) return t('lists.filterText.between', { label: column.label, ...range })
  const [first, ...rest] = own.map((filter) => onePhrase(t, column, filter))
  if (first === undefined) return column.label
  return rest.reduce((phrase, next) => t('lists.filterText.and', { first: phrase, second: next }), first)
}

function onePhrase(t: Translate, column: Named, filter: Filter): string {
  const { label } = column
  if (filter.op === 'between') return rangePhrase(t, label, rangeOf([filter]))
  const span = String(filter.values[0] ?? '')
  if (filter.op === 'within' && isDaySpan(span)) {
    return t('lists.filterText.is', { label, value: t(`lists.spans.${span}`) })
  }
  if (filter.op === 'within') return label
  const value = filter.values.map((one) => valueText(t, column, one)).join(', ')
  return t(`lists.filterText.${filter.op}`, { label, value })
}

/** An address may leave one end open. */
function rangePhrase(t: Translate, label: string, { from, to }: Range): string {
  if (from === '') return t('lists.filterText.atMost', { label, value: to })
  if (to === '') return t('lists.filterText.atLeast', { label, value: from })
  return t('lists.filterText.between', { label, from, to })
}

function valueText(t: Translate, column: Named, value: string | number | boolean): string {
  if (column.kind === 'flag') return t(String(value) === 'true' ? 'common.yes' : 'common.no')
  return column.choices?.find((choice) => choice.value === value)?.label ?? String(value)
}
