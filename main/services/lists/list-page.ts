// A page of any list: which ids it shows, in order, and how many match in all. Rows are read afterwards by id (late
// join), so that sorting and counting touch as little as possible.

import type { Param, ReadDb } from '#main/db/database.ts'
import { filterCondition } from '#main/services/lists/list-filter.ts'
import type { ListColumn, ListSpec } from '#main/services/lists/list-spec.ts'
import { AppError } from '#shared/errors.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { ListInput, Sort } from '#shared/schemas/paging.ts'

export type IdPage = { ids: number[]; total: number }

type Condition = { sql: string; params: Param[] }

/** Ids of the page and the count of all that match. */
export function listPage(db: ReadDb, spec: ListSpec, input: ListInput): IdPage {
  const { from, where, params, order } = listParts(db, spec, input)
  const page = db.raw(
    `SELECT r.id FROM ${from.page} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...params,
    input.limit,
    input.offset,
  )
  const ids = page.map((row) => row[0] as number)
  // A page that is not full ends the list: searches that find little need no second pass to count.
  if (ids.length < input.limit && (ids.length > 0 || input.offset === 0))
    return { ids, total: input.offset + ids.length }
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from.count} WHERE ${where}`, ...params)?.n ?? 0
  return { ids, total }
}

/** Ids of all rows that match, in order: what an export or "all N matching" works on. */
export function listAllIds(db: ReadDb, spec: ListSpec, input: ListInput): number[] {
  const { from, where, params, order } = listParts(db, spec, input)
  return db
    .raw(`SELECT r.id FROM ${from.page} WHERE ${where} ORDER BY ${order}`, ...params)
    .map((row) => row[0] as number)
}

/** Rows by id, in the order of `ids`. `select` is a statement over `r` that ends before its WHERE. */
export function rowsInOrder<Row extends { id: number }>(db: ReadDb, select: string, ids: readonly number[]): Row[] {
  if (ids.length === 0) return []
  const rows = db.all<Row>(`${select} WHERE r.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function listParts(db: ReadDb, spec: ListSpec, input: ListInput) {
  const sorts = input.sort.length > 0 ? input.sort : [...spec.defaultSort]
  const conditions = listConditions(db, spec, input)
  const filterJoins = input.filters.flatMap((filter) => columnOf(spec, filter.column).joins ?? [])
  const searchJoins = input.search ? spec.search.flatMap((key) => searchJoinsOf(columnOf(spec, key))) : []
  const sortJoins = sorts.flatMap((sort) => columnOf(spec, sort.column).joins ?? [])
  return {
    from: {
      count: fromClause(spec, [...filterJoins, ...searchJoins]),
      page: fromClause(spec, [...filterJoins, ...searchJoins, ...sortJoins]),
    },
    where: conditions.map((condition) => condition.sql).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
    order: orderClause(spec, sorts),
  }
}

function listConditions(db: ReadDb, spec: ListSpec, input: ListInput): Condition[] {
  const digits = currencyDigits(
    db.get<{ base_currency: string }>('SELECT base_currency FROM books')?.base_currency ?? '',
  )
  const conditions: Condition[] = [{ sql: `r.archived = ${input.archived ? 1 : 0}`, params: [] }]
  if (spec.where) conditions.push({ sql: spec.where, params: [] })
  const search = input.search.trim()
  if (search) conditions.push(searchCondition(spec, search))
  for (const filter of input.filters) conditions.push(filterCondition(columnOf(spec, filter.column), filter, digits))
  return conditions
}

function searchJoinsOf({ joins, isLike }: ListColumn): readonly string[] {
  return isLike ? [] : (joins ?? [])
}

/** Every word must be found in one of the searched columns. */
function searchCondition(spec: ListSpec, search: string): Condition {
  const words = search.split(/\s+/).slice(0, 8)
  const columns = spec.search.map((key) => columnOf(spec, key))
  const one = `(${columns.map(({ sql, isLike }) => isLike ?? `${sql} LIKE ? ESCAPE '\\'`).join(' OR ')})`
  const params = words.flatMap((word) => columns.map(() => `%${escapeLike(word)}%`))
  return { sql: words.map(() => one).join(' AND '), params }
}

export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}

function columnOf(spec: ListSpec, key: string): ListColumn {
  const column = spec.columns[key]
  if (!column) throw new AppError('lists/unknown-column', { column: key })
  return column
}

function fromClause(spec: ListSpec, joins: readonly string[]): string {
  return [`${spec.table} r`, ...[...new Set(joins)].map((name) => spec.joins?.[name] ?? '')].join(' ')
}

/** The id comes last, so that equal values keep one order on every page. */
function orderClause(spec: ListSpec, sorts: readonly Sort[]): string {
  const parts = sorts.map((sort) => {
    const column = columnOf(spec, sort.column)
    const collate = column.type === 'text' ? ' COLLATE NOCASE' : ''
    return `${column.sql}${collate} ${sort.direction === 'desc' ? 'DESC' : 'ASC'}`
  })
  const direction = sorts.at(-1)?.direction === 'desc' ? 'DESC' : 'ASC'
  return [...parts, `r.id ${direction}`].join(', ')
}
