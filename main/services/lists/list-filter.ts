// One filter of a list as a condition in SQL, with its values in the units that the column is kept in.

import type { Param } from '#main/db/database.ts'
import type { ColumnType, ListColumn } from '#main/services/lists/list-spec.ts'
import { isDay } from '#shared/dates.ts'
import { isDecimal, toUnits } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { Filter } from '#shared/schemas/paging.ts'

type Condition = { sql: string; params: Param[] }

/** Throws `lists/bad-filter` where a value does not fit the column. */
export function filterCondition(column: ListColumn, filter: Filter, baseDigits: number): Condition {
  if (column.also && filter.op !== 'empty' && filter.op !== 'notEmpty') return inEither(column, filter, baseDigits)
  const { sql } = column
  const isText = ['text', 'code', 'choice', 'day'].includes(column.type)
  if (filter.op === 'empty') return { sql: isText ? `coalesce(${sql}, '') = ''` : `${sql} IS NULL`, params: [] }
  if (filter.op === 'notEmpty') return { sql: isText ? `coalesce(${sql}, '') <> ''` : `${sql} IS NOT NULL`, params: [] }
  if (filter.op === 'contains' || filter.op === 'startsWith') return likeCondition(sql, filter)
  const params = filter.values.map((value) => toParam(value, { type: column.type, baseDigits, filter }))
  if (params.length === 0) throw badFilter(filter)
  const first = params[0] ?? null
  const collate = column.type === 'text' ? ' COLLATE NOCASE' : ''
  switch (filter.op) {
    case 'is':
      return { sql: `${sql} = ?${collate}`, params: [first] }
    case 'isNot':
      return { sql: `(${sql} <> ?${collate} OR ${sql} IS NULL)`, params: [first] }
    case 'in':
      return { sql: `${sql}${collate} IN (${params.map(() => '?').join(', ')})`, params }
    case 'atLeast':
      return { sql: `${sql} >= ?`, params: [first] }
    case 'atMost':
      return { sql: `${sql} <= ?`, params: [first] }
  }
}

/** In either language; what is not in one must not be in the other. */
function inEither({ also, ...column }: ListColumn, filter: Filter, baseDigits: number): Condition {
  const own = filterCondition(column, filter, baseDigits)
  const other = filterCondition({ ...column, sql: also ?? column.sql }, filter, baseDigits)
  const word = filter.op === 'isNot' ? 'AND' : 'OR'
  return { sql: `(${own.sql} ${word} ${other.sql})`, params: [...own.params, ...other.params] }
}

function likeCondition(sql: string, filter: Filter): Condition {
  const text = String(filter.values[0] ?? '').replaceAll(/[\\%_]/g, (character) => `\\${character}`)
  const pattern = filter.op === 'startsWith' ? `${text}%` : `%${text}%`
  return { sql: `${sql} LIKE ? ESCAPE '\\'`, params: [pattern] }
}

type ParamOptions = { type: ColumnType; baseDigits: number; filter: Filter }

function toParam(value: string | number | boolean, { type, baseDigits, filter }: ParamOptions): Param {
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
      return unitsOf(value, baseDigits, filter)
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
