// Which lines of its order a told shipment holds: those of its items, by the channel's item or by SKU; without items all of it.
import type { ReadDb } from '#main/db/database.ts'
import { problem, type Refused } from '#main/services/import/loading/loader.ts'
import type { ToldItem, ToldShipment } from '#main/services/import/loading/shipment/told-shipment.ts'
import type { Id } from '#shared/ids.ts'

type Line = { id: Id; externalId: string; externalSku: string; sku: string; restMilli: number; isGoods: number }

/** Thousandths by line. For an order of the past all that was ordered counts, for another what has not left. */
export function linesTold(db: ReadDb, { order, items }: ToldShipment): Map<Id, number> | Refused {
  const lines = db.all<Line>(
    `SELECT l.id, l.external_id AS externalId, l.external_sku AS externalSku, coalesce(p.sku, '') AS sku,
       l.qty_milli - l.cancelled_milli - iif(?, 0, l.shipped_milli) AS restMilli,
       l.product_id IS NOT NULL OR l.external_sku <> '' AS isGoods
     FROM order_lines l INDEXED BY order_lines_by_order LEFT JOIN products p ON p.id = l.product_id
     WHERE l.order_id = ? AND l.deleted = 0 ORDER BY l.position, l.id`,
    ...[order.isHistory ? 1 : 0, order.id],
  )
  if (items.length === 0) return allOf(lines)
  const told = new Map<Id, number>()
  for (const item of items) {
    const line = lineOf(lines, item)
    if (!line) return problem(item.item ? 'orderItem' : 'productSku', item.item || item.sku, 'line-of-order')
    const milli = item.qtyMilli ?? line.restMilli - (told.get(line.id) ?? 0)
    if (milli > 0) told.set(line.id, (told.get(line.id) ?? 0) + milli)
  }
  return told
}

function allOf(lines: readonly Line[]): Map<Id, number> {
  const goods = lines.some((line) => line.isGoods === 1) ? lines.filter((line) => line.isGoods === 1) : lines
  return new Map(goods.filter((line) => line.restMilli > 0).map((line) => [line.id, line.restMilli]))
}

function lineOf(lines: readonly Line[], { item, sku }: ToldItem): Line | undefined {
  const byItem = item === '' ? undefined : lines.find((line) => line.externalId === item)
  if (byItem || sku === '') return byItem
  const asked = sku.toLowerCase()
  return lines.find((line) => [line.externalSku, line.sku].some((one) => one.toLowerCase() === asked))
}
