// The ABC-XYZ analysis at the service against the best bare SQL found that yields the same classes.
import type { Connection } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { classAnalysis } from '#main/services/insights/class-analysis.ts'
import type { ClassItem } from '#shared/schemas/classes.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { lastDay } from '#tests/bench/make-book.ts'
import { measure, type Timing } from '#tests/bench/measure.ts'

/** Three years of complete months: nearly every line of the book. */
const months = 36
const to = '2026-10-31'
const firstMonth = 2023 * 12 + 10

const sold = `FROM order_lines INDEXED BY order_lines_sold_by_product
  WHERE sold_on IS NOT NULL AND product_id IS NOT NULL AND sold_on <= '${to}'`

/** What both sides must agree on, product by product. */
type Classed = {
  productId: number
  sku: string
  name: string
  rank: number
  value: string
  share: number
  cv: number | null
  abc: string
  xyz: string | null
}

/** All in SQL: months inside products, then the running share by a window function. */
const nested = `WITH monthly AS (
    SELECT product_id, substr(sold_on, 1, 7) AS month, sum(base_minor) AS value, sum(qty_milli) * 1.0 AS qty
    ${sold} GROUP BY product_id, substr(sold_on, 1, 7)),
  sums AS (
    SELECT product_id, sum(value) AS value, sum(qty) AS qty, sum(qty * qty) AS squares, min(month) AS first
    FROM monthly GROUP BY product_id)
  SELECT p.id, p.sku, p.name_en, s.value, s.qty, s.squares, s.first,
    sum(max(s.value, 0)) OVER (ORDER BY s.value DESC, p.sku ROWS UNBOUNDED PRECEDING)
  FROM sums s JOIN products p ON p.id = s.product_id ORDER BY s.value DESC, p.sku`

/** Every product's days as one text: fewer values to carry from SQLite to JavaScript. */
const packed = `SELECT p.id, p.sku, p.name_en, s.value, s.first, s.days
  FROM (SELECT product_id, sum(base_minor) AS value, min(sold_on) AS first, group_concat(sold_on || qty_milli) AS days
    ${sold} GROUP BY product_id) s
  JOIN products p ON p.id = s.product_id`

/** Every line, folded in JavaScript. */
const plain = `SELECT product_id, sold_on, base_minor, qty_milli ${sold}`

export function classesFigures(connection: Connection): Figure[] {
  const statements = {
    nested: connection.prepare(nested).raw(),
    packed: connection.prepare(packed).raw(),
    plain: connection.prepare(plain).raw(),
    names: connection.prepare('SELECT id, sku, name_en FROM products').raw(),
  }
  const bare = {
    nested: () => fromSums(statements.nested.all() as NestedRow[]),
    packed: () => fromPacked(statements.packed.all() as PackedRow[]),
    plain: () => fromLines(statements.plain.all() as LineRow[], statements.names.all() as NameRow[]),
  }
  const question = {
    basis: 'revenue',
    months,
    on: lastDay,
    period: 'month',
    thresholds: [0.8, 0.95],
    limits: [0.5, 1],
  } as const
  const service = () =>
    read(connection, (db) => classAnalysis(db, { ...question, thresholds: [0.8, 0.95], limits: [0.5, 1] }))
  refuseDifferent(
    service().items.map(classedOf),
    Object.values(bare).map((run) => run()),
  )
  const timings = Object.entries(bare).map(([name, run]): [string, Timing] => [name, measure(() => {}, run)])
  const [best = ['', undefined]] = timings.sort(([, left], [, right]) => cpuOf(left) - cpuOf(right))
  return [
    figure(
      'classes.analysis by revenue and month, three years',
      measure(() => {}, service),
      {
        bare: best[1],
        goal: { ratio: 1.5 },
        note: `bare: ${timings.map(([name, timing]) => `${name} ${Math.round(timing.medianMs)} ms`).join(', ')}`,
      },
    ),
  ]
}

function cpuOf(timing: Timing): number {
  return timing.cpuMs ?? timing.medianMs
}

function classedOf({ productId, sku, name, rank, value, share, cv, rawAbc, rawXyz }: ClassItem): Classed {
  return { productId, sku, name, rank: rank ?? 0, value: String(value), share, cv, abc: rawAbc ?? '', xyz: rawXyz }
}

type Sums = { id: number; sku: string; name: string; value: number; quantity: number; squares: number; first: number }
type NestedRow = [
  id: number,
  sku: string,
  name: string,
  value: number,
  quantity: number,
  squares: number,
  first: string,
]

