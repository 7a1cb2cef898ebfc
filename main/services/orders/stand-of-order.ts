// Where the goods of an order's lines stand: in stock for it, on order with the day, or short. Read anew each time: it follows
// from what all other orders want as well.
import type { ReadDb } from '#main/db/database.ts'
import { type Arrival, type Covered, coverLines, coverOfKit, type Demand } from '#main/domain/orders/stand-of-lines.ts'
import { livingOrder } from '#main/services/orders/order-rows.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { ComingGoods, LineStand, OrderStand } from '#shared/schemas/order-stand.ts'

const milli = 1000

type Source = Omit<ComingGoods, 'on' | 'quantity'>
type OwnLine = { lineId: Id; productId: Id; needMilli: number; hasParts: number; dueOn: Day | null }

/** Lines that nothing more is to be sent of stand nowhere: they are left out. `orders/not-found`. */
export function standOfOrder(db: ReadDb, orderId: Id): OrderStand {
  const order = livingOrder(db, orderId)
  const isDraft = order.status === 'draft' && order.document === 'order'
  const own = ownLines(db, orderId, isDraft)
  const asked: Asked = { ordered: { orderId, orderedOn: order.ordered_on as Day }, own: isDraft ? own : [] }
  const covers = new Map<Id, Map<Id, Covered<Source>>>()
  const coversOf = (productId: Id) => {
    const known = covers.get(productId) ?? coverProduct(db, productId, asked)
    covers.set(productId, known)
    return known
  }
  return {
    isReserved: !isDraft && own.length > 0,
    lines: own.map((line) => lineStand(line, coveredLine(db, line, coversOf))),
  }
}

function lineStand({ lineId, needMilli, dueOn }: OwnLine, covered: Covered<Source>): LineStand {
  const coming = covered.coming.map(({ on, milli: quantity, source }) => ({
    on,
    quantity: quantity / milli,
    ...source,
  }))
  const last = coming.at(-1)
  return {
    lineId,
    needed: needMilli / milli,
    inStock: covered.inStockMilli / milli,
    coming,
    short: covered.shortMilli / milli,
    dueOn,
    isLate: dueOn !== null && last !== undefined && last.on !== null && last.on > dueOn,
  }
}

/** What is open; of a draft what would be. */
function ownLines(db: ReadDb, orderId: Id, isDraft: boolean): OwnLine[] {
  const need = isDraft ? 'max(0, l.qty_milli - l.cancelled_milli)' : 'l.open_milli'
  return db.all<OwnLine>(
    `SELECT l.id AS lineId, l.product_id AS productId, ${need} AS needMilli, l.due_on AS dueOn,
       p.kind = 'kit' AND EXISTS (SELECT 1 FROM kit_parts k INDEXED BY kit_parts_by_kit
         WHERE k.kit_id = p.id AND k.deleted = 0) AS hasParts
     FROM order_lines l INDEXED BY order_lines_by_order JOIN products p ON p.id = l.product_id
     WHERE l.order_id = ? AND l.deleted = 0 AND needMilli > 0 ORDER BY l.position, l.id`,
    orderId,
  )
}

type CoversOf = (productId: Id) => Map<Id, Covered<Source>>

function coveredLine(db: ReadDb, line: OwnLine, coversOf: CoversOf): Covered<Source> {
  const nothing: Covered<Source> = { inStockMilli: 0, coming: [], shortMilli: line.needMilli }
  if (line.hasParts === 0) return coversOf(line.productId).get(line.lineId) ?? nothing
  const parts = leafParts(db, line.productId).map(([part, perKitMilli]) => {
    const needMilli = Math.round((line.needMilli * perKitMilli) / milli)
    const none: Covered<Source> = { inStockMilli: 0, coming: [], shortMilli: needMilli }
    return { perKitMilli, covered: coversOf(part).get(line.lineId) ?? none }
  })
  return coverOfKit(line.needMilli, parts)
}

const deepest = 10

function leafParts(db: ReadDb, kitId: Id): [part: Id, perKitMilli: number][] {
  return db.raw(
    `WITH RECURSIVE parts(product_id, milli, depth) AS (
       SELECT CAST(? AS INTEGER), 1000, 0 UNION ALL
       SELECT k.part_id, CAST(round(n.milli * k.qty_milli / 1000.0) AS INTEGER), n.depth + 1 FROM parts n
       CROSS JOIN products p ON p.id = n.product_id AND p.kind = 'kit'
       CROSS JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = p.id AND k.deleted = 0 WHERE n.depth < ${deepest})
     SELECT product_id, sum(milli) FROM parts n WHERE depth > 0 AND milli > 0 AND NOT EXISTS (
       SELECT 1 FROM products p JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = p.id AND k.deleted = 0
       WHERE p.id = n.product_id AND p.kind = 'kit') GROUP BY product_id`,
    kitId,
  ) as [Id, number][]
}

