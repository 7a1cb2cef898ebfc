// A page of any list: which ids it shows, in order, and how many match in all. Rows are read afterwards by id (late
// join), so that sorting and counting touch as little as possible.

import type { Param, ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import { filterCondition } from '#main/services/lists/list-filter.ts'
import type { ListColumn, ListSpec } from '#main/services/lists/list-spec.ts'
import { AppError } from '#shared/errors.ts'
import { ownValue } from '#shared/own-value.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { ListInput, Sort } from '#shared/schemas/paging.ts'

export type IdPage = { ids: number[]; total: number }

type Condition = { sql: string; params: Param[] }

/** Ids of the page and the count of all that match. */
export function listPage(db: ReadDb, spec: ListSpec, input: ListInput): IdPage {
  const parts = listParts(db, spec, input)
  const { ids, total } = parts.isFiltered ? filteredPage(db, parts, input) : orderedPage(db, parts, input)
  if (total !== null) return { ids, total }
  // A page that is not full ends the list.
  if (ids.length < input.limit && (ids.length > 0 || input.offset === 0))
    return { ids, total: input.offset + ids.length }
  const { from, where, params } = parts
  return {
    ids,
    total: db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from.count} WHERE ${where}`, ...params)?.n ?? 0,
  }
}

type SomePage = { ids: number[]; total: number | null }

/** No filter: the page alone, since a count without one comes from an index. */
function orderedPage(db: ReadDb, { from, where, params, sorts }: ListParts, { limit, offset }: ListInput): SomePage {
  const order = sorts.map(({ sql, rest }) => `${sql}${rest}`).join(', ')
  const sql = `SELECT r.id FROM ${from.page} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`
  return { ids: db.raw(sql, ...params, limit, offset).map((row) => row[0] as number), total: null }
}

/** With a filter, which may look things up for every row: what matches is found once, then counted and sorted. */
function filteredPage(db: ReadDb, { from, where, params, sorts }: ListParts, { limit, offset }: ListInput): SomePage {
  const keys = sorts.map(({ sql }, index) => `${sql} AS k${index}`).join(', ')
  const order = sorts.map(({ rest }, index) => `k${index}${rest}`).join(', ')
  const rows = db.raw(
    `WITH matching AS MATERIALIZED (SELECT ${keys} FROM ${from.page} WHERE ${where})
     SELECT k${sorts.length - 1}, (SELECT count(*) FROM matching) FROM matching ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...params,
    limit,
    offset,
  )
  return { ids: rows.map((row) => row[0] as number), total: (rows[0]?.[1] as number | undefined) ?? null }
}

