// What orders of a window earned, by order, customer, channel, product or month, with the charges that none of them bears.
import type { ReadDb } from '#main/db/database.ts'
import { marginPercent } from '#main/domain/sales/margin.ts'
import type { CostEntry } from '#main/domain/sales/order-profit.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { whichSold } from '#main/services/insights/sold-orders.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import { chargesOf } from '#main/services/sales/charges.ts'
import { type PartsOf, partsOfProducts } from '#main/services/sales/goods-costs.ts'
import { type OrderFigures, profiter } from '#main/services/sales/order-profit.ts'
import { groupNames } from '#main/services/sales/sold-groups.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor, minorToDecimal } from '#shared/money.ts'
import type { ProfitGroup, ProfitRow, Profits, ProfitsInput } from '#shared/schemas/sales-figures.ts'

type Key = string | number
type Sum = {
  orders: number
  revenue: number
  goods: number
  costs: number
  charges: number
  unknownOrders: number
  estimatedOrders: number
}
type Sums = { groups: Map<Key, Sum>; total: Sum }

function emptySum(): Sum {
  return { orders: 0, revenue: 0, goods: 0, costs: 0, charges: 0, unknownOrders: 0, estimatedOrders: 0 }
}

/** So many orders are looked up at once. */
const chunk = 1000

/**
 * The largest profit first, months in their order. Orders whose profit cannot be known are counted, and none of their money is
 * in the sums; charges without a rate are left out. What orders cost
 * that came to nothing (cancelled, taken back to a draft, deleted) is a charge of the day it was paid. Credits that name an order count with it, whatever their day.
 */
export function profitsByGroup(db: ReadDb, { groupBy, from, to, offset, limit }: ProfitsInput): Profits {
  const sums: Sums = { groups: new Map(), total: emptySum() }
  const ids = orderIds(db, { from, to })
  const partsOf = partsOfProducts(db)
  const profitsOf = profiter(db)
  for (let at = 0; at < ids.length; at += chunk) {
    for (const found of profitsOf(ids.slice(at, at + chunk))) addOrder(sums, found, { groupBy, partsOf })
  }
  addCharges(db, sums, { groupBy, from, to })
  const base = baseCurrency(db)
  const keys = sorted(sums, groupBy)
  const page = keys.slice(offset, offset + limit)
  const nameOf = groupBy === 'channel' ? groupNames(db, groupBy, page) : namesOf(db, groupBy, page)
  return {
    ...{ groupBy, currency: base, total: keys.length, sum: told(sums.total, base) },
    rows: page.map((key) => ({ ...nameOf(key), ...told(sums.groups.get(key) ?? emptySum(), base) })),
  }
}

type Window = Pick<ProfitsInput, 'from' | 'to'>

function orderIds(db: ReadDb, window: Window): Id[] {
  const { where, params } = whichSold(window)
  return db
    .raw(`SELECT o.id FROM sales_orders o NOT INDEXED WHERE ${where} AND o.credits_id IS NULL ORDER BY o.id`, ...params)
    .map(([id]) => id as Id)
}

function add({ groups, total }: Sums, key: Key, part: Partial<Sum>, isWhole = true): void {
  const group = groups.get(key) ?? emptySum()
  groups.set(key, group)
  addTo(group, part)
  if (isWhole) addTo(total, part)
}

function addTo(sum: Sum, part: Partial<Sum>): void {
  sum.orders += part.orders ?? 0
  sum.revenue += part.revenue ?? 0
  sum.goods += part.goods ?? 0
  sum.costs += part.costs ?? 0
  sum.charges += part.charges ?? 0
  sum.unknownOrders += part.unknownOrders ?? 0
  sum.estimatedOrders += part.estimatedOrders ?? 0
}

type Grouping = { groupBy: ProfitGroup; partsOf: PartsOf }

function addOrder(sums: Sums, { order, figures }: OrderFigures, { groupBy, partsOf }: Grouping): void {
  const isOrder = order.document === 'order' ? 1 : 0
  const { base: revenue } = figures.revenueTotal
  const { base: all } = figures.costTotal
  const goods = figures.costs.find(({ part }) => part === 'goods')?.base ?? null
  const keys =
    groupBy === 'product' ? [...new Set(order.lines.map(({ productId }) => productId ?? ''))] : [keyOf(groupBy, order)]
  if (revenue === null || all === null || goods === null) {
    for (const key of keys) add(sums, key, { orders: isOrder, unknownOrders: 1 }, false)
    add({ groups: new Map(), total: sums.total }, '', { orders: isOrder, unknownOrders: 1 })
    return
  }
  const counted = { orders: isOrder, estimatedOrders: figures.isEstimate ? 1 : 0 }
  const money = { revenue, goods, costs: all - goods }
  if (groupBy !== 'product') {
    add(sums, keys[0] ?? '', { ...counted, ...money })
    return
  }
  for (const key of keys) add(sums, key, counted, false)
  add({ groups: new Map(), total: sums.total }, '', counted)
  for (const [key, part] of byProduct({ order, figures }, money, partsOf)) add(sums, key, part)
}

function keyOf(groupBy: ProfitGroup, { id, customerId, channel, orderedOn }: OrderFigures['order']): Key {
  if (groupBy === 'order') return id
  if (groupBy === 'customer') return customerId ?? ''
  return groupBy === 'channel' ? channel : orderedOn.slice(0, 7)
}

