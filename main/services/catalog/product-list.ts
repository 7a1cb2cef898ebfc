// The list of products: its columns, and the rows of a page.

import type { ReadDb } from '#main/db/database.ts'
import { onOrderSql } from '#main/services/expected/on-order.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { microsToDecimal } from '#shared/money.ts'
import type { ProductRow } from '#shared/schemas/catalog.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

const barcodes = `(SELECT group_concat(code, ', ') FROM live_product_barcodes b WHERE b.product_id = r.id)`
const onHand = `(SELECT sum(on_hand_milli) FROM stock_balances s
  WHERE s.product_id = r.id AND s.warehouse_id <> ${transitWarehouse})`
const onOrder = onOrderSql('r.id')
const category = `(SELECT coalesce(nullif(c.name_en, ''), c.name_zh) FROM categories c WHERE c.id = r.category_id)`
const categoryZh = '(SELECT c.name_zh FROM categories c WHERE c.id = r.category_id)'
const supplier = `(SELECT p.name FROM parties p WHERE p.id = r.supplier_id)`
const supplierZh = `(SELECT p.name_zh FROM parties p WHERE p.id = r.supplier_id)`

export const productList: ListSpec = {
  table: 'live_products',
  base: 'products',
  indexed: ['sku', 'nameEn'],
  keys: ['sku'],
  columns: {
    sku: { sql: 'r.sku', type: 'code' },
    nameEn: { sql: 'r.name_en', also: 'r.name_zh', type: 'text' },
    nameZh: { sql: 'r.name_zh', type: 'text' },
    kind: { sql: 'r.kind', type: 'choice' },
    variantLabel: { sql: 'r.variant_label', type: 'text' },
    category: { sql: category, also: categoryZh, type: 'text' },
    unit: { sql: 'r.unit', type: 'text' },
    barcodes: {
      sql: barcodes,
      type: 'text',
      isLike: "r.id IN (SELECT product_id FROM product_barcodes WHERE deleted = 0 AND code LIKE ? ESCAPE '\\')",
    },
    hsCode: { sql: 'r.hs_code', type: 'text' },
    originCountry: { sql: 'r.origin_country', type: 'choice' },
    price: { sql: 'r.price_micros', type: 'price' },
    priceCurrency: { sql: 'r.price_currency', type: 'choice' },
    cost: { sql: 'r.cost_micros', type: 'price' },
    costCurrency: { sql: 'r.cost_currency', type: 'choice' },
    moq: { sql: 'r.moq_milli', type: 'quantity' },
    reorderPoint: { sql: 'r.reorder_milli', type: 'quantity' },
    orderMultiple: { sql: 'r.order_multiple_milli', type: 'quantity' },
    leadTimeDays: { sql: 'r.lead_time_days', type: 'number' },
    tracking: { sql: 'r.tracking', type: 'choice' },
    onHand: { sql: onHand, type: 'quantity' },
    onOrder: { sql: onOrder, type: 'quantity' },
    supplier: { sql: supplier, also: supplierZh, type: 'text' },
    status: { sql: 'r.status', type: 'choice' },
    noSale: { sql: 'r.no_sale', type: 'flag' },
    netWeightGrams: { sql: 'r.net_weight_grams', type: 'number' },
    grossWeightGrams: { sql: 'r.gross_weight_grams', type: 'number' },
    piecesPerCarton: { sql: 'r.pieces_per_carton', type: 'number' },
    vatRatePercent: { sql: 'r.vat_rate_ppm / 10000.0', type: 'number' },
    refundRatePercent: { sql: 'r.refund_rate_ppm / 10000.0', type: 'number' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['sku', 'nameEn', 'nameZh', 'barcodes'],
  defaultSort: [{ column: 'sku', direction: 'asc' }],
}

type ListedProduct = Omit<ProductRow, 'price' | 'cost' | 'noSale' | 'thumbnail'> & {
  priceMicros: number | null
  costMicros: number | null
  noSale: number
  thumbnail: Uint8Array | null
}

const select = `SELECT r.id, r.sku, r.name_en AS nameEn, r.name_zh AS nameZh, r.kind, r.variant_label AS variantLabel,
  r.category_id AS categoryId, coalesce(${category}, '') AS category,
  coalesce(${categoryZh}, '') AS categoryZh, r.unit, coalesce(${barcodes}, '') AS barcodes,
  r.hs_code AS hsCode, r.origin_country AS originCountry,
  r.price_micros AS priceMicros, r.price_currency AS priceCurrency,
  r.cost_micros AS costMicros, r.cost_currency AS costCurrency,
  r.moq_milli / 1000.0 AS moq, r.reorder_milli / 1000.0 AS reorderPoint, r.order_multiple_milli / 1000.0 AS orderMultiple,
  r.lead_time_days AS leadTimeDays, r.tracking, ${onHand} / 1000.0 AS onHand, ${onOrder} / 1000.0 AS onOrder, r.supplier_id AS supplierId, coalesce(${supplier}, '') AS supplier, coalesce(${supplierZh}, '') AS supplierZh,
  r.status, r.no_sale AS noSale, r.net_weight_grams AS netWeightGrams, r.gross_weight_grams AS grossWeightGrams,
  r.pieces_per_carton AS piecesPerCarton, r.vat_rate_ppm / 10000.0 AS vatRatePercent,
  r.refund_rate_ppm / 10000.0 AS refundRatePercent, r.note,
  (SELECT a.thumbnail FROM live_product_pictures p JOIN attachments a ON a.id = p.attachment_id
   WHERE p.product_id = r.id ORDER BY p.position, p.id LIMIT 1) AS thumbnail
  FROM products r`

/** A page of products. */
export function listProducts(db: ReadDb, input: ListInput): Page<ProductRow> {
  const { ids, total } = listPage(db, productList, input)
  return { rows: productRows(db, ids), total }
}

/** Products as grid rows, in the order of `ids`. */
function productRows(db: ReadDb, ids: readonly number[]): ProductRow[] {
  return rowsInOrder<ListedProduct>(db, select, ids).map(({ priceMicros, costMicros, ...row }) => ({
    ...row,
    price: priceMicros === null ? null : microsToDecimal(priceMicros, row.priceCurrency ?? ''),
    cost: costMicros === null ? null : microsToDecimal(costMicros, row.costCurrency ?? ''),
    noSale: row.noSale === 1,
    thumbnail: pictureUri(row.thumbnail),
  }))
}

/** A thumbnail as a data URI (they are JPEG); null stays null. */
export function pictureUri(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`
}
