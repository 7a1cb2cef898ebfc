// The list of all products with their stock: now or as of a day, in all places together or in one.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { averageCost } from '#main/services/costing/shown-values.ts'
import { onOrderSql } from '#main/services/expected/on-order.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { reservedSql } from '#main/services/stock/reserved.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { type Day, isDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { Page } from '#shared/schemas/paging.ts'
import type { StockListInput, StockRow } from '#shared/schemas/stock.ts'

/** Where and when: null is all places together, and now. */
export type StockFrame = { warehouseId: Id | null; on: Day | null }

const category = `(SELECT coalesce(nullif(c.name_en, ''), c.name_zh) FROM categories c WHERE c.id = r.category_id)`
const categoryZh = '(SELECT c.name_zh FROM categories c WHERE c.id = r.category_id)'
const supplier = '(SELECT p.name FROM parties p WHERE p.id = r.supplier_id)'
const supplierZh = '(SELECT p.name_zh FROM parties p WHERE p.id = r.supplier_id)'

/** What is wherever the frame looks, one figure per product, as SQL over the product `r`. */
function frameSql({ warehouseId, on }: StockFrame) {
  const day = on !== null && isDay(on) ? on : null
  const sumOf = (places: string) =>
    day === null
      ? `(SELECT sum(s.on_hand_milli) FROM stock_balances s WHERE s.product_id = r.id${places})`
      : `(SELECT sum(s.qty_milli) FROM stock_movements s INDEXED BY stock_movements_by_product
          WHERE s.product_id = r.id${places} AND s.moved_on <= '${day}')`
  const here =
    warehouseId === null ? ` AND s.warehouse_id <> ${transitWarehouse}` : ` AND s.warehouse_id = ${Number(warehouseId)}`
  const sellable = `${here} AND s.warehouse_id IN (SELECT w.id FROM warehouses w WHERE w.is_sellable = 1 AND w.kind <> 'transit')`
  const worth = warehouseId === null ? '' : here
  const isNow = day === null
  // Orders reserve a product wherever it lies: of one place alone nothing is reserved, and all that may be sold is available.
  const reserved = isNow && warehouseId === null ? 'coalesce(reserved.milli, 0)' : 'NULL'
  return {
    onHand: sumOf(here),
    inTransit: warehouseId === null ? `coalesce(${sumOf(` AND s.warehouse_id = ${transitWarehouse}`)}, 0)` : '0',
    reserved,
    available: isNow && warehouseId === null ? `coalesce(${sumOf(sellable)}, 0) - ${reserved}` : 'NULL',
    onOrder: isNow && warehouseId === null ? onOrderSql('r.id') : 'NULL',
    ...kept('value', 'sum(s.value_minor)', worth, isNow),
    ...kept('uncosted', 'sum(s.uncosted_milli)', worth, isNow),
    ...kept('lastOn', 'max(s.last_on)', worth, isNow),
  }
}

type Kept<Name extends string> = Record<Name, string>

function kept<Name extends string>(name: Name, sum: string, places: string, isNow: boolean): Kept<Name> {
  const sql = isNow ? `(SELECT ${sum} FROM stock_balances s WHERE s.product_id = r.id${places})` : 'NULL'
  return { [name]: sql } as Kept<Name>
}

/** Nothing is joined where the frame knows of nothing reserved. */
const joinsOf = ({ warehouseId, on }: StockFrame) => ({
  reserved: warehouseId === null && on === null ? joins.reserved : '',
})

const joins = { reserved: `LEFT JOIN (${reservedSql}) reserved ON reserved.product_id = r.id` }

