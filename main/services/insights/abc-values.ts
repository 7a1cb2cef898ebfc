// What each product is worth by a basis of the ABC analysis, added up inside SQLite from covering indexes.
import type { ReadDb } from '#main/db/database.ts'
import type { AbcEntry } from '#main/domain/inventory/abc.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { AbcBasis } from '#shared/schemas/insights.ts'

export type ProductValue = AbcEntry & { productId: Id; name: string; nameZh: string }

export type AbcWindow = { from?: Day | undefined; to?: Day | undefined }

export type ProductValues = { values: ProductValue[]; productsWithoutCost: number }

/** Products with at least one line (or stock) in the window that has the value; the others are counted, not guessed. */
export function productValues(db: ReadDb, basis: AbcBasis, window: AbcWindow, today: Day): ProductValues {
  return basis === 'stockValue' ? stockValues(db, today) : soldValues(db, basis, window)
}

function soldValues(db: ReadDb, basis: keyof typeof sums, window: AbcWindow): ProductValues {
  const { days, params } = daysOf(window)
  const lacksCost = basis === 'grossProfit' ? 'max(cost_base_minor IS NULL)' : '0'
  const rows = db.raw(
    `SELECT l.product_id, l.value, p.sku, p.name_en, p.name_zh, l.lacks_cost
     FROM (SELECT product_id, ${sums[basis]} AS value, ${lacksCost} AS lacks_cost
       FROM ${soldLines} WHERE ${isSold}${days} GROUP BY product_id) l
     JOIN products p ON p.id = l.product_id`,
    ...params,
  ) as SoldRow[]
  const values: ProductValue[] = []
  let productsWithoutCost = 0
  for (const [productId, value, sku, nameEn, nameZh, isCostMissing] of rows) {
    productsWithoutCost += isCostMissing
    if (value !== null) values.push({ productId, sku, name: nameEn || nameZh, nameZh, value })
  }
  return { values, productsWithoutCost }
}

type SoldRow = [productId: Id, value: number | null, sku: string, nameEn: string, nameZh: string, isCostMissing: number]

/** Lines are read from the index that holds all that is added up. */
export const soldLines = 'order_lines INDEXED BY order_lines_sold_by_product'
export const isSold = 'sold_on IS NOT NULL AND product_id IS NOT NULL'

/** A difference with a NULL in it is NULL, so gross profit adds up lines that have both amount and cost. */
const sums = {
  revenue: 'sum(base_minor)',
  grossProfit: 'sum(base_minor - cost_base_minor)',
  quantity: 'sum(qty_milli)',
}

/** The window as a condition on `sold_on`; open ends ask nothing. */
export function daysOf({ from, to }: AbcWindow): { days: string; params: string[] } {
  return {
    days: `${from ? ' AND sold_on >= ?' : ''}${to ? ' AND sold_on <= ?' : ''}`,
    params: [...(from ? [from] : []), ...(to ? [to] : [])],
  }
}

type StockRow = [
  productId: Id,
  milli: number,
  sku: string,
  nameEn: string,
  nameZh: string,
  micros: number | null,
  currency: string,
]

/** Stock on hand x present cost, in base currency by the rate of the day. Stock below zero is worth less than nothing. */
function stockValues(db: ReadDb, on: Day): ProductValues {
  const base = baseCurrency(db)
  const findRate = rateFinder(db)
  const rows = db.raw(
    `SELECT p.id, s.milli, p.sku, p.name_en, p.name_zh, p.cost_micros, p.cost_currency
     FROM (SELECT product_id, sum(on_hand_milli) AS milli FROM stock_balances GROUP BY product_id) s
     JOIN products p ON p.id = s.product_id WHERE s.milli <> 0`,
  ) as StockRow[]
  const values = rows.flatMap(([productId, milli, sku, nameEn, nameZh, micros, currency]) => {
    const found = micros === null ? null : findRate(currency, base, on)
    if (micros === null || found?.status !== 'ok') return []
    return [{ productId, sku, name: nameEn || nameZh, nameZh, value: costConverter(base, found.by)(micros, milli) }]
  })
  return { values, productsWithoutCost: rows.length - values.length }
}
