// When what an order reserves of a product is due: each of its open lines on its own day. What kits need is due with the first of
// the order's kits.
import type { ReadDb } from '#main/db/database.ts'
import type { DatedQuantity } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type Reserved = { orderId: Id; productId: Id; milli: number }
type OpenLine = [orderId: Id, productId: Id, kind: string, dueOn: Day | null, openMilli: number]
type Open = { lines: Map<Id, DatedQuantity[]>; kitsOn: Day | null }

/** Of the orders named, or of all that are open. */
export function dueParts(db: ReadDb, orderIds: readonly Id[] | 'all'): (reserved: Reserved) => DatedQuantity[] {
  const orders = new Map<Id, Open>()
  for (const [orderId, productId, kind, on, qtyMilli] of openLines(db, orderIds)) {
    const open = orders.get(orderId) ?? { lines: new Map(), kitsOn: null }
    orders.set(orderId, open)
    // Rows come by day, those without one last.
    if (kind === 'kit') open.kitsOn ??= on
    const lines = open.lines.get(productId)
    if (lines) lines.push({ on, qtyMilli })
    else open.lines.set(productId, [{ on, qtyMilli }])
  }
  return ({ orderId, productId, milli }) => {
    const open = orders.get(orderId)
    const parts: DatedQuantity[] = []
    let left = milli
    for (const { on, qtyMilli } of open?.lines.get(productId) ?? []) {
      const part = Math.min(left, qtyMilli)
      if (part > 0) parts.push({ on, qtyMilli: part })
      left -= part
    }
    if (left > 0) parts.push({ on: open?.kitsOn ?? null, qtyMilli: left })
    return parts
  }
}

function openLines(db: ReadDb, orderIds: readonly Id[] | 'all'): OpenLine[] {
  const isAll = orderIds === 'all'
  const lines = isAll
    ? 'order_lines l INDEXED BY order_lines_open'
    : 'json_each(?) j CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = j.value'
  return db.raw(
    `SELECT l.order_id, l.product_id, p.kind, l.due_on, l.open_milli FROM ${lines} CROSS JOIN products p ON p.id = l.product_id
     WHERE l.open_milli > 0 AND l.product_id IS NOT NULL ORDER BY l.due_on IS NULL, l.due_on`,
    ...(isAll ? [] : [JSON.stringify(orderIds)]),
  ) as OpenLine[]
}
