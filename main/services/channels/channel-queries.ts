// Channels and what came through them: few enough that every question reads them all.
import type { ReadDb } from '#main/db/database.ts'
import type { ChannelsTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { channelFromRow } from '#main/services/channels/channel-columns.ts'
import { unknownCounts } from '#main/services/channels/unknown-skus.ts'
import { warehouseName } from '#main/services/places/warehouse-kind.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Channel, OrderChannel } from '#shared/schemas/channels.ts'

type Row = ChannelsTable & { warehouseName: string | null }

const select = `SELECT c.*, ${warehouseName('w')} AS warehouseName FROM live_channels c LEFT JOIN warehouses w ON w.id = c.warehouse_id`

/** Those in use first by name, with how many orders came through each and how many of its SKUs are unknown. */
export function listChannels(db: ReadDb, { archived = false }: { archived?: boolean } = {}): Channel[] {
  const rows = db.all<Row>(
    `${select} WHERE c.archived = ? ORDER BY coalesce(nullif(c.name, ''), c.code) COLLATE NOCASE, c.id`,
    archived ? 1 : 0,
  )
  return withCounts(db, rows)
}

/** The channel, archived or not, or `channels/not-found`. */
export function getChannel(db: ReadDb, id: Id): Channel {
  const row = db.get<Row>(`${select} WHERE c.id = ?`, id)
  const [channel] = row ? withCounts(db, [row]) : []
  if (!channel) throw new AppError('channels/not-found')
  return channel
}

/** The living channel of a code, the oldest where a merge left two; null: none. */
export function channelByCode(db: ReadDb, code: string): ChannelsTable | null {
  const sql = 'SELECT * FROM channels INDEXED BY channels_by_code WHERE code = ? AND deleted = 0 ORDER BY id LIMIT 1'
  return db.get<ChannelsTable>(sql, code) ?? null
}

function withCounts(db: ReadDb, rows: readonly Row[]): Channel[] {
  const base = baseCurrency(db)
  const unknown = unknownCounts(db)
  const orderCounts = countOrders(db)
  return rows.map((row) => ({
    ...channelFromRow(row, base),
    warehouseName: row.warehouse_id === null ? null : row.warehouseName,
    orderCount: orderCounts.get(row.code) ?? 0,
    unknownSkus: unknown.get(row.code) ?? 0,
  }))
}

/** All are counted off an index, and the few deleted ones taken away again. */
function countOrders(db: ReadDb): Map<string, number> {
  const all = db.raw(
    'SELECT channel, count(*) FROM sales_orders INDEXED BY sales_orders_by_external_id GROUP BY channel',
  )
  const deleted = db.raw(
    'SELECT channel, count(*) FROM sales_orders INDEXED BY sales_orders_list_by_day WHERE deleted = 1 GROUP BY channel',
  )
  const counts = new Map(all as [string, number][])
  for (const [channel, count] of deleted as [string, number][]) counts.set(channel, (counts.get(channel) ?? 0) - count)
  return counts
}

type OrderRow = {
  code: string
  externalId: string
  externalStatus: string
  fulfilledBy: OrderChannel['fulfilledBy']
  collectedBy: OrderChannel['collectedBy']
  taxBy: OrderChannel['taxBy']
  shippingService: string
  cardCountry: string
  warehouseId: Id | null
}

/** What an order's page says of where the order came from. */
export function channelOfOrder(db: ReadDb, orderId: Id): OrderChannel {
  const order = db.get<OrderRow>(
    `SELECT channel AS code, external_id AS externalId, external_status AS externalStatus, fulfilled_by AS fulfilledBy,
       collected_by AS collectedBy, tax_by AS taxBy, shipping_service AS shippingService, card_country AS cardCountry,
       warehouse_id AS warehouseId FROM live_sales_orders WHERE id = ?`,
    orderId,
  )
  if (!order) throw new AppError('orders/not-found')
  const row = channelByCode(db, order.code)
  const channel = row
    ? { id: row.id, code: row.code, name: row.name, kind: row.kind as Channel['kind'], country: row.country }
    : null
  const unknownSkus = db.all<OrderChannel['unknownSkus'][number]>(
    `SELECT DISTINCT external_sku AS externalSku, description AS title FROM order_lines INDEXED BY order_lines_by_order
     WHERE order_id = ? AND product_id IS NULL AND external_sku <> '' AND deleted = 0`,
    orderId,
  )
  return { channel, ...order, unknownSkus }
}
