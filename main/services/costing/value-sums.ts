// Quantity, value and pieces without a cost, summed up per product, place or category: now from the balances, as of a day from
// the values of all movements up to it.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { ValuationQuestion } from '#shared/schemas/costing-reports.ts'

export type ValueSum = { id: Id; qtyMilli: number; valueMinor: number; uncostedMilli: number }

type Sql = { sql: string; params: (string | number)[] }

type Asked = Pick<ValuationQuestion, 'on' | 'by' | 'warehouseId' | 'categoryId' | 'search'>

/** Products by SKU, places and categories by name; those that hold nothing are left out. */
export function valueSums(db: ReadDb, question: Asked): ValueSum[] {
  const { by, categoryId, search } = question
  const sums = sumsPerProduct(question)
  const where: Sql[] = [
    ...(categoryId === null ? [] : [{ sql: 'p.category_id = ?', params: [categoryId] }]),
    ...(search === ''
      ? []
      : [{ sql: '(p.sku LIKE ? OR p.name_en LIKE ? OR p.name_zh LIKE ?)', params: Array(3).fill(`%${search}%`) }]),
  ]
  const { key, order, joins } = groups[by]
  const rows = db.raw(
    `SELECT ${key}, sum(s.qty), sum(s.value), sum(s.uncosted) FROM (${sums.sql}) s CROSS JOIN products p ON p.id = s.product_id
     ${joins} ${where.length > 0 ? `WHERE ${where.map(({ sql }) => sql).join(' AND ')}` : ''}
     GROUP BY ${key} HAVING sum(s.qty) <> 0 OR sum(s.value) <> 0 OR sum(s.uncosted) <> 0 ORDER BY ${order}`,
    ...sums.params,
    ...where.flatMap(({ params }) => params),
  ) as [Id, number, number, number][]
  return rows.map(([id, qtyMilli, valueMinor, uncostedMilli]) => ({ id, qtyMilli, valueMinor, uncostedMilli }))
}

const groups = {
  product: { key: 's.product_id', order: 'p.sku, s.product_id', joins: '' },
  place: {
    key: 's.warehouse_id',
    order: '(s.warehouse_id > 2), w.name, s.warehouse_id',
    joins: 'JOIN warehouses w ON w.id = s.warehouse_id',
  },
  category: {
    key: 'coalesce(p.category_id, 0)',
    order: "(p.category_id IS NULL), coalesce(nullif(c.name_en, ''), c.name_zh), p.category_id",
    joins: 'LEFT JOIN categories c ON c.id = p.category_id',
  },
} as const

function sumsPerProduct({ on, by, warehouseId }: Asked): Sql {
  const place = warehouseId === null ? [] : [warehouseId]
  const isPerPlace = by === 'place'
  if (on === null) {
    return {
      sql: `SELECT product_id, warehouse_id, on_hand_milli AS qty, coalesce(value_minor, 0) AS value, uncosted_milli AS uncosted
        FROM stock_balances ${warehouseId === null ? '' : 'WHERE warehouse_id = ?'}`,
      params: place,
    }
  }
  return {
    sql: `SELECT product_id, ${isPerPlace ? 'warehouse_id' : '0 AS warehouse_id'}, sum(qty_milli) AS qty,
        sum(value_minor) AS value, sum(uncosted_milli) AS uncosted
      FROM stock_values WHERE valued_on <= ? ${warehouseId === null ? '' : 'AND warehouse_id = ?'}
      GROUP BY product_id${isPerPlace ? ', warehouse_id' : ''}`,
    params: [on, ...place],
  }
}
