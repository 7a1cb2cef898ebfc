// Orders of which a shipment can take something: what the form of a shipment suggests while a number or a name is typed.
import type { ReadDb } from '#main/db/database.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import { openAndHeld, type Side } from '#main/services/shipments/lines-to-ship.ts'
import type { OrdersToTakeQuestion, OrderToTake } from '#shared/schemas/to-ship.ts'

const suggested = 20

/** The columns of each side; an order is looked for by what it is called and by whom it is for. */
const sides: Record<
  Side,
  { orders: string; lines: string; party: string; ours: string; theirs: string; goods: string }
> = {
  order: {
    orders: 'sales_orders o INDEXED BY sales_orders_facts',
    lines: 'order_lines l INDEXED BY order_lines_by_order',
    party: 'o.customer_id',
    ours: "o.document = 'order' AND o.status IN ('draft', 'confirmed', 'on_hold', 'part_shipped')",
    theirs: 'o.customer_reference',
    // A charge without goods is not shipped.
    goods: "(l.product_id IS NOT NULL OR l.external_sku <> '')",
  },
  purchase: {
    orders: 'purchase_orders o INDEXED BY purchase_orders_list_by_number',
    lines: 'purchase_lines l INDEXED BY purchase_lines_by_order',
    party: 'o.supplier_id',
    ours: "o.status IN ('draft', 'sent', 'confirmed', 'part_received')",
    theirs: 'o.external_id',
    goods: 'true',
  },
}

/** The newest first. Each word has to be in its number, its number elsewhere or the name of its party. */
export function ordersToTake(db: ReadDb, { side, text, exceptId }: OrdersToTakeQuestion): OrderToTake[] {
  const { orders, lines, party, ours, theirs, goods } = sides[side]
  const { open, held } = openAndHeld(side)
  const words = text.split(/\s+/).filter((word) => word !== '')
  const named = `(o.number || ' ' || o.external_id || ' ' || ${theirs} || ' ' || coalesce(c.name || ' ' || c.name_zh, ''))`
  const isMeant = words.map(() => `AND ${named} LIKE ? ESCAPE '\\'`).join(' ')
  return db.all<OrderToTake>(
    `SELECT o.id, o.number, coalesce(c.name, '') AS name, coalesce(c.name_zh, '') AS nameZh
     FROM ${orders} LEFT JOIN parties c ON c.id = ${party}
     WHERE o.deleted = 0 AND o.archived = 0 AND ${ours} ${isMeant}
       AND EXISTS (SELECT 1 FROM ${lines} WHERE l.order_id = o.id AND l.deleted = 0 AND ${goods}
         AND ${open} > (${held}))
     ORDER BY o.number DESC, o.id DESC LIMIT ${suggested}`,
    ...[...words.map((word) => `%${escapeLike(word)}%`), exceptId ?? 0],
  )
}
