// The first page of every grid at the service, count included: by the sorts that grids open with, and by any other column
// and filter. The worst of each is the figure.
import type { Connection } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { listProducts, productList } from '#main/services/catalog/product-list.ts'
import type { ListColumn, ListSpec } from '#main/services/lists/list-spec.ts'
import { listOrders, orderList } from '#main/services/orders/order-list.ts'
import { listParties, partyList } from '#main/services/parties/party-list.ts'
import { listRates, rateList } from '#main/services/rates/rate-list.ts'
import { type Filter, type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { type Limits, measure, type Timing } from '#tests/bench/measure.ts'

type Grid = {
  name: string
  spec: ListSpec
  /** Columns by which people sort it; the default among them. */
  usual: readonly string[]
  /** The same page of the default sort by one hand-written statement. */
  bare: string
  page(connection: Connection, query: ListQuery): { rows: readonly object[]; total: number }
}

const live = 'deleted = 0 AND archived = 0'

const grids: readonly Grid[] = [
  {
    name: 'products',
    spec: productList,
    usual: ['sku', 'nameEn'],
    bare: `SELECT *, (SELECT count(*) FROM products WHERE ${live}) FROM products WHERE ${live} ORDER BY sku LIMIT 100`,
    page: (connection, query) => read(connection, (db) => listProducts(db, listInput.parse(query))),
  },
  ...(['customer', 'supplier'] as const).map((role): Grid => {
    const where = `is_${role} = 1 AND ${live}`
    return {
      name: `${role}s`,
      spec: partyList(role),
      usual: ['name'],
      bare: `SELECT *, (SELECT count(*) FROM parties WHERE ${where}) FROM parties WHERE ${where} ORDER BY name COLLATE NOCASE LIMIT 100`,
      page: (connection, query) => read(connection, (db) => listParties(db, { ...listInput.parse(query), role })),
    }
  }),
  {
    name: 'orders',
    spec: orderList,
    usual: ['orderedOn', 'number', 'baseTotal'],
    bare: `SELECT *, (SELECT count(*) FROM sales_orders WHERE ${live}) FROM sales_orders WHERE ${live} ORDER BY ordered_on DESC, id DESC LIMIT 100`,
    page: (connection, query) => read(connection, (db) => listOrders(db, listInput.parse(query))),
  },
  {
    name: 'rates',
    spec: rateList,
    usual: ['on'],
    bare: 'SELECT *, (SELECT count(*) FROM rates WHERE deleted = 0) FROM rates WHERE deleted = 0 ORDER BY rate_on DESC, id DESC LIMIT 100',
    page: (connection, query) => read(connection, (db) => listRates(db, listInput.parse(query))),
  },
]

type Case = { name: string; query: ListQuery }
export type PageDetail = { grid: string; case: string; ms: number; total: number }

/** Quick looks find the worst; only those are then measured in full. */
const quick: Limits = { runs: 5, limitMs: 250 }

export function pageFigures(connection: Connection): { figures: Figure[]; details: PageDetail[] } {
  const all = grids.map((grid) => gridFigures(connection, grid, { other: 40 }))
  return { figures: all.flatMap(({ figures }) => figures), details: all.flatMap(({ details }) => details) }
}

/** The same of the order list alone, by its own goals. */
export function orderPageFigures(connection: Connection): { figures: Figure[]; details: PageDetail[] } {
  const grid = grids.find(({ name }) => name === 'orders')
  if (!grid) throw new Error('there is no order list')
  return gridFigures(connection, grid, { other: 100 })
}

type Goals = { /** Milliseconds for any other column and filter. */ other: number }

function gridFigures(connection: Connection, grid: Grid, goals: Goals): { figures: Figure[]; details: PageDetail[] } {
  const details: PageDetail[] = []
  const time = (item: Case, limits?: Limits) =>
    measure(
      () => {},
      () => grid.page(connection, item.query),
      limits,
    )
  const worstOf = (cases: readonly Case[]): { worst: Case; timing: Timing } => {
    const timed = cases.map((item) => ({ item, ms: time(item, quick).cpuMs ?? 0 }))
    for (const { item, ms } of timed)
      details.push({ grid: grid.name, case: item.name, ms, total: grid.page(connection, item.query).total })
    const worst = timed.reduce((left, right) => (right.ms > left.ms ? right : left)).item
    return { worst, timing: time(worst) }
  }
  const bare = connection.prepare(grid.bare)
  const first = time({ name: 'default', query: {} })
  const usual = worstOf(grid.usual.flatMap(bothWays))
  const other = worstOf(otherCases(grid, connection))
  const figures = [
    figure(`first page of ${grid.name}, as it opens`, first, {
      bare: measure(
        () => {},
        () => bare.all(),
      ),
      goal: { ms: 10 },
    }),
    figure(`first page of ${grid.name}, worst usual sort`, usual.timing, {
      goal: { ms: 10 },
      note: usual.worst.name,
    }),
    figure(`first page of ${grid.name}, worst other`, other.timing, {
      goal: { ms: goals.other },
      note: other.worst.name,
    }),
  ]
  return { figures, details }
}

function bothWays(column: string): Case[] {
  return (['asc', 'desc'] as const).map((direction) => ({
    name: `sort ${column} ${direction}`,
    query: { sort: [{ column, direction }] },
  }))
}

function otherCases(grid: Grid, connection: Connection): Case[] {
  const others = Object.keys(grid.spec.columns).filter((column) => !grid.usual.includes(column))
  const sample = (grid.page(connection, {}).rows[50] ?? {}) as Record<string, unknown>
  const filters = Object.entries(grid.spec.columns).flatMap(([column, spec]) => filtersOf(column, spec, sample[column]))
  const searches = ['a', 'blue 12', 'nothing like this'].map((search) => ({
    name: `search "${search}"`,
    query: { search },
  }))
  const filtered = filters.map((filter) => ({
    name: `filter ${filter.column} ${filter.op} ${filter.values.join()}`,
    query: { filters: [filter] },
  }))
  return [...others.flatMap(bothWays), ...filtered, ...searches]
}

function filtersOf(column: string, { type }: ListColumn, sample: unknown): Filter[] {
  const some = sample === null || sample === undefined || sample === '' ? null : (sample as string | number | boolean)
  const empties: Filter[] = (['empty', 'notEmpty'] as const).map((op) => ({ column, op, values: [] }))
  switch (type) {
    case 'text':
    case 'code':
      return [...empties, { column, op: 'contains', values: ['12'] }, { column, op: 'startsWith', values: ['Oak'] }]
    case 'choice':
      return [...empties, ...(some === null ? [] : [{ column, op: 'in' as const, values: [some] }])]
    case 'day':
      return [
        ...empties,
        { column, op: 'atLeast', values: ['2026-06-01'] },
        { column, op: 'atMost', values: ['2024-01-31'] },
      ]
    case 'flag':
      return [{ column, op: 'is', values: [true] }]
    default:
      return [...empties, { column, op: 'atLeast', values: [some === null ? 5 : String(some)] }]
  }
}
