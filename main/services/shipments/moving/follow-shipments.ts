// What follows from news of shipments: orders whose goods have all arrived are delivered, and wait again where that was no news;
// what nobody took gets a day by which it has to be decided.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { redoName, undoName } from '#main/services/history/undo-next.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Called after the derived columns of these shipments are right, by whatever changed them. */
export function followShipments(tx: WriteTx, shipmentIds: readonly Id[]): void {
  if (shipmentIds.length === 0) return
  moveOrders(tx, ordersInside(tx, 'shipments', shipmentIds))
  settleDecisions(tx, shipmentIds)
}

/** The same of orders alone: what two copies heard, each of a part, moves them only now. */
export function followNews(tx: WriteTx, orderIds: readonly Id[]): void {
  moveOrders(tx, ordersInside(tx, 'orders', orderIds))
}

/** Of these orders, those that news would move if they were followed now. */
export function ordersBehindNews(db: ReadDb, orderIds: readonly Id[]): Id[] {
  return ordersInside(db, 'orders', orderIds)
    .filter((order) => moveOf(db, order) !== null)
    .map(({ id }) => id)
}

function moveOrders(tx: WriteTx, orders: readonly OrderNews[]): void {
  const moved = orders.flatMap((order) => {
    const move = moveOf(tx, order)
    return move === null ? [] : [{ id: order.id, move }]
  })
  for (const { id, move } of moved) tx.update('sales_orders', id, move)
  settleOrders(
    tx,
    moved.map(({ id }) => id),
  )
}

type OrderNews = {
  id: Id
  status: string
  shippedOn: Day | null
  deliveredOn: Day | null
  /** Lines with goods of which not all arrived. */
  missing: number
  /** The day of the last parcel; null where none arrived. */
  arrivedOn: Day | null
}

/** A line that has goods to send: a charge beside goods has none. */
const isGoods = "(l.product_id IS NOT NULL OR l.external_sku <> '')"
/** Goods that were sent anew arrive once, whatever was heard of the first shipment since. */
const arrivedSql = `FROM shipment_lines g INDEXED BY shipment_lines_by_order_line
  CROSS JOIN shipments s ON s.id = g.shipment_id
  WHERE g.order_line_id = l.id AND g.order_line_id IS NOT NULL AND g.deleted = 0 AND s.deleted = 0 AND s.kind = 'order'
    AND s.status = 'sent' AND s.delivered_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM shipments a INDEXED BY shipments_by_follows WHERE a.follows_id = s.id
      AND a.follows_id IS NOT NULL AND a.deleted = 0 AND a.kind = 'order' AND a.delivered_on IS NOT NULL)`

const concerned = {
  shipments: `SELECT DISTINCT l.order_id AS id FROM json_each(?) j
    CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_shipment ON g.shipment_id = j.value
    CROSS JOIN order_lines l ON l.id = g.order_line_id`,
  orders: 'SELECT value AS id FROM json_each(?)',
} as const

/** Orders that stand as sent or as delivered, with how much of them has arrived: these, or those of these shipments. */
function ordersInside(db: ReadDb, by: keyof typeof concerned, ids: readonly Id[]): OrderNews[] {
  return db.all<OrderNews>(
    `WITH concerned AS MATERIALIZED (${concerned[by]}),
     lines AS MATERIALIZED (SELECT o.id, o.status, o.shipped_on, o.delivered_on, ${isGoods} AS isGoods,
         l.qty_milli - l.cancelled_milli AS wanted, coalesce((SELECT sum(g.qty_milli) ${arrivedSql}), 0) AS arrived,
         (SELECT max(s.delivered_on) ${arrivedSql}) AS arrivedOn
       FROM concerned c CROSS JOIN sales_orders o ON o.id = c.id
       CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
       WHERE o.deleted = 0 AND o.document = 'order' AND o.status IN ('shipped', 'delivered') AND l.deleted = 0)
     SELECT id, status, shipped_on AS shippedOn, delivered_on AS deliveredOn,
       iif(max(isGoods) = 1, sum(wanted > arrived AND isGoods), sum(wanted > arrived)) AS missing,
       max(arrivedOn) AS arrivedOn
     FROM lines GROUP BY id`,
    JSON.stringify(ids),
  )
}

type Move = { status: 'shipped' | 'delivered'; delivered_on: Day | null }

