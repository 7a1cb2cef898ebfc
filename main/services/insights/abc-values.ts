// What each product is worth by a basis of the ABC analysis, added up inside SQLite from covering indexes.
import type { ReadDb } from '#main/db/database.ts'
import type { AbcEntry } from '#main/domain/inventory/abc.ts'
import { orderCounts } from '#main/services/insights/order-counts.ts'
import { asksOrders, type InsightFilter, ofCategory, orderFilterSql } from '#main/services/insights/order-filter.ts'
import { type AbcWindow, daysOf, isSold, soldLines } from '#main/services/insights/sold-lines.ts'
import { stockWorths } from '#main/services/insights/stock-worths.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { AbcBasis } from '#shared/schemas/insights.ts'

export type ProductName = { productId: Id; sku: string; name: string; nameZh: string }
export type ProductValue = AbcEntry & ProductName

export type ValueQuestion = AbcWindow & {
  basis: AbcBasis
  filter?: InsightFilter | undefined
  /** The day of the rates by which stock is worth something. */
  on: Day
}

export type ProductValues = { values: ProductValue[]; productsWithoutCost: number }

/** A product's sum; null where no line of it (or none of its stock) has the value. `lacks` 1: a part of it has none. */
export type ValueSum = readonly [productId: Id, value: number | null, lacks: 0 | 1]

/** Products with at least one line (or stock) in the window that has the value; the others are counted, not guessed. */
export function productValues(db: ReadDb, question: ValueQuestion): ProductValues {
  const values: ProductValue[] = []
  let productsWithoutCost = 0
  for (const [productId, value, lacks, sku, nameEn, nameZh] of namedSums(db, question)) {
    productsWithoutCost += lacks
    if (value !== null) values.push({ productId, sku, name: nameEn || nameZh, nameZh, value })
  }
  return { values, productsWithoutCost }
}

type NamedSum = readonly [...ValueSum, sku: string, nameEn: string, nameZh: string]
type NameRow = [productId: Id, sku: string, nameEn: string, nameZh: string]

/** SQLite joins the names where it adds up; what is added up here looks them up. */
function namedSums(db: ReadDb, question: ValueQuestion): readonly NamedSum[] {
  const { basis, filter } = question
  const { where, params } = ofCategory('p', filter)
  if (basis !== 'stockValue' && basis !== 'orders') {
    const sums = sumsSql({ ...question, basis })
    return db.raw(
      `SELECT l.product_id, l.value, l.lacks, p.sku, p.name_en, p.name_zh FROM (${sums.sql}) l
       JOIN products p ON p.id = l.product_id WHERE true${where}`,
      ...sums.params,
      ...params,
    ) as unknown as NamedSum[]
  }
  const rows = db.raw(
    `SELECT p.id, p.sku, p.name_en, p.name_zh FROM products p WHERE true${where}`,
    ...params,
  ) as NameRow[]
  const names = new Map(rows.map((row) => [row[0], row]))
  return valueSums(db, question).flatMap(([id, value, lacks]): NamedSum[] => {
    const name = names.get(id)
    return name ? [[id, value, lacks, name[1], name[2], name[3]]] : []
  })
}

/** The sums by product alone, in any category. */
export function valueSums(db: ReadDb, question: ValueQuestion): readonly ValueSum[] {
  const { basis } = question
  if (basis === 'stockValue') return stockWorths(db, question)
  if (basis === 'orders') return orderCounts(db, question)
  const { sql, params } = sumsSql({ ...question, basis })
  return db.raw(sql, ...params) as unknown as ValueSum[]
}

/** What was sold, by product, as SQL. */
function sumsSql(question: ValueQuestion & { basis: keyof typeof summed }): { sql: string; params: string[] } {
  const { days, params } = daysOf(question)
  const { joins, where, params: asked } = orderFilterSql(question.filter)
  const from = asksOrders(question.filter)
    ? `order_lines l NOT INDEXED CROSS JOIN sales_orders o ON o.id = l.order_id${joins}`
    : soldLines
  return {
    sql: `SELECT product_id, sum(${summed[question.basis]}) AS value, ${lacksOf(question.basis)} AS lacks
      FROM ${from} WHERE ${isSold}${days}${where} GROUP BY product_id`,
    params: [...params, ...asked],
  }
}

/** A difference with a NULL in it is NULL, so gross profit adds up lines that have both amount and cost. */
export const summed = {
  revenue: 'base_minor',
  grossProfit: 'base_minor - cost_base_minor',
  quantity: 'qty_milli',
} as const

/** 1 where one of the lines has no figure for want of a cost. */
function lacksOf(basis: keyof typeof summed): string {
  return basis === 'grossProfit' ? 'max(cost_base_minor IS NULL)' : '0'
}