type Asked = { ordered: { orderId: Id; orderedOn: Day }; own: readonly OwnLine[] }

function coverProduct(db: ReadDb, productId: Id, asked: Asked): Map<Id, Covered<Source>> {
  const demands = [...openDemands(db, productId), ...draftDemands(db, productId, asked)]
  return coverLines(demands, { onHandMilli: onHand(db, productId), arrivals: arrivals(db, productId) })
}

/** Accepted for a line, less what left for it. */
const kept = `coalesce((SELECT sum(b.received_milli - b.rejected_milli) FROM purchase_lines b
  INDEXED BY purchase_lines_by_sales_line WHERE b.sales_line_id = l.id AND b.product_id = l.product_id AND b.deleted = 0), 0)`

/** Every line that wants the product, as itself or as a part of a kit. */
function openDemands(db: ReadDb, productId: Id): Demand[] {
  const rows = db.raw(
    `WITH RECURSIVE wanted(product_id, factor, depth) AS (
       SELECT CAST(? AS INTEGER), 1.0, 0 UNION ALL
       SELECT k.kit_id, w.factor * k.qty_milli / 1000.0, w.depth + 1 FROM wanted w
       CROSS JOIN kit_parts k INDEXED BY kit_parts_by_part ON k.part_id = w.product_id AND k.deleted = 0
       CROSS JOIN products p ON p.id = k.kit_id AND p.kind = 'kit' WHERE w.depth < ${deepest})
     SELECT l.id, l.due_on, o.ordered_on, CAST(round(l.open_milli * w.factor) AS INTEGER), max(0, ${kept} - l.shipped_milli)
     FROM (SELECT product_id, sum(factor) AS factor FROM wanted GROUP BY product_id) w
     CROSS JOIN order_lines l INDEXED BY order_lines_open ON l.product_id = w.product_id
     CROSS JOIN sales_orders o ON o.id = l.order_id WHERE l.open_milli > 0 AND l.product_id IS NOT NULL`,
    productId,
  ) as [Id, Day | null, Day, number, number][]
  return rows.map(([lineId, dueOn, orderedOn, needMilli, keptMilli]) => ({
    ...{ lineId, dueOn, orderedOn, needMilli, keptMilli },
    isDraft: false,
  }))
}

function draftDemands(db: ReadDb, productId: Id, { own, ordered }: Asked): Demand[] {
  return own.flatMap((line) => {
    const { lineId, dueOn } = line
    const perLine = line.hasParts === 1 ? new Map(leafParts(db, line.productId)).get(productId) : undefined
    const factor = line.productId === productId && line.hasParts === 0 ? milli : (perLine ?? 0)
    if (factor === 0) return []
    const needMilli = Math.round((line.needMilli * factor) / milli)
    return [{ lineId, dueOn, orderedOn: ordered.orderedOn, needMilli, keptMilli: 0, isDraft: true }]
  })
}

function onHand(db: ReadDb, productId: Id): number {
  const sql = `SELECT sum(b.on_hand_milli) AS milli FROM stock_balances b CROSS JOIN warehouses w ON w.id = b.warehouse_id
    WHERE b.product_id = ? AND w.is_sellable = 1 AND w.kind <> 'transit'`
  return db.get<{ milli: number | null }>(sql, productId)?.milli ?? 0
}

type ArrivalRow = { on: Day | null; milli: number; forLine: Id | null; purchaseId: Id | null; number: string }

function arrivals(db: ReadDb, productId: Id): Arrival<Source>[] {
  const rows = db.all<ArrivalRow>(
    `SELECT l.due_on AS "on", l.open_milli AS milli, l.sales_line_id AS forLine, o.id AS purchaseId, o.number
     FROM purchase_lines l INDEXED BY purchase_lines_open CROSS JOIN purchase_orders o ON o.id = l.order_id
     WHERE l.product_id = ? AND l.open_milli > 0
     UNION ALL
     SELECT e.expected_on, e.qty_milli, NULL, NULL, e.reference FROM expected_goods e INDEXED BY expected_goods_open
     WHERE e.product_id = ? AND e.status = 'open' AND e.deleted = 0 AND e.archived = 0`,
    productId,
    productId,
  )
  return rows.map(({ on, milli: amount, forLine, purchaseId, number }) => ({
    ...{ on, milli: amount, forLine },
    source: { purchaseId, number, isForLine: forLine !== null },
  }))
}