type Money = Pick<Sum, 'revenue' | 'goods' | 'costs'>

/**
 * An order's money by the products of its lines: goods by who needed them, all else by what the lines earned, to the last cent.
 */
function byProduct({ order, figures }: OrderFigures, money: Money, partsOf: PartsOf): [Key, Money][] {
  const lines = order.lines
  const weights = lines.map(({ baseMinor, netMinor }) => Math.abs(baseMinor ?? netMinor))
  const revenue = spread(money.revenue, weights)
  const costs = spread(money.costs, weights)
  const goods = goodsByLine(figures.costs.find(({ part }) => part === 'goods')?.entries ?? [], {
    lines,
    weights,
    partsOf,
  })
  return lines.map(({ productId }, at) => [
    productId ?? '',
    { revenue: revenue[at] ?? 0, costs: costs[at] ?? 0, goods: goods[at] ?? 0 },
  ])
}

type LineFrame = { lines: OrderFigures['order']['lines']; weights: number[]; partsOf: PartsOf }

function goodsByLine(entries: readonly CostEntry[], { lines, weights, partsOf }: LineFrame): number[] {
  const sums = lines.map(() => 0)
  for (const { productId, base } of entries) {
    const needs = lines.map((line) => (productId === null ? 0 : needOf(line, productId, partsOf)))
    const parts = spread(base ?? 0, needs.some((need) => need > 0) ? needs : weights)
    for (const [at, part] of parts.entries()) sums[at] = (sums[at] ?? 0) + part
  }
  return sums
}

function needOf({ productId, qtyMilli }: LineFrame['lines'][number], partId: Id, partsOf: PartsOf): number {
  if (productId === null) return 0
  const each = partsOf(productId).find((part) => part.partId === partId)?.each ?? 0
  return Math.round(Math.abs(qtyMilli) * each)
}

/** Where nothing says how, the first line bears it. */
function spread(minor: number, weights: readonly number[]): number[] {
  if (minor === 0) return weights.map(() => 0)
  // Mostly one line bears it all: nothing to divide.
  const bearing = weights.filter((weight) => weight > 0)
  if (bearing.length === 1) return weights.map((weight) => (weight > 0 ? minor : 0))
  return allocateMinor(minor, weights) ?? weights.map((_, at) => (at === 0 ? minor : 0))
}

/** Charges of a channel or a product: told where the grouping has a place for them, and in the total always. */
function addCharges(db: ReadDb, sums: Sums, { groupBy, ...window }: Window & { groupBy: ProfitGroup }): void {
  for (const { channel, productId, month, minor: charges } of chargesOf(db, window)) {
    const key = { channel, product: productId ?? '', month, order: '', customer: '' }[groupBy]
    if (groupBy === 'order' || groupBy === 'customer') add({ groups: new Map(), total: sums.total }, '', { charges })
    else add(sums, key, { charges })
  }
}

function sorted({ groups }: Sums, groupBy: ProfitGroup): Key[] {
  const entries = [...groups]
  if (groupBy === 'month') return entries.map(([key]) => key).sort()
  const profit = ({ revenue, goods, costs, charges }: Sum) => revenue - goods - costs - charges
  return entries
    .sort(([left, a], [right, b]) => profit(b) - profit(a) || (String(left) < String(right) ? -1 : 1))
    .map(([key]) => key)
}

function told({ revenue, goods, costs, charges, ...counts }: Sum, base: string): Profits['sum'] {
  const profit = revenue - goods - costs - charges
  return {
    ...counts,
    revenue: minorToDecimal(revenue, base),
    goods: minorToDecimal(goods, base),
    costs: minorToDecimal(costs, base),
    charges: minorToDecimal(charges, base),
    profit: minorToDecimal(profit, base),
    marginPercent: marginPercent(profit, revenue),
  }
}

const nameSelects = {
  order:
    "SELECT o.id, o.number, coalesce(c.name, ''), coalesce(c.name_zh, '') FROM sales_orders o LEFT JOIN parties c ON c.id = o.customer_id WHERE o.id",
  product: "SELECT id, sku, coalesce(nullif(name_en, ''), name_zh), name_zh FROM products WHERE id",
} as const

function namesOf(db: ReadDb, groupBy: ProfitGroup, keys: readonly Key[]) {
  const named = new Map<Key, Pick<ProfitRow, 'key' | 'name' | 'nameZh'>>()
  const ids = keys.filter((key) => typeof key === 'number')
  if (groupBy === 'customer')
    for (const [id, { name, nameZh }] of partyNames(db, ids)) named.set(id, { key: name, name, nameZh })
  if (groupBy === 'order' || groupBy === 'product') {
    const rows = db.raw(`${nameSelects[groupBy]} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)) as [
      Id,
      string,
      string,
      string,
    ][]
    for (const [id, key, name, nameZh] of rows) named.set(id, { key, name, nameZh })
  }
  return (key: Key): Pick<ProfitRow, 'key' | 'id' | 'name' | 'nameZh'> =>
    typeof key === 'number'
      ? { id: key, ...(named.get(key) ?? { key: '', name: '', nameZh: '' }) }
      : { id: null, key, name: key, nameZh: key }
}
