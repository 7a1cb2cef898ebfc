// What each SKU of a channel may be sold of: what lies for sale in places that we send from, less what orders of ours reserve,
// less what is kept back; a kit by its parts. What nobody keeps stock of is no zero: it is not told.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { warehouseIsOurs } from '#main/services/channels/own-places.ts'
import { goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { reservedByOrderSql } from '#main/services/stock/reserved.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ChannelStock } from '#shared/schemas/channel-files.ts'
import type { Page } from '#shared/schemas/paging.ts'

type Row = {
  id: Id
  channel: string
  externalSku: string
  productId: Id | null
  sku: string
  name: string
  nameZh: string
  unit: string
  factorMilli: number
  reserveMilli: number | null
}
type Asked = { channel?: string | undefined; search?: string; offset?: number; limit?: number }

export function listChannelStock(
  db: ReadDb,
  { channel, search = '', offset = 0, limit = -1 }: Asked,
): Page<ChannelStock> {
  const like = `%${escapeLike(search)}%`
  const where = `${channel === undefined ? '' : 'k.channel = ? AND '}(k.external_sku LIKE ? ESCAPE '\\'
    OR p.sku LIKE ? ESCAPE '\\' OR p.name_en LIKE ? ESCAPE '\\' OR p.name_zh LIKE ? ESCAPE '\\')`
  const from = 'FROM live_channel_skus k LEFT JOIN products p ON p.id = k.product_id'
  const params = [...(channel === undefined ? [] : [channel]), like, like, like, like]
  const rows = db.all<Row>(
    `SELECT k.id, k.channel, k.external_sku AS externalSku, k.product_id AS productId, coalesce(p.sku, '') AS sku,
       coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh, coalesce(p.unit, '') AS unit,
       k.factor_milli AS factorMilli, k.reserve_milli AS reserveMilli
     ${from} WHERE ${where} ORDER BY k.channel, k.external_sku, k.id LIMIT CAST(? AS INTEGER) OFFSET CAST(? AS INTEGER)`,
    ...[...params, limit, offset],
  )
  const [total] = db.raw(`SELECT count(*) ${from} WHERE ${where}`, ...params)[0] as [number]
  const stock = rows.some(({ productId }) => productId !== null) ? availableFinder(db) : () => null
  const usual = toMilli(shippingSetting(db, 'channelReserve'))
  return { total, rows: rows.map((row) => stockOf(row, stock, usual)) }
}

function stockOf(row: Row, stock: (productId: Id) => number | null, usualMilli: number): ChannelStock {
  const { factorMilli, reserveMilli, ...known } = row
  const milli = row.productId === null ? null : stock(row.productId)
  const kept = reserveMilli ?? usualMilli
  return {
    ...known,
    factor: factorMilli / 1000,
    available: milli === null ? null : milli / 1000,
    reserve: kept / 1000,
    hasOwnReserve: reserveMilli !== null,
    // Whole ones of theirs, never below zero.
    toSell: milli === null ? null : Math.max(0, Math.floor((milli - kept) / factorMilli)),
    why: row.productId === null ? 'no-product' : milli === null ? 'no-stock-kept' : null,
  }
}

/** Thousandths available of a product, of a kit as many whole ones as its parts make; null where no stock of one is kept. */
function availableFinder(db: ReadDb): (productId: Id) => number | null {
  const lying = lyingForSale(db)
  const reserved = reservedByUs(db)
  const kept = new Set(db.raw('SELECT DISTINCT product_id FROM stock_balances').map(([id]) => id as Id))
  const goodsOf = goodsFinder(db)
  const available = (productId: Id) =>
    kept.has(productId) ? (lying.get(productId) ?? 0) - (reserved.get(productId) ?? 0) : null
  return (productId) => {
    const parts = goodsOf(productId, 1000)
    if (parts.length === 1 && parts[0]?.productId === productId) return available(productId)
    let most = Number.POSITIVE_INFINITY
    // A part that stands in it twice (by itself and in a kit inside) is needed for both.
    for (const [partId, own] of Map.groupBy(parts, (part) => part.productId)) {
      const milli = available(partId)
      if (milli === null) return null
      const needed = own.reduce((sum, { qtyMilli }) => sum + qtyMilli, 0)
      most = Math.min(most, Math.floor(milli / needed))
    }
    return Number.isFinite(most) ? most * 1000 : null
  }
}

function lyingForSale(db: ReadDb): Map<Id, number> {
  return new Map(
    db.raw(
      `SELECT s.product_id, sum(s.on_hand_milli) FROM stock_balances s JOIN warehouses w ON w.id = s.warehouse_id
       WHERE w.is_sellable = 1 AND ${warehouseIsOurs('w')} GROUP BY s.product_id`,
    ) as [Id, number][],
  )
}

/** By orders whose goods we send: what the channel sends out of its own place reserves nothing here. */
function reservedByUs(db: ReadDb): Map<Id, number> {
  return new Map(
    db.raw(
      `SELECT r.product_id, sum(r.milli) FROM (${reservedByOrderSql}) r CROSS JOIN sales_orders o ON o.id = r.order_id
       LEFT JOIN warehouses w ON w.id = o.warehouse_id
       WHERE o.fulfilled_by <> 'channel' AND (w.id IS NULL OR ${warehouseIsOurs('w')}) GROUP BY r.product_id`,
    ) as [Id, number][],
  )
}

/** Null takes the SKU's own reserve away. */
export function setReserve(tx: WriteTx, { id, reserve }: { id: Id; reserve: number | null }): void {
  if (!tx.get('SELECT 1 FROM live_channel_skus WHERE id = ?', id)) throw new AppError('channels/sku-not-found')
  tx.update('channel_skus', id, { reserve_milli: reserve === null ? null : toMilli(reserve) })
}
