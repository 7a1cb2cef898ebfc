// Which of our orders, lines and products the lines of a payout are about.
import type { WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type LineKeys = { externalOrderId: string; externalLineId: string; externalSku: string }
export type LineMatch = { orderId: Id | null; lineId: Id | null; productId: Id | null; channel: string | null }
export type SettlementMatcher = (keys: LineKeys) => LineMatch

type OrderMatch = { id: Id; channel: string }

/**
 * Orders by the channel's own number: in the channel first, else in the one other channel that knows it. A matcher remembers
 * what it found; it serves one write and is then thrown away.
 */
export function settlementMatcher(tx: WriteTx, channel: string): SettlementMatcher {
  const orders = new Map<string, OrderMatch | null>()
  const products = new Map<string, Id | null>()
  const orderOf = remembered(orders, (externalId) => findOrder(tx, channel, externalId))
  const lineOf = tx.statement(
    `SELECT id, product_id AS productId FROM order_lines INDEXED BY order_lines_by_order
     WHERE order_id = ? AND deleted = 0 AND iif(external_id = '', external_sku, external_id) IN (?, ?)
     ORDER BY external_id = ? DESC, id LIMIT 1`,
  )
  return ({ externalOrderId, externalLineId, externalSku }) => {
    const order = externalOrderId === '' ? null : orderOf(externalOrderId)
    const line =
      order === null || (externalLineId === '' && externalSku === '')
        ? undefined
        : lineOf.get<{ id: Id; productId: Id | null }>(order.id, externalLineId, externalSku, externalLineId)
    const soldBy = order?.channel ?? channel
    const productId =
      line?.productId ??
      (externalSku === '' ? null : remembered(products, (sku) => findProduct(tx, soldBy, sku))(externalSku))
    return { orderId: order?.id ?? null, lineId: line?.id ?? null, productId, channel: order?.channel ?? null }
  }
}

function remembered<Value>(known: Map<string, Value>, find: (key: string) => Value): (key: string) => Value {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = find(key)
    known.set(key, value)
    return value
  }
}

function findOrder(tx: WriteTx, channel: string, externalId: string): OrderMatch | null {
  const sql = `SELECT id, channel FROM sales_orders INDEXED BY sales_orders_by_external_id
    WHERE channel = ? AND external_id = ? AND deleted = 0 ORDER BY document = 'order' DESC, id LIMIT 1`
  const own = tx.get<OrderMatch>(sql, channel, externalId)
  if (own) return own
  const others = tx
    .raw("SELECT code FROM live_channels UNION SELECT 'file'")
    .map(([code]) => String(code))
    .filter((code) => code !== channel)
  const found = others.flatMap((code) => tx.get<OrderMatch>(sql, code, externalId) ?? [])
  return found.length === 1 ? (found[0] ?? null) : null
}

function findProduct(tx: WriteTx, channel: string, sku: string): Id | null {
  const mapped = tx.get<{ id: Id | null }>(
    `SELECT product_id AS id FROM channel_skus INDEXED BY channel_skus_by_sku
     WHERE channel = ? AND external_sku = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    channel,
    sku,
  )
  return mapped?.id ?? tx.get<{ id: Id }>('SELECT id FROM live_products WHERE sku = ?', sku)?.id ?? null
}