/** Ids of all rows that match, in order: what an export or "all N matching" works on. */
export function listAllIds(db: ReadDb, spec: ListSpec, input: ListInput): number[] {
  const { from, where, params, sorts } = listParts(db, spec, input)
  const order = sorts.map(({ sql, rest }) => `${sql}${rest}`).join(', ')
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

type ListParts = ReturnType<typeof listParts>

function listParts(db: ReadDb, spec: ListSpec, input: ListInput) {
  const sorts = input.sort.length > 0 ? input.sort : [...spec.defaultSort]
  const conditions = listConditions(db, spec, input)
  const filterJoins = input.filters.flatMap((filter) => columnOf(spec, filter.column).joins ?? [])
  const searchJoins = input.search.trim() ? searchedColumns(spec, input).flatMap(searchJoinsOf) : []
  const sortJoins = sorts.flatMap((sort) => columnOf(spec, sort.column).joins ?? [])
  const isFiltered = input.filters.length > 0 || input.search.trim() !== ''
  const countSource = isFiltered ? sourceOf(spec, input, sorts) : `${spec.table} r`
  return {
    from: {
      count: fromClause(spec, countSource, [...filterJoins, ...searchJoins]),
      page: fromClause(spec, sourceOf(spec, input, sorts), [...filterJoins, ...searchJoins, ...sortJoins]),
    },
    where: conditions.map((condition) => condition.sql).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
    sorts: sortKeys(spec, sorts),
    isFiltered,
  }
}

/**
 * The view, whose list indexes have the usual orders and count without touching the table; or the table itself, from end to
 * end. SQLite knows nothing of how many rows are deleted or archived and would walk such an index to sort by anything else,
 * fetching every row out of its place: five times as slow as reading the table.
 */
function sourceOf(spec: ListSpec, input: ListInput, sorts: readonly Sort[]): string {
  const isOrdered = spec.indexed?.includes(sorts[0]?.column ?? '') && input.filters.length === 0 && !input.search.trim()
  if (spec.base !== undefined && isKeyed(spec, input)) return `${spec.base} r`
  if (spec.base === undefined || input.archived || isOrdered) return `${spec.table} r`
  return `${spec.base} r ${isNarrow(spec, input) ? `INDEXED BY ${spec.narrow?.index}` : 'NOT INDEXED'}`
}

/** Whether one index holds all that is asked for, and the table need not be read. */
function isNarrow(spec: ListSpec, input: ListInput): boolean {
  if (spec.narrow === undefined || input.archived || isKeyed(spec, input)) return false
  const { columns } = spec.narrow
  const sorts = input.sort.length > 0 ? input.sort : spec.defaultSort
  const asked = [...input.filters, ...sorts].map(({ column }) => column)
  return [...asked, ...(input.search.trim() ? spec.search : [])].every((key) => columns.includes(key))
}

/** Whether a filter asks for values of a column whose index finds them. */
function isKeyed(spec: ListSpec, input: ListInput): boolean {
  return input.filters.some((filter) => ['is', 'in'].includes(filter.op) && spec.keys?.includes(filter.column))
}

function listConditions(db: ReadDb, spec: ListSpec, input: ListInput): Condition[] {
  const digits = currencyDigits(
    db.get<{ base_currency: string }>('SELECT base_currency FROM books')?.base_currency ?? '',
  )
  // Without the plus SQLite would go through an index of all that is neither deleted nor archived, which is everything.
  const plus = spec.base !== undefined && isKeyed(spec, input) ? '+' : ''
  const conditions: Condition[] = [{ sql: `${plus}r.archived = ${input.archived ? 1 : 0}`, params: [] }]
  // The view says so as well; the table does not.
  if (spec.base) conditions.push({ sql: `${plus}r.deleted = 0`, params: [] })
  if (spec.where) conditions.push({ sql: spec.where, params: [] })
  const search = input.search.trim()
  if (search) conditions.push(searchCondition(searchedColumns(spec, input), search))
  const frame = { baseDigits: digits, today: () => bookToday(db, db.now) }
  for (const filter of input.filters) conditions.push(filterCondition(columnOf(spec, filter.column), filter, frame))
  return conditions
}

/** Where the search box looks. The narrow index meets other tables in the order of their rows: there a join beats a set of ids. */
function searchedColumns(spec: ListSpec, input: ListInput): ListColumn[] {
  const columns = spec.search.map((key) => columnOf(spec, key))
  return isNarrow(spec, input) ? columns.map(({ isLike: _, ...column }) => column) : columns
}

function searchJoinsOf({ joins, isLike }: ListColumn): readonly string[] {
  return isLike ? [] : (joins ?? [])
}

/** Every word must be found in one of the searched columns. */
function searchCondition(columns: readonly ListColumn[], search: string): Condition {
  const words = search.split(/\s+/).slice(0, 8)
  const one = `(${columns.map(({ sql, isLike }) => isLike ?? `${sql} LIKE ? ESCAPE '\\'`).join(' OR ')})`
  const params = words.flatMap((word) => columns.map(() => `%${escapeLike(word)}%`))
  return { sql: words.map(() => one).join(' AND '), params }
}

function columnOf(spec: ListSpec, key: string): ListColumn {
  const column = ownValue(spec.columns, key)
  if (!column) throw new AppError('lists/unknown-column', { column: key })
  return column
}

function fromClause(spec: ListSpec, source: string, joins: readonly string[]): string {
  return [source, ...[...new Set(joins)].map((name) => spec.joins?.[name] ?? '')].join(' ')
}

/** What a list is sorted by: an expression, with its collation and direction behind it. */
type SortKey = { sql: string; rest: string }

/** The id comes last, so that equal values keep one order on every page. */
function sortKeys(spec: ListSpec, sorts: readonly Sort[]): SortKey[] {
  const keys = sorts.map((sort) => {
    const column = columnOf(spec, sort.column)
    const collate = column.type === 'text' ? ' COLLATE NOCASE' : ''
    return { sql: column.sql, rest: `${collate} ${directionOf(sort)}` }
  })
  const last = sorts.at(-1)
  return [...keys, { sql: 'r.id', rest: last ? ` ${directionOf(last)}` : '' }]
}

function directionOf({ direction }: Sort): 'ASC' | 'DESC' {
  return direction === 'desc' ? 'DESC' : 'ASC'
}
