// What a channel calls our products. A SKU that gets its product fills every line that stands under it without one: the
// quantity is told in our units then, and the price per unit with it, so that no line's money moves.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { inOurUnits, type TheirLine } from '#main/domain/channels/our-units.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ChannelSku, MapSkuInput, SkuFilled } from '#shared/schemas/channels.ts'
import type { Page } from '#shared/schemas/paging.ts'

export type SkuAsked = { channel?: string | undefined; search: string; offset: number; limit: number }

type Row = Omit<ChannelSku, 'factor'> & { factorMilli: number }

/** SKUs with their products, those left unmatched on purpose among them, by channel and SKU. */
export function listChannelSkus(db: ReadDb, { channel, search, offset, limit }: SkuAsked): Page<ChannelSku> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const where = `${channel === undefined ? '' : 'k.channel = ? AND '}(k.external_sku LIKE ? ESCAPE '\\' OR k.title LIKE ? ESCAPE '\\'
    OR p.sku LIKE ? ESCAPE '\\' OR p.name_en LIKE ? ESCAPE '\\' OR p.name_zh LIKE ? ESCAPE '\\')`
  const from = 'FROM live_channel_skus k LEFT JOIN products p ON p.id = k.product_id'
  const params = [...(channel === undefined ? [] : [channel]), like, like, like, like, like]
  const rows = db.all<Row>(
    `SELECT k.id, k.channel, k.external_sku AS externalSku, k.title, k.product_id AS productId, coalesce(p.sku, '') AS sku,
       coalesce(p.name_en, '') AS productName, coalesce(p.name_zh, '') AS productNameZh, k.factor_milli AS factorMilli, k.note
     ${from} WHERE ${where} ORDER BY k.channel, k.external_sku, k.id LIMIT CAST(? AS INTEGER) OFFSET CAST(? AS INTEGER)`,
    ...params,
    limit,
    offset,
  )
  const [total] = db.raw(`SELECT count(*) ${from} WHERE ${where}`, ...params)[0] as [number]
  return { total, rows: rows.map(({ factorMilli, ...row }) => ({ ...row, factor: factorMilli / 1000 })) }
}

/** Says what product a SKU means, and fills the lines that wait for it. `catalog/product-not-found` where there is none. */
export function mapSku(tx: WriteTx, { channel, externalSku, productId, factor, note }: MapSkuInput): SkuFilled {
  if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) throw new AppError('catalog/product-not-found')
  const factorMilli = toMilli(factor)
  keepSku(tx, { channel, externalSku, columns: { product_id: productId, factor_milli: factorMilli, note } })
  return fillLines(tx, { channel, externalSku, productId, factorMilli })
}

/** Leaves a SKU without a product on purpose: it is not asked about again. */
export function ignoreSku(tx: WriteTx, { channel, externalSku }: { channel: string; externalSku: string }): void {
  keepSku(tx, { channel, externalSku, columns: { product_id: null, factor_milli: 1000 } })
}

/** Forgets what a SKU means; lines that have their product keep it. */
export function forgetSku(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_channel_skus WHERE id = ?', id)) throw new AppError('channels/sku-not-found')
  tx.update('channel_skus', id, { deleted: 1 })
}

type Kept = { channel: string; externalSku: string; columns: Record<string, string | number | null> }

function keepSku(tx: WriteTx, { channel, externalSku, columns }: Kept): void {
  const known = tx.get<{ id: Id }>(
    `SELECT id FROM channel_skus INDEXED BY channel_skus_by_sku
     WHERE channel = ? AND external_sku = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    channel,
    externalSku,
  )
  if (known) tx.update('channel_skus', known.id, columns)
  else
    tx.insert('channel_skus', {
      channel,
      external_sku: externalSku,
      title: titleOf(tx, channel, externalSku),
      ...columns,
    })
}

/** The title that the channel's files give it. */
function titleOf(db: ReadDb, channel: string, externalSku: string): string {
  const row = db.get<{ title: string }>(
    `SELECT l.description AS title FROM order_lines l INDEXED BY order_lines_unknown_skus
     CROSS JOIN sales_orders o ON o.id = l.order_id
     WHERE l.external_sku = ? AND l.product_id IS NULL AND l.external_sku <> '' AND l.deleted = 0 AND o.channel = ?
     ORDER BY l.id DESC LIMIT 1`,
    externalSku,
    channel,
  )
  return row?.title ?? ''
}

type Filling = { channel: string; externalSku: string; productId: Id; factorMilli: number }
type OpenLine = TheirLine & { id: Id; orderId: Id; currency: string }

function fillLines(tx: WriteTx, { channel, externalSku, productId, factorMilli }: Filling): SkuFilled {
  const lines = tx.all<OpenLine>(
    `SELECT l.id, l.order_id AS orderId, l.qty_milli AS qtyMilli, l.cancelled_milli AS cancelledMilli,
       l.price_micros AS priceMicros, l.discount_ppm AS discountPpm, l.discount_minor AS discountMinor,
       l.total_minor AS totalMinor, o.currency
     FROM order_lines l INDEXED BY order_lines_unknown_skus CROSS JOIN sales_orders o ON o.id = l.order_id
     WHERE l.external_sku = ? AND l.product_id IS NULL AND l.external_sku <> '' AND l.deleted = 0
       AND o.channel = ? AND o.deleted = 0 ORDER BY l.id`,
    externalSku,
    channel,
  )
  for (const line of lines) {
    tx.update('order_lines', line.id, { product_id: productId, ...inOurUnits(line, factorMilli, line.currency) })
  }
  const orders = [...new Set(lines.map(({ orderId }) => orderId))]
  settleOrders(tx, orders)
  return { lines: lines.length, orders: orders.length }
}
