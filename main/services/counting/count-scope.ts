// What goes on the sheet of a new count: the products asked for, a line for each batch and bin in which some of them lie.
import type { ReadDb } from '#main/db/database.ts'
import { balancesByKey, balancesOfBin, type CountKey, type KeyBalance } from '#main/services/counting/count-keys.ts'
import { dueProducts } from '#main/services/counting/due-counts.ts'
import { currentClasses } from '#main/services/insights/class-runs.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CountScopeInput, CreateCountInput } from '#shared/schemas/counting.ts'

/** In the order of the walk: bin, then SKU, then what expires first. `counting/nothing-to-count` where there is nothing. */
export function sheetKeys(db: ReadDb, input: CreateCountInput): CountKey[] {
  const due = input.onlyDue ? dueIds(db, input.warehouseId) : null
  const isWanted = (id: Id) => due === null || due.has(id)
  const keys = (input.of.scope === 'bin' ? keysOfBin(db, input, input.of.binId) : keysOfProducts(db, input)).filter(
    ({ productId }) => isWanted(productId),
  )
  if (keys.length === 0) throw new AppError('counting/nothing-to-count', { field: 'of' })
  return inOrder(db, keys)
}

function dueIds(db: ReadDb, warehouseId: Id): Set<Id> {
  return new Set(dueProducts(db, warehouseId).flatMap(({ productId, isDue }) => (isDue ? [productId] : [])))
}

function keysOfBin(db: ReadDb, { warehouseId, on }: CreateCountInput, binId: Id): CountKey[] {
  const bin = db.get('SELECT 1 FROM live_bins WHERE id = ? AND warehouse_id = ?', binId, warehouseId)
  if (!bin) throw new AppError('counting/bin-not-found', { field: 'of' })
  return balancesOfBin(db, { binId, on }).map(keyOf)
}

function keysOfProducts(db: ReadDb, input: CreateCountInput): CountKey[] {
  const { warehouseId, on, of, withEmpty } = input
  const productIds = productsOf(db, input)
  const lying = balancesByKey(db, { warehouseId, on, productIds })
  if (!withEmpty && of.scope !== 'chosen') return lying.map(keyOf)
  const found = new Set(lying.map(({ productId }) => productId))
  const empty = productIds
    .filter((id) => !found.has(id))
    .map((productId) => ({ productId, batchId: null, binId: null }))
  return [...lying.map(keyOf), ...empty]
}

function keyOf({ productId, batchId, binId }: KeyBalance): CountKey {
  return { productId, batchId, binId }
}

function productsOf(db: ReadDb, { of, warehouseId }: CreateCountInput): Id[] {
  if (of.scope === 'chosen') return chosen(db, of.productIds)
  const here = db.raw(
    `SELECT b.product_id, p.category_id FROM stock_balances b JOIN products p ON p.id = b.product_id
     WHERE b.warehouse_id = ? AND p.deleted = 0`,
    warehouseId,
  ) as [Id, Id | null][]
  const isMeant = meant(db, of)
  return here.filter(([id, categoryId]) => isMeant(id, categoryId)).map(([id]) => id)
}

function meant(db: ReadDb, of: CountScopeInput): (id: Id, categoryId: Id | null) => boolean {
  if (of.scope === 'category') {
    if (!db.get('SELECT 1 FROM live_categories WHERE id = ?', of.categoryId))
      throw new AppError('catalog/category-not-found', { field: 'of' })
    return (_, categoryId) => categoryId === of.categoryId
  }
  if (of.scope !== 'class') return () => true
  const classes = currentClasses(db)
  if (classes.size === 0 && of.class !== 'unclassified') throw new AppError('counting/no-classes', { field: 'of' })
  return (id) => (classes.get(id)?.abc ?? 'unclassified') === of.class
}

/** Products that have stock of their own, in the order they were chosen in. */
function chosen(db: ReadDb, ids: readonly Id[]): Id[] {
  const unique = [...new Set(ids)]
  for (const id of unique) {
    const product = db.get<{ sku: string; kind: string }>('SELECT sku, kind FROM live_products WHERE id = ?', id)
    if (!product) throw new AppError('catalog/product-not-found', { field: 'of' })
    if (product.kind === 'family') throw new AppError('stock/family', { product: product.sku, field: 'of' })
  }
  return unique
}

/** Orders keys by what they are called. */
function inOrder(db: ReadDb, keys: readonly CountKey[]): CountKey[] {
  const rows = db.raw(
    `SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2 FROM json_each(?) j
     CROSS JOIN products p ON p.id = j.value ->> 0 LEFT JOIN batches b ON b.id = j.value ->> 1
     LEFT JOIN bins n ON n.id = j.value ->> 2
     ORDER BY n.code IS NULL, n.code COLLATE NOCASE, p.sku COLLATE NOCASE, p.id, b.expires_on IS NULL, b.expires_on, b.code`,
    JSON.stringify(keys.map(({ productId, batchId, binId }) => [productId, batchId, binId])),
  ) as [Id, Id | null, Id | null][]
  return rows.map(([productId, batchId, binId]) => ({ productId, batchId, binId }))
}
