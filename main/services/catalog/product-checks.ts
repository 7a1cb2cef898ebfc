// What a product may not be: refused before anything is written, by a code and the field of the form that is to blame.

import type { ReadDb } from '#main/db/database.ts'
import { findProductBySku, hasMoved } from '#main/services/catalog/product-queries.ts'
import { plainKey, type UniqueKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ProductInput } from '#shared/schemas/catalog.ts'

/** Everything a product is held against; `own` is its id where it exists already. */
export function refuseBadProduct(db: ReadDb, product: ProductInput, own: Id | null): void {
  refuseTakenSku(db, product.sku, own)
  refuseUnknownReferences(db, product, own)
  refuseBadFamily(db, product, own)
  refuseTakenBarcodes(db, product.barcodes, own)
  if (product.kind === 'kit') refuseBadParts(db, product.kitParts, own)
  if (own !== null) refuseNewTracking(db, product, own)
}

export const productKeys: readonly UniqueKey[] = [
  plainKey('products', ['sku']),
  {
    table: 'product_barcodes',
    columns: ['code'],
    beside: ['product_id'],
    holders: (db, row) => {
      const others = db.raw(
        `SELECT b.id FROM live_product_barcodes b CROSS JOIN live_products p ON p.id = b.product_id
         WHERE b.code = ? AND b.product_id <> ?`,
        row.code ?? '',
        row.product_id ?? 0,
      )
      return others.map(([id]) => id as Id)
    },
  },
]

/** What has moved without batches cannot say later which it had, nor the other way round. */
function refuseNewTracking(db: ReadDb, { sku, tracking }: ProductInput, own: Id): void {
  if (isTrackingFixed(db, own, tracking)) throw new AppError('catalog/tracking-fixed', { sku, field: 'tracking' })
}

/** Whether the product cannot be tracked this way any more. */
export function isTrackingFixed(db: ReadDb, id: Id, tracking: string): boolean {
  const before = db.get<{ tracking: string }>('SELECT tracking FROM products WHERE id = ?', id)?.tracking
  return before !== tracking && hasMoved(db, id)
}

function refuseTakenSku(db: ReadDb, sku: string, own: Id | null): void {
  const other = findProductBySku(db, sku)
  if (other !== null && other !== own) throw new AppError('catalog/sku-taken', { sku, field: 'sku' })
}

/** What is newly named must be there; what the product points at already may have gone since. */
function refuseUnknownReferences(db: ReadDb, product: ProductInput, own: Id | null): void {
  const had = db.get<{ category_id: Id | null; supplier_id: Id | null }>(
    'SELECT category_id, supplier_id FROM live_products WHERE id = ?',
    own ?? 0,
  )
  const { categoryId, supplierId } = product
  if (categoryId !== had?.category_id) refuseUnknown(db, 'categories', categoryId, 'categoryId')
  if (supplierId !== had?.supplier_id) refuseUnknown(db, 'parties', supplierId, 'supplierId')
}

function refuseUnknown(db: ReadDb, table: 'categories' | 'parties' | 'products', id: Id | null, field: string): void {
  if (id === null || db.get(`SELECT 1 FROM live_${table} WHERE id = ?`, id)) return
  throw new AppError('catalog/reference-not-found', { field })
}

/** A variant's parent is no variant itself, and nothing is its own parent. */
function refuseBadFamily(db: ReadDb, { parentId }: ProductInput, own: Id | null): void {
  if (parentId === null) return
  const field = 'parentId'
  const parent = db.get<{ parent_id: Id | null }>('SELECT parent_id FROM live_products WHERE id = ?', parentId)
  if (!parent) throw new AppError('catalog/product-not-found', { field })
  if (parentId === own || parent.parent_id !== null) throw new AppError('catalog/parent-is-variant', { field })
}

/** A barcode read by a scanner must mean one product. One that this product has already stays, clash or not. */
function refuseTakenBarcodes(db: ReadDb, codes: readonly string[], own: Id | null): void {
  const other = db.get<{ barcode: string; sku: string }>(
    `SELECT b.code AS barcode, p.sku FROM json_each(?) j
     CROSS JOIN product_barcodes b INDEXED BY product_barcodes_by_code ON b.code = j.value
     JOIN live_products p ON p.id = b.product_id
     WHERE b.deleted = 0 AND b.product_id <> ?
       AND b.code NOT IN (SELECT code FROM live_product_barcodes WHERE product_id = ?) LIMIT 1`,
    JSON.stringify(codes),
    own ?? 0,
    own ?? 0,
  )
  if (other) throw new AppError('catalog/barcode-taken', { ...other, field: 'barcodes' })
}

/**
 * The parts of a kit: there, each named once (`catalog/part-twice`: two rows of one part are more likely a slip than a sum),
 * and at no depth the kit itself, or nobody could say what to take from the shelf.
 */
function refuseBadParts(db: ReadDb, parts: ProductInput['kitParts'], own: Id | null): void {
  const seen = new Set<Id>()
  const had = new Set(db.raw('SELECT part_id FROM live_kit_parts WHERE kit_id = ?', own ?? 0).map(([id]) => id as Id))
  parts.forEach(({ partId }, index) => {
    const field = `kitParts.${index}.partId`
    if (!had.has(partId)) refuseUnknown(db, 'products', partId, field)
    if (seen.has(partId)) throw new AppError('catalog/part-twice', { sku: skuOf(db, partId), field })
    if (own !== null && holds(db, partId, own)) throw new AppError('catalog/kit-holds-itself', { field })
    seen.add(partId)
  })
}

/** Whether `sought` is the product or a part of it at any depth; circles that are there already end the walk. */
function holds(db: ReadDb, productId: Id, sought: Id): boolean {
  const found = db.get(
    `WITH RECURSIVE held (id) AS (
       SELECT id FROM products WHERE id = ?
       UNION SELECT k.part_id FROM held CROSS JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = held.id
         JOIN live_products kit ON kit.id = k.kit_id AND kit.kind = 'kit' WHERE k.deleted = 0)
     SELECT 1 FROM held WHERE id = ?`,
    productId,
    sought,
  )
  return found !== undefined
}

function skuOf(db: ReadDb, id: Id): string {
  return db.get<{ sku: string }>('SELECT sku FROM products WHERE id = ?', id)?.sku ?? ''
}
