// What goods that were sold cost, per product, between two days: the basis of margins. Returns go off it; what changed earlier
// costs in these days is in it, as the books have it.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CostOfSales, CostOfSalesQuestion, CostOfSalesRow } from '#shared/schemas/costing-reports.ts'

type Sum = {
  productId: Id
  sku: string
  name: string
  nameZh: string
  unit: string
  qty: number
  cost: number
  uncosted: number
}

type Window = { offset: number; limit: number }

/** By SKU. A receipt that filled a shortage at another cost changes what was sold, so variances count whatever their kind. */
export function costOfSales(db: ReadDb, { offset, limit, ...question }: CostOfSalesQuestion & Window): CostOfSales {
  const base = baseCurrency(db)
  const sums = costSums(db, question)
  return {
    rows: costRows(sums.slice(offset, offset + limit), base),
    total: sums.length,
    cost: minorToDecimal(
      sums.reduce((total, { cost }) => total + cost, 0),
      base,
    ),
    uncosted: sums.reduce((total, { uncosted }) => total + uncosted, 0) / 1000,
    baseCurrency: base,
  }
}

export function costSums(db: ReadDb, { from, to, warehouseId, search }: CostOfSalesQuestion): Sum[] {
  const place = warehouseId === null ? [] : [warehouseId]
  const words = search === '' ? [] : Array<string>(3).fill(`%${search}%`)
  return db.all<Sum>(
    `SELECT p.id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit,
       s.qty, s.cost, s.uncosted
     FROM (SELECT product_id, -sum(iif(cause = 'variance', 0, qty_milli)) AS qty, -sum(value_minor) AS cost,
         -sum(iif(cause = 'variance', 0, uncosted_milli)) AS uncosted
       FROM stock_values WHERE (kind IN ('issue', 'customer_return') OR cause = 'variance') AND valued_on BETWEEN ? AND ?
         ${warehouseId === null ? '' : 'AND warehouse_id = ?'} GROUP BY product_id) s
     CROSS JOIN products p ON p.id = s.product_id
     WHERE (s.qty <> 0 OR s.cost <> 0 OR s.uncosted <> 0)
       ${search === '' ? '' : 'AND (p.sku LIKE ? OR p.name_en LIKE ? OR p.name_zh LIKE ?)'}
     ORDER BY p.sku, p.id`,
    ...[from, to, ...place, ...words],
  )
}

export function costRows(sums: readonly Sum[], base: string): CostOfSalesRow[] {
  return sums.map(({ qty, cost, uncosted, ...product }) => ({
    ...product,
    quantity: qty / 1000,
    cost: minorToDecimal(cost, base),
    uncosted: uncosted / 1000,
  }))
}