/** Null where the order stays. Closed and cancelled ones are done, and what a person said of an order stays. */
function moveOf(db: ReadDb, { id, status, missing, shippedOn, arrivedOn, deliveredOn }: OrderNews): Move | null {
  const isThere = missing === 0 && arrivedOn !== null
  const day = isThere ? laterOf(arrivedOn, shippedOn) : null
  if (status === 'shipped') return isThere ? { status: 'delivered', delivered_on: day } : null
  if (day === deliveredOn || !isByNews(db, id)) return null
  return { status: isThere ? 'delivered' : 'shipped', delivered_on: day }
}

function laterOf(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day
}

type Saying = { name: string | null; firstId: Id; lastId: Id }

/** Whether news of shipments said last that it is delivered, and not a person or a file of orders. A redo says what was said before. */
function isByNews(db: ReadDb, orderId: Id): boolean {
  const saying = db.get<Saying>(
    `SELECT o.name, o.first_id AS firstId, o.last_id AS lastId
     FROM changes c INDEXED BY changes_by_row LEFT JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = 'sales_orders' AND c.row_id = ? AND c.after ->> 'status' = 'delivered'
       AND coalesce(o.name, '') NOT IN ('${undoName}', '${redoName}')
     ORDER BY o.clock IS NOT NULL, o.clock DESC, o.replica DESC, c.id DESC LIMIT 1`,
    orderId,
  )
  if (saying === undefined) return false
  // What this very step said has no line in the log yet.
  if (saying.name === null || /^(?:tracking|shipments)\./.test(saying.name)) return true
  return saying.name === 'imports.run' && db.get(newsInFileSql, orderId, saying.firstId, saying.lastId) !== undefined
}

/** A file of events or of shipments brought news of its goods; one of orders brings none of what is sent under our eyes. */
const newsInFileSql = `SELECT 1 FROM order_lines l INDEXED BY order_lines_by_order
  CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line
    ON g.order_line_id = l.id AND g.order_line_id IS NOT NULL
  CROSS JOIN shipments s ON s.id = g.shipment_id AND s.is_history = 0
  CROSS JOIN shipment_events e INDEXED BY shipment_events_by_shipment ON e.shipment_id = s.id
  WHERE l.order_id = ? AND e.id BETWEEN ? AND ? LIMIT 1`

/** Nobody took it, or it is broken: somebody has to say what becomes of it. */
const undecided: readonly string[] = ['attempt_failed', 'returning', 'damaged', 'lost']

type Waiting = { id: Id; state: string; stateOn: Day | null; decideBy: Day | null; keptUntil: Day | null }

function settleDecisions(tx: WriteTx, shipmentIds: readonly Id[]): void {
  const rows = tx.all<Waiting>(
    `SELECT s.id, s.state, s.state_on AS stateOn, s.decide_by AS decideBy, s.kept_until AS keptUntil
     FROM json_each(?) j CROSS JOIN shipments s ON s.id = j.value
     WHERE s.deleted = 0 AND s.kind IN ('order', 'other') AND s.decision = '' AND s.is_history = 0`,
    JSON.stringify(shipmentIds),
  )
  for (const row of rows) {
    if (isAskedNoMore(tx, row)) continue
    const by = decideBy(tx, row)
    if (by !== row.decideBy) tx.update('shipments', row.id, { decide_by: by })
  }
}

/** Somebody said that it is not to be asked for, and no day was set since: news does not set one again. */
export function isAskedNoMore(db: ReadDb, { id, decideBy }: Pick<Waiting, 'id' | 'decideBy'>): boolean {
  if (decideBy !== null) return false
  const row = db.get<{ name: string | null }>(
    `SELECT o.name FROM changes c INDEXED BY changes_by_row LEFT JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = 'shipments' AND c.row_id = ? AND c.before ->> '$.decide_by' IS NOT c.after ->> '$.decide_by'
     ORDER BY o.clock IS NOT NULL, o.clock DESC, o.replica DESC, c.id DESC LIMIT 1`,
    id,
  )
  return row?.name === 'shipments.setDecideBy'
}

/** A day that somebody set stays as long as it is undecided. */
function decideBy(tx: WriteTx, { state, stateOn, decideBy: set, keptUntil }: Waiting): Day | null {
  if (state === 'at_pickup_point') return set ?? keptUntil
  if (!undecided.includes(state) || stateOn === null) return null
  return set ?? addDays(stateOn, shippingSetting(tx, 'decideDays'))
}
