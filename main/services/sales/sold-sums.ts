// Sales of a window by group: orders with their freight, lines with their units and money, and what came off the prices.
import type { ReadDb } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { netOfDiscount } from '#main/domain/sales/net-discount.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { AbcWindow } from '#main/services/insights/sold-lines.ts'
import { whichSold } from '#main/services/insights/sold-orders.ts'
import { type GroupKey, groupSql } from '#main/services/sales/sold-groups.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor } from '#shared/money.ts'
import type { SalesGroup } from '#shared/schemas/sales-figures.ts'

/** Money in minor units of base currency, units in thousandths. */
export type SoldSum = {
  orders: number
  unitsMilli: number
  net: number
  discount: number
  freight: number
  ordersWithoutRate: number
}

export type SoldSums = { groups: Map<GroupKey, SoldSum>; total: SoldSum }

export function emptySum(): SoldSum {
  return { orders: 0, unitsMilli: 0, net: 0, discount: 0, freight: 0, ordersWithoutRate: 0 }
}

type Question = AbcWindow & { groupBy: SalesGroup }

export function soldSums(db: ReadDb, question: Question): SoldSums {
  const sums: SoldSums = { groups: new Map(), total: emptySum() }
  const { isOfLine } = groupSql[question.groupBy]
  if (isOfLine) addSharedOrders(db, question, sums)
  else {
    addOrders(db, question, sums)
    addLines(db, question, sums)
  }
  addDiscounts(db, question, sums)
  return sums
}

/** Adds to a group and to the total alike. */
function add({ groups, total }: SoldSums, key: GroupKey, part: Partial<SoldSum>): void {
  let group = groups.get(key)
  if (!group) {
    group = emptySum()
    groups.set(key, group)
  }
  for (const name of Object.keys(part) as (keyof SoldSum)[]) {
    group[name] += part[name] ?? 0
    total[name] += part[name] ?? 0
  }
}

type OrderRow = [
  key: GroupKey,
  id: Id,
  document: string,
  currency: string,
  rate: string | null,
  hasBase: number,
  freight: number,
]

/** Freight as it was charged, without the tax in it. */
const netFreight = 'coalesce(o.freight_minor, 0) - iif(o.tax_included = 1, o.freight_tax_minor, 0)'

function orderRows(db: ReadDb, { groupBy, ...window }: Question): OrderRow[] {
  const { key, joins, isOfLine } = groupSql[groupBy]
  const { where, params } = whichSold(window)
  return db.raw(
    `SELECT ${isOfLine ? 'NULL' : key}, o.id, o.document, o.currency, o.rate, o.base_total_minor IS NOT NULL, ${netFreight}
     FROM sales_orders o NOT INDEXED${isOfLine ? '' : joins} WHERE ${where}`,
    ...params,
  ) as OrderRow[]
}

/** What an order is in all its groups but for its freight; credits are no orders. */
function countOf([, , document, , , hasBase]: OrderRow): Partial<SoldSum> {
  return { orders: document === 'order' ? 1 : 0, ordersWithoutRate: hasBase ? 0 : 1 }
}

/** Freight in base currency, converted and rounded once an order; nothing where there is no rate. */
function freightInBase(db: ReadDb): (row: OrderRow) => number {
  const base = baseCurrency(db)
  const converters = new Map<string, (minor: number) => number>()
  return ([, , , currency, rate, , freight]) => {
    if (freight === 0 || currency === base) return freight
    if (rate === null) return 0
    const name = `${currency}${rate}`
    let convert = converters.get(name)
    if (!convert) {
      convert = minorConverter(currency, base, { multiply: rate, divide: '1' })
      converters.set(name, convert)
    }
    return convert(freight)
  }
}

function addOrders(db: ReadDb, question: Question, sums: SoldSums): void {
  const freightOf = freightInBase(db)
  for (const row of orderRows(db, question)) add(sums, row[0], { ...countOf(row), freight: freightOf(row) })
}

