// The products that a price list or labels are made of, with what these say of them.
import type { ReadDb } from '#main/db/database.ts'
import { productList } from '#main/services/catalog/product-list.ts'
import { listAllIds, rowsInOrder } from '#main/services/lists/list-page.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { largestPriceList, type PaperWish } from '#shared/schemas/papers.ts'

export type ChosenProduct = {
  id: Id
  sku: string
  nameEn: string
  nameZh: string
  unit: string
  category: string
  categoryZh: string
  hsCode: string
  originCountry: string
  priceMicros: number | null
  priceCurrency: string | null
  moqMilli: number | null
  piecesPerCarton: number | null
  packing: string
  netWeightGrams: number | null
  barcode: string
  thumbnail: Uint8Array | null
}

const select = `SELECT r.id, r.sku, r.name_en AS nameEn, r.name_zh AS nameZh, r.unit, coalesce(c.name_en, '') AS category,
  coalesce(c.name_zh, '') AS categoryZh, r.hs_code AS hsCode, r.origin_country AS originCountry,
  r.price_micros AS priceMicros, r.price_currency AS priceCurrency, r.moq_milli AS moqMilli,
  r.pieces_per_carton AS piecesPerCarton, r.packing, r.net_weight_grams AS netWeightGrams,
  coalesce((SELECT b.code FROM live_product_barcodes b WHERE b.product_id = r.id ORDER BY b.position, b.id LIMIT 1), '')
    AS barcode,
  (SELECT a.thumbnail FROM live_product_pictures p JOIN attachments a ON a.id = p.attachment_id
   WHERE p.product_id = r.id ORDER BY p.position, p.id LIMIT 1) AS thumbnail
  FROM live_products r LEFT JOIN categories c ON c.id = r.category_id`

/**
 * In the order asked for, each as often as it is named, so that row by row they stand beside `wish.products`; with neither
 * products nor a query, the first ones that can be sold, as a sample. `catalog/product-not-found` where one is gone: a paper
 * never leaves out in silence what was asked for.
 */
export function chosenProducts(db: ReadDb, wish: PaperWish): ChosenProduct[] {
  const ids = chosenIds(db, wish)
  const rows = rowsInOrder<ChosenProduct>(db, select, ids)
  if (rows.length < ids.length) {
    const missing = ids.findIndex((id, index) => rows[index]?.id !== id)
    throw new AppError('catalog/product-not-found', { field: `products.${missing}.productId` })
  }
  return rows
}

const sampleSize = 12

function chosenIds(db: ReadDb, { products, productQuery }: PaperWish): Id[] {
  if (products.length > 0) return products.map(({ productId }) => productId)
  if (productQuery === null) {
    const some = db.raw(
      "SELECT id FROM live_products WHERE archived = 0 AND kind <> 'family' ORDER BY sku LIMIT ?",
      sampleSize,
    )
    return some.map((row) => row[0] as Id)
  }
  const ids = listAllIds(db, productList, productQuery)
  if (ids.length > largestPriceList)
    throw new AppError('papers/too-many-products', { count: ids.length, most: largestPriceList })
  return ids
}
