// What a seller does with products.

import type { WriteTx } from '#main/db/database.ts'
import { refuseBadProduct } from '#main/services/catalog/product-checks.ts'
import { productColumns } from '#main/services/catalog/product-columns.ts'
import { recostProduct } from '#main/services/orders/line-costs.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMicros } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ProductInput } from '#shared/schemas/catalog.ts'

/** Adds a product, once nothing of `refuseBadProduct` speaks against it. */
export function addProduct(tx: WriteTx, product: ProductInput): Id {
  refuseBadProduct(tx, product, null)
  const id = tx.insert('products', productColumns(product))
  keepBarcodes(tx, id, product.barcodes)
  keepKitParts(tx, id, product.kind === 'kit' ? product.kitParts : [])
  return id
}

/** Changes a product to what the form holds. */
export function editProduct(tx: WriteTx, id: Id, product: ProductInput): void {
  const before = tx.get<{ cost_micros: number | null; cost_currency: string | null }>(
    'SELECT cost_micros, cost_currency FROM live_products WHERE id = ?',
    id,
  )
  if (!before) throw new AppError('catalog/product-not-found')
  refuseBadProduct(tx, product, id)
  const columns = productColumns(product)
  tx.update('products', id, columns)
  keepBarcodes(tx, id, product.barcodes)
  keepKitParts(tx, id, product.kind === 'kit' ? product.kitParts : [])
  const isCostChanged = before.cost_micros !== columns.cost_micros || before.cost_currency !== columns.cost_currency
  if (isCostChanged) recostProduct(tx, id)
}

/** All of the products or none: one that is not there stops the whole. */
export function setProductsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const found = tx.run('UPDATE products SET archived = ? WHERE id = ? AND deleted = 0', archived ? 1 : 0, id)
    if (found === 0) throw new AppError('catalog/product-not-found')
  }
}

/** Sets the cost of many products at once, as pasted from one column. */
export function fillCosts(tx: WriteTx, rows: readonly { productId: Id; cost: ProductInput['cost'] }[]): number {
  rows.forEach(({ productId, cost }, index) => {
    if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) {
      throw new AppError('catalog/product-not-found', { field: `rows.${index}.productId` })
    }
    tx.update('products', productId, {
      cost_micros: cost ? atField(`rows.${index}.cost.amount`, () => typedMicros(cost.amount)) : null,
      cost_currency: cost?.currency ?? null,
    })
    recostProduct(tx, productId)
  })
  return rows.length
}

/** Makes the living barcodes of a product those of the list, in its order; untouched ones are not rewritten. */
export function keepBarcodes(tx: WriteTx, productId: Id, codes: readonly string[]): void {
  const wanted = [...new Set(codes)]
  const kept = tx.all<{ id: Id; code: string; position: number }>(
    'SELECT id, code, position FROM live_product_barcodes WHERE product_id = ?',
    productId,
  )
  for (const row of kept) if (!wanted.includes(row.code)) tx.update('product_barcodes', row.id, { deleted: 1 })
  wanted.forEach((code, index) => {
    const row = kept.find((candidate) => candidate.code === code)
    if (!row) tx.insert('product_barcodes', { product_id: productId, code, position: index + 1 })
    else if (row.position !== index + 1) tx.update('product_barcodes', row.id, { position: index + 1 })
  })
}

function keepKitParts(tx: WriteTx, kitId: Id, parts: ProductInput['kitParts']): void {
  const kept = tx.all<{ id: Id; part_id: Id; qty_milli: number }>(
    'SELECT id, part_id, qty_milli FROM live_kit_parts WHERE kit_id = ?',
    kitId,
  )
  for (const row of kept)
    if (!parts.some((part) => part.partId === row.part_id)) tx.update('kit_parts', row.id, { deleted: 1 })
  for (const part of parts) {
    const qty = toMilli(part.quantity)
    const row = kept.find((candidate) => candidate.part_id === part.partId)
    if (!row) tx.insert('kit_parts', { kit_id: kitId, part_id: part.partId, qty_milli: qty })
    else if (row.qty_milli !== qty) tx.update('kit_parts', row.id, { qty_milli: qty })
  }
}