function addLines(db: ReadDb, { groupBy, ...window }: Question, sums: SoldSums): void {
  const { key, joins } = groupSql[groupBy]
  const { where, params } = whichSold(window)
  const rows = db.raw(
    `SELECT ${key}, sum(l.qty_milli - l.cancelled_milli), coalesce(sum(l.base_minor), 0)
     FROM sales_orders o NOT INDEXED CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id${joins}
     WHERE ${where} AND l.deleted = 0 GROUP BY 1`,
    ...params,
  ) as [GroupKey, number, number][]
  for (const [group, unitsMilli, net] of rows) add(sums, group, { unitsMilli, net })
}

type ShareRow = [orderId: Id, key: GroupKey, unitsMilli: number, base: number]

/** An order whose lines fall into several groups counts once in each; its freight is shared out by what they earned. */
function addSharedOrders(db: ReadDb, question: Question, sums: SoldSums): void {
  const freightOf = freightInBase(db)
  const orders = new Map(orderRows(db, question).map((row) => [row[1], row]))
  for (const [orderId, shares] of sharesByOrder(db, question)) {
    const order = orders.get(orderId)
    if (!order) continue
    const counted = countOf(order)
    const freights = spread(
      freightOf(order),
      shares.map(([, , , base]) => Math.abs(base)),
    )
    shares.forEach(([, key, unitsMilli, net], at) => {
      add(sums, key, { ...counted, unitsMilli, net, freight: freights[at] ?? 0 })
    })
  }
  sums.total.orders = [...orders.values()].filter(([, , document]) => document === 'order').length
  sums.total.ordersWithoutRate = [...orders.values()].filter(([, , , , , hasBase]) => !hasBase).length
}

function sharesByOrder(db: ReadDb, { groupBy, ...window }: Question): Map<Id, ShareRow[]> {
  const { key, joins } = groupSql[groupBy]
  const { where, params } = whichSold(window)
  const rows = db.raw(
    `SELECT o.id, ${key}, sum(l.qty_milli - l.cancelled_milli), coalesce(sum(l.base_minor), 0)
     FROM sales_orders o NOT INDEXED CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id${joins}
     WHERE ${where} AND l.deleted = 0 GROUP BY 1, 2`,
    ...params,
  ) as ShareRow[]
  return Map.groupBy(rows, ([orderId]) => orderId)
}

/** Where nothing was earned, the first group bears it all. */
function spread(minor: number, weights: readonly number[]): number[] {
  if (minor === 0 || weights.length === 1) return weights.map(() => minor)
  return allocateMinor(minor, weights) ?? weights.map((_, at) => (at === 0 ? minor : 0))
}

type DiscountRow = [
  key: GroupKey,
  currency: string,
  rate: string | null,
  taxIncluded: number,
  priceMicros: number,
  qtyMilli: number,
  total: number,
  tax: number,
]

/** Only lines with a discount are looked at: SQL adds stored amounts and never multiplies prices. */
function addDiscounts(db: ReadDb, { groupBy, ...window }: Question, sums: SoldSums): void {
  const base = baseCurrency(db)
  const { key, joins } = groupSql[groupBy]
  const { where, params } = whichSold(window)
  const rows = db.raw(
    `SELECT ${key}, o.currency, o.rate, o.tax_included, l.price_micros, l.qty_milli - l.cancelled_milli, l.total_minor,
       l.tax_minor
     FROM sales_orders o NOT INDEXED CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id${joins}
     WHERE ${where} AND l.deleted = 0 AND (l.discount_ppm <> 0 OR l.discount_minor <> 0)`,
    ...params,
  ) as DiscountRow[]
  for (const [group, currency, rate, taxIncluded, priceMicros, qtyMilli, totalMinor, tax] of rows) {
    if (rate === null && currency !== base) continue
    const minor = netOfDiscount({ currency, priceMicros, qtyMilli, totalMinor, taxMinor: taxIncluded ? tax : 0 })
    const discount =
      currency === base ? minor : minorConverter(currency, base, { multiply: rate ?? '1', divide: '1' })(minor)
    add(sums, group, { discount })
  }
}