/** Families only group their variants: they have no stock of their own. */
export function stockListOf(frame: StockFrame): ListSpec {
  const sql = frameSql(frame)
  return {
    table: 'live_products',
    base: 'products',
    indexed: ['sku', 'nameEn'],
    keys: ['sku'],
    where: "r.kind <> 'family'",
    joins: joinsOf(frame),
    columns: {
      sku: { sql: 'r.sku', type: 'code' },
      nameEn: { sql: 'r.name_en', also: 'r.name_zh', type: 'text' },
      nameZh: { sql: 'r.name_zh', type: 'text' },
      variantLabel: { sql: 'r.variant_label', type: 'text' },
      category: { sql: category, also: categoryZh, type: 'text' },
      supplier: { sql: supplier, type: 'text' },
      unit: { sql: 'r.unit', type: 'text' },
      tracking: { sql: 'r.tracking', type: 'choice' },
      status: { sql: 'r.status', type: 'choice' },
      onHand: { sql: sql.onHand, type: 'quantity' },
      inTransit: { sql: sql.inTransit, type: 'quantity' },
      reserved: { sql: sql.reserved, type: 'quantity', joins: ['reserved'] },
      available: { sql: sql.available, type: 'quantity', joins: ['reserved'] },
      onOrder: { sql: sql.onOrder, type: 'quantity' },
      reorderPoint: { sql: 'r.reorder_milli', type: 'quantity' },
      value: { sql: sql.value, type: 'baseMoney' },
      uncosted: { sql: sql.uncosted, type: 'quantity' },
      lastOn: { sql: sql.lastOn, type: 'day' },
    },
    search: ['sku', 'nameEn', 'nameZh'],
    defaultSort: [{ column: 'sku', direction: 'asc' }],
  }
}

/** As the list stands without a frame: what exports and targets of the list ask. */
export const stockList = stockListOf({ warehouseId: null, on: null })

type ListedStock = Omit<StockRow, 'value' | 'averageCost'> & { valueMinor: number | null; heldMilli: number | null }

/** A page of the list. */
export function listStock(db: ReadDb, { warehouseId, on, ...input }: StockListInput): Page<StockRow> {
  const frame = { warehouseId, on }
  const { ids, total } = listPage(db, stockListOf(frame), input)
  return { rows: stockRows(db, ids, frame), total }
}

/** Products with their stock, in the order of `ids`. */
export function stockRows(db: ReadDb, ids: readonly Id[], frame: StockFrame): StockRow[] {
  const base = baseCurrency(db)
  const sql = frameSql(frame)
  const milli = (text: string, name: string) => `${text} / 1000.0 AS ${name}`
  const select = `SELECT r.id, r.sku, r.name_en AS nameEn, r.name_zh AS nameZh, r.variant_label AS variantLabel,
    coalesce(${category}, '') AS category, coalesce(${categoryZh}, '') AS categoryZh, r.supplier_id AS supplierId,
    coalesce(${supplier}, '') AS supplier, coalesce(${supplierZh}, '') AS supplierZh, r.unit, r.tracking, r.status, ${milli('r.reorder_milli', 'reorderPoint')},
    ${milli(sql.onHand, 'onHand')}, ${milli(sql.inTransit, 'inTransit')}, ${milli(sql.reserved, 'reserved')},
    ${milli(`(${sql.available})`, 'available')}, ${milli(sql.onOrder, 'onOrder')}, ${sql.value} AS valueMinor,
    coalesce(${sql.uncosted}, 0) / 1000.0 AS uncosted, coalesce(${sql.onHand}, 0) + ${sql.inTransit} AS heldMilli,
    ${sql.lastOn} AS lastOn FROM products r ${joinsOf(frame).reserved}`
  return rowsInOrder<ListedStock>(db, select, ids).map(({ valueMinor, heldMilli, ...row }) => ({
    ...row,
    value: minorText(valueMinor, base),
    averageCost:
      valueMinor === null
        ? null
        : averageCost({ valueMinor, qtyMilli: heldMilli ?? 0, uncostedMilli: Math.round(row.uncosted * 1000) }, base),
  }))
}

/** On hand of every product at the end of a day, in thousandths: one walk over the index, nothing else. */
export function stockOn(db: ReadDb, { warehouseId, on }: StockFrame): [productId: Id, milli: number][] {
  const place = warehouseId === null ? `warehouse_id <> ${transitWarehouse}` : `warehouse_id = ${Number(warehouseId)}`
  const sql =
    on === null
      ? `SELECT product_id, sum(on_hand_milli) FROM stock_balances WHERE ${place} GROUP BY product_id`
      : `SELECT product_id, sum(qty_milli) FROM stock_movements INDEXED BY stock_movements_by_product
         WHERE moved_on <= ? AND ${place} GROUP BY product_id`
  return db.raw(sql, ...(on === null ? [] : [on])) as [Id, number][]
}
