// The work list of SKUs that came in files and name no product of ours: with how much stands under each, and what each may be.
import type { ReadDb } from '#main/db/database.ts'
import { type KnownProduct, type ProductFinder, productFinder } from '#main/domain/channels/suggest-products.ts'
import type { Id } from '#shared/ids.ts'
import type { UnknownSku } from '#shared/schemas/channels.ts'
import type { Page } from '#shared/schemas/paging.ts'

/** Lines without a product under a SKU that nobody left unmatched on purpose. */
const unknownLines = `FROM order_lines l INDEXED BY order_lines_unknown_skus
  CROSS JOIN sales_orders o ON o.id = l.order_id
  WHERE l.product_id IS NULL AND l.external_sku <> '' AND l.deleted = 0 AND o.deleted = 0
    AND NOT EXISTS (SELECT 1 FROM channel_skus k INDEXED BY channel_skus_by_sku
      WHERE k.channel = o.channel AND k.external_sku = l.external_sku AND k.product_id IS NULL AND k.deleted = 0)`

/** How many unknown SKUs each channel has. */
export function unknownCounts(db: ReadDb): Map<string, number> {
  const rows = db.raw(`SELECT o.channel, count(DISTINCT l.external_sku) ${unknownLines} GROUP BY o.channel`)
  return new Map(rows as [string, number][])
}

export type UnknownAsked = { channel?: string | undefined; offset: number; limit: number; suggest?: boolean }

type Row = Omit<UnknownSku, 'suggestions' | 'units'> & { qtyMilli: number }

/** The SKUs with the most lines first, each with up to three products that it may mean. */
export function unknownSkus(
  db: ReadDb,
  { channel, offset, limit, suggest: isSuggesting = true }: UnknownAsked,
): Page<UnknownSku> {
  const ofChannel = channel === undefined ? '' : 'AND o.channel = ?'
  const params = channel === undefined ? [] : [channel]
  const rows = db.all<Row>(
    `SELECT o.channel, l.external_sku AS externalSku, max(l.description) AS title, count(*) AS lines,
       count(DISTINCT o.id) AS orders, sum(l.qty_milli) AS qtyMilli, max(o.ordered_on) AS lastOn
     ${unknownLines} ${ofChannel} GROUP BY o.channel, l.external_sku
     ORDER BY lines DESC, lastOn DESC, l.external_sku LIMIT CAST(? AS INTEGER) OFFSET CAST(? AS INTEGER)`,
    ...params,
    limit,
    offset,
  )
  const [count] = db.raw(
    `SELECT count(*) FROM (SELECT DISTINCT o.channel, l.external_sku ${unknownLines} ${ofChannel})`,
    ...params,
  )[0] as [number]
  const suggest = rows.length === 0 || !isSuggesting ? null : finderOf(db)
  return {
    total: count,
    rows: rows.map(({ qtyMilli, ...row }) => ({
      ...row,
      units: qtyMilli / 1000,
      suggestions: suggest === null ? [] : suggest({ sku: row.externalSku, title: row.title }),
    })),
  }
}

function finderOf(db: ReadDb): ProductFinder {
  const products = db.raw(
    `SELECT id, sku, name_en, name_zh, variant_label FROM live_products WHERE archived = 0 ORDER BY id`,
  ) as [Id, string, string, string, string][]
  const barcodes = db.raw('SELECT code, product_id FROM live_product_barcodes ORDER BY id') as [string, Id][]
  return productFinder(
    products.map(([productId, sku, name, nameZh, label]): KnownProduct => ({ productId, sku, name, nameZh, label })),
    barcodes,
  )
}