function fromSums(rows: readonly NestedRow[]): Classed[] {
  return classed(
    rows.map(([id, sku, name, value, quantity, squares, first]) => {
      return { id, sku, name, value, quantity, squares, first: monthOf(first) }
    }),
  )
}

type PackedRow = [id: number, sku: string, name: string, value: number, first: string, days: string]

function fromPacked(rows: readonly PackedRow[]): Classed[] {
  const sums = rows.map(([id, sku, name, value, first, days]): Sums => {
    const monthly = new Float64Array(months)
    const digit = (at: number) => days.charCodeAt(at) - 48
    for (let at = 0; at < days.length; at += 1) {
      const year = digit(at) * 1000 + digit(at + 1) * 100 + digit(at + 2) * 10 + digit(at + 3)
      const month = year * 12 + digit(at + 5) * 10 + digit(at + 6) - 1 - firstMonth
      let quantity = 0
      for (at += 10; at < days.length && days.charCodeAt(at) !== 44; at += 1) quantity = quantity * 10 + digit(at)
      monthly[month] = (monthly[month] ?? 0) + quantity
    }
    return { id, sku, name, value, ...momentsOf(monthly), first: monthOf(first) }
  })
  return classed(sums.sort(byValue))
}

type LineRow = [id: number, day: string, value: number, quantity: number]
type NameRow = [id: number, sku: string, name: string]

function fromLines(lines: readonly LineRow[], names: readonly NameRow[]): Classed[] {
  const found = new Map<number, { value: number; monthly: Float64Array; first: number }>()
  for (const [id, day, value, quantity] of lines) {
    const month = monthOf(day)
    let one = found.get(id)
    if (!one) {
      one = { value: 0, monthly: new Float64Array(months), first: month }
      found.set(id, one)
    }
    one.value += value
    one.monthly[month] = (one.monthly[month] ?? 0) + quantity
  }
  const sums = names.flatMap(([id, sku, name]): Sums[] => {
    const one = found.get(id)
    return one ? [{ id, sku, name, value: one.value, ...momentsOf(one.monthly), first: one.first }] : []
  })
  return classed(sums.sort(byValue))
}

function momentsOf(monthly: Float64Array): { quantity: number; squares: number } {
  let [quantity, squares] = [0, 0]
  for (const one of monthly) {
    quantity += one
    squares += one * one
  }
  return { quantity, squares }
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - firstMonth
}

function byValue(left: Sums, right: Sums): number {
  return right.value - left.value || (left.sku < right.sku ? -1 : 1)
}

function classed(sums: readonly Sums[]): Classed[] {
  let total = 0
  for (const { value } of sums) if (value > 0) total += value
  const [endOfA, endOfB] = [Math.ceil((total * 80) / 100), Math.ceil((total * 95) / 100)]
  let before = 0
  return sums.map(({ id, sku, name, value, quantity, squares, first }, at) => {
    const start = before
    before += Math.max(value, 0)
    const count = months - Math.max(0, first)
    const mean = quantity / count
    const cv = count < 2 || mean <= 0 ? null : Math.sqrt(Math.max(0, squares - quantity * mean) / (count - 1)) / mean
    return {
      productId: id,
      sku,
      name,
      rank: at + 1,
      value: `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`,
      share: Math.max(value, 0) / total,
      cv,
      abc: value <= 0 || start >= endOfB ? 'C' : start >= endOfA ? 'B' : 'A',
      xyz: count < 2 ? null : cv === null || cv > 1 + 1e-9 ? 'Z' : cv > 0.5 + 1e-9 ? 'Y' : 'X',
    }
  })
}

/** A yardstick that yields something else would measure something else. Products never sold are not compared. */
function refuseDifferent(expected: readonly Classed[], others: readonly (readonly Classed[])[]): void {
  const key = (item: Classed) =>
    [item.productId, item.rank, item.value, item.abc, item.xyz, item.cv?.toFixed(6), item.share.toFixed(9)].join()
  const keys = expected.filter(({ rank }) => rank > 0).map(key)
  if (keys.length === 0) throw new Error('the ABC-XYZ analysis is empty')
  for (const [at, other] of others.entries()) {
    const wrong = other.findIndex((item, index) => key(item) !== keys[index])
    if (wrong !== -1 || other.length !== keys.length)
      throw new Error(
        `bare ABC-XYZ ${at} yields another item at ${wrong}: ${other[wrong] && key(other[wrong])} / ${keys[wrong]}`,
      )
  }
}
