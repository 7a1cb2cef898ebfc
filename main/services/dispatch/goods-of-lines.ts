// What leaves stock for a quantity of a product: the product itself, of a kit its parts.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type Tracking = 'none' | 'batch' | 'serial'
export type Goods = { productId: Id; sku: string; tracking: Tracking; qtyMilli: number }

/** Remembers products and kits; it serves one call and is then thrown away. */
export type GoodsFinder = (productId: Id, qtyMilli: number) => Goods[]

/** How deep kits of kits are followed, as reservations do. */
const deepest = 10

type Part = { productId: Id; each: number }
type Product = { sku: string; tracking: Tracking; parts: readonly Part[] }

export function goodsFinder(db: ReadDb): GoodsFinder {
  const known = new Map<Id, Product>()
  const productOf = (id: Id) => {
    const product = known.get(id) ?? readProduct(db, id)
    known.set(id, product)
    return product
  }
  const goodsOf = (productId: Id, qtyMilli: number, depth: number): Goods[] => {
    const { sku, tracking, parts } = productOf(productId)
    if (parts.length === 0 || depth >= deepest) return [{ productId, sku, tracking, qtyMilli }]
    return parts.flatMap((part) => goodsOf(part.productId, Math.round((qtyMilli * part.each) / 1000), depth + 1))
  }
  return (productId, qtyMilli) => goodsOf(productId, qtyMilli, 0).filter((goods) => goods.qtyMilli !== 0)
}

function readProduct(db: ReadDb, id: Id): Product {
  const row = db.get<{ sku: string; tracking: Tracking; kind: string }>(
    'SELECT sku, tracking, kind FROM products WHERE id = ?',
    id,
  )
  if (!row) return { sku: '', tracking: 'none', parts: [] }
  const parts =
    row.kind === 'kit'
      ? db.all<Part>(
          'SELECT part_id AS productId, qty_milli AS each FROM live_kit_parts WHERE kit_id = ? ORDER BY id',
          id,
        )
      : []
  return { sku: row.sku, tracking: row.tracking, parts }
}
