// A product with everything that hangs on it.

import type { ReadDb } from '#main/db/database.ts'
import type { ProductsTable } from '#main/db/tables.ts'
import { productFromRow } from '#main/services/catalog/product-columns.ts'
import { pictureUri } from '#main/services/catalog/product-list.ts'
import { onOrderOf } from '#main/services/expected/on-order.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Named, NamedInBoth, Product } from '#shared/schemas/catalog.ts'

/** The product, or `catalog/product-not-found`. */
export function getProduct(db: ReadDb, id: Id): Product {
  const row = db.get<ProductsTable>('SELECT * FROM live_products WHERE id = ?', id)
  if (!row) throw new AppError('catalog/product-not-found')
  const onOrder = onOrderOf(db, id)
  return {
    ...productFromRow(row),
    ...productChildren(db, id),
    parent: named(db, 'SELECT id, sku AS name FROM products WHERE id = ?', row.parent_id),
    category: categoryOf(db, row.category_id),
    supplier: supplierOf(db, row.supplier_id),
    onHand:
      db.get<{ n: number | null }>(
        `SELECT sum(on_hand_milli) / 1000.0 AS n FROM stock_balances WHERE product_id = ? AND warehouse_id <> ${transitWarehouse}`,
        id,
      )?.n ?? null,
    onOrder: onOrder === null ? null : onOrder / 1000,
    hasMoved: hasMoved(db, id),
  }
}

/** Whether stock of the product has ever moved. */
export function hasMoved(db: ReadDb, id: Id): boolean {
  return db.get('SELECT 1 FROM stock_movements WHERE product_id = ? LIMIT 1', id) !== undefined
}

function productChildren(
  db: ReadDb,
  id: Id,
): Pick<Product, 'barcodes' | 'kitParts' | 'kitPartRows' | 'variants' | 'pictures'> {
  const parts = db.all<Product['kitPartRows'][number]>(
    `SELECT k.part_id AS partId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh,
       k.qty_milli / 1000.0 AS quantity
     FROM live_kit_parts k JOIN products p ON p.id = k.part_id WHERE k.kit_id = ? ORDER BY k.id`,
    id,
  )
  return {
    barcodes: db
      .all<{ code: string }>('SELECT code FROM live_product_barcodes WHERE product_id = ? ORDER BY position, id', id)
      .map((row) => row.code),
    kitParts: parts.map(({ partId, quantity }) => ({ partId, quantity })),
    kitPartRows: parts,
    variants: db.all<Product['variants'][number]>(
      `SELECT id, sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, variant_label AS variantLabel
       FROM live_products WHERE parent_id = ? ORDER BY sku`,
      id,
    ),
    pictures: db
      .all<{ id: number; attachmentId: number; thumbnail: Uint8Array | null }>(
        `SELECT p.id, p.attachment_id AS attachmentId, a.thumbnail FROM live_product_pictures p
         JOIN attachments a ON a.id = p.attachment_id WHERE p.product_id = ? ORDER BY p.position, p.id`,
        id,
      )
      .map((picture) => ({ ...picture, thumbnail: pictureUri(picture.thumbnail) })),
  }
}

function categoryOf(db: ReadDb, id: Id | null): Product['category'] {
  const sql = `SELECT id, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh FROM categories WHERE id = ?`
  return id === null ? null : (db.get<NamedInBoth>(sql, id) ?? null)
}

function supplierOf(db: ReadDb, id: Id | null): Product['supplier'] {
  const sql = 'SELECT id, name, name_zh AS nameZh FROM parties WHERE id = ?'
  return id === null ? null : (db.get<NamedInBoth>(sql, id) ?? null)
}

function named(db: ReadDb, sql: string, id: Id | null): Named | null {
  return id === null ? null : (db.get<Named>(sql, id) ?? null)
}

/** The living product with this SKU, if any; SKUs are compared letter for letter. */
export function findProductBySku(db: ReadDb, sku: string): Id | null {
  return db.get<{ id: Id }>('SELECT id FROM live_products WHERE sku = ? ORDER BY id LIMIT 1', sku)?.id ?? null
}

/** The same for many SKUs at once. */
export function findProductsBySku(db: ReadDb, skus: readonly string[]): Map<string, Id> {
  const rows = db.raw(
    `SELECT p.sku, p.id FROM json_each(?) j CROSS JOIN products p INDEXED BY products_by_sku ON p.sku = j.value
     WHERE p.deleted = 0 ORDER BY p.id DESC`,
    JSON.stringify([...new Set(skus)]),
  )
  return new Map(rows as [string, Id][])
}
