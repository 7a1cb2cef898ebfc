// One filter of a list as a condition in SQL, with its values in the units that the column is kept in.

import type { Param } from '#main/db/database.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import type { ColumnType, ListColumn } from '#main/services/lists/list-spec.ts'
import { type Day, isDay } from '#shared/dates.ts'
import { isDaySpan, spanOfDays } from '#shared/day-spans.ts'
import { isDecimal, toUnits } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { Filter } from '#shared/schemas/paging.ts'

type Condition = { sql: string; params: Param[] }

/** What values are understood with: the digits of the base currency, and the day that spans are counted from. */
export type FilterFrame = { baseDigits: number; today: () => Day }

/** Throws `lists/bad-filter` where a value does not fit the column. */
export function filterCondition(column: ListColumn, filter: Filter, frame: FilterFrame): Condition {
  if (column.also && filter.op !== 'empty' && filter.op !== 'notEmpty') return inEither(column, filter, frame)
  const { sql } = column
  switch (filter.op) {
    case 'empty':
      return { sql: isText(column) ? `coalesce(${sql}, '') = ''` : `${sql} IS NULL`, params: [] }
    case 'notEmpty':
      return { sql: isText(column) ? `coalesce(${sql}, '') <> ''` : `${sql} IS NOT NULL`, params: [] }
    case 'contains':
    case 'startsWith':
      return likeCondition(sql, filter)
    case 'between':
      return rangeCondition(column, filter, frame)
    case 'within':
      return spanCondition(column, filter, frame)
    default:
      return comparison(column, filter, frame)
  }
}

function isText(column: ListColumn): boolean {
  return ['text', 'code', 'choice', 'day'].includes(column.type)
}

function comparison(column: ListColumn, filter: Filter, frame: FilterFrame): Condition {
  const { sql } = column
  const params = filter.values.map((value) => toParam(value, { type: column.type, frame, filter }))
  if (params.length === 0) throw badFilter(filter)
  if (column.among) return amongCondition(column.among, filter, params)
  const first = params[0] ?? null
  const collate = column.type === 'text' ? ' COLLATE NOCASE' : ''
  const marks = params.map(() => '?').join(', ')
  switch (filter.op) {
    case 'is':
      return { sql: `${sql} = ?${collate}`, params: [first] }
    case 'isNot':
      return { sql: `(${sql} <> ?${collate} OR ${sql} IS NULL)`, params: [first] }
    case 'notIn':
      return { sql: `(${sql}${collate} NOT IN (${marks}) OR ${sql} IS NULL)`, params }
    case 'atLeast':
      return { sql: `${sql} >= ?`, params: [first] }
    case 'atMost':
      return { sql: `${sql} <= ?`, params: [first] }
    default:
      return { sql: `${sql}${collate} IN (${marks})`, params }
  }
}

/** Rows that have any of the words, or none of them. */
function amongCondition(among: string, filter: Filter, params: Param[]): Condition {
  const found = `r.id IN (${among} IN (${params.map(() => '?').join(', ')}))`
  switch (filter.op) {
    case 'is':
    case 'in':
      return { sql: found, params }
    case 'isNot':
    case 'notIn':
      return { sql: `NOT ${found}`, params }
    default:
      throw badFilter(filter)
  }
}

/** Both ends in one filter; an empty end is open. */
function rangeCondition(column: ListColumn, filter: Filter, frame: FilterFrame): Condition {
  const [from = '', to = ''] = filter.values
  const ends = [
    { sign: '>=', value: from },
    { sign: '<=', value: to },
  ].filter(({ value }) => value !== '')
  if (ends.length === 0 || filter.values.length > 2) throw badFilter(filter)
  return {
    sql: ends.map(({ sign }) => `${column.sql} ${sign} ?`).join(' AND '),
    params: ends.map(({ value }) => toParam(value, { type: column.type, frame, filter })),
  }
}

/** A span of days as it lies today in the book's time zone. */
function spanCondition(column: ListColumn, filter: Filter, frame: FilterFrame): Condition {
  const name = String(filter.values[0] ?? '')
  if (column.type !== 'day' || !isDaySpan(name)) throw badFilter(filter)
  const { from, to } = spanOfDays(name, frame.today())
  return rangeCondition(column, { ...filter, values: [from ?? '', to ?? ''] }, frame)
}

/** In either language; what is not in one must not be in the other. */
function inEither({ also, ...column }: ListColumn, filter: Filter, frame: FilterFrame): Condition {
  const own = filterCondition(column, filter, frame)
  const other = filterCondition({ ...column, sql: also ?? column.sql }, filter, frame)
  const word = filter.op === 'isNot' || filter.op === 'notIn' ? 'AND' : 'OR'
  return { sql: `(${own.sql} ${word} ${other.sql})`, params: [...own.params, ...other.params] }
}

function likeCondition(sql: string, filter: Filter): Condition {
  const text = escapeLike(String(filter.values[0] ?? ''))
  const pattern = filter.op === 'startsWith' ? `${text}%` : `%${text}%`
  return { sql: `${sql} LIKE ? ESCAPE '\\'`, params: [pattern] }
}

type ParamOptions = { type: ColumnType; frame: FilterFrame; filter: Filter }

function toParam(value: string | number | boolean, { type, frame, filter }: ParamOptions): Param {
  switch (type) {
    case 'text':
    case 'code':
    case 'choice':
      return String(value)
    case 'day':
      if (!isDay(String(value))) throw badFilter(filter)
      return String(value)
    case 'flag':
      return value === true || value === 'true' || value === 1 || value === '1' ? 1 : 0
    case 'number':
      return unitsOf(value, 0, filter, true)
    case 'quantity':
      return unitsOf(value, 3, filter)
    case 'price':
      return unitsOf(value, 6, filter)
    case 'baseMoney':
      return unitsOf(value, frame.baseDigits, filter)
  }
}

function unitsOf(value: string | number | boolean, places: number, filter: Filter, asIs = false): number {
  const text = String(value)
  if (!isDecimal(text)) throw badFilter(filter)
  return asIs ? Number(text) : toUnits(text, places)
}

function badFilter(filter: Filter): AppError {
  return new AppError('lists/bad-filter', { column: filter.column, value: filter.values.map(String).join(', ') })
}
