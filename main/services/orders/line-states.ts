// Derived columns of order lines: the day a line counts as sold and the day it is due, what was sent of it, what came back and
// what is still to be sent.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { openStatuses } from '#main/domain/orders/order-status.ts'
import { issuedBeside } from '#main/services/orders/issued-beside.ts'
import type { Id } from '#shared/ids.ts'

/** The orders meant: by id, or every one. */
export type OrderIds = readonly Id[] | 'all'

/** Orders in these states have sold nothing (yet). */
const unsold = "('draft', 'cancelled')"
const open = openStatuses.map((status) => `'${status}'`).join(', ')

/** A line that has goods to send: a charge has none. */
export const isGoodsSql = (line: string) => `(${line}.product_id IS NOT NULL OR ${line}.external_sku <> '')`

const returned = `coalesce((SELECT -sum(c.qty_milli) FROM order_lines c INDEXED BY order_lines_credits
  CROSS JOIN sales_orders r ON r.id = c.order_id
  WHERE c.credits_line_id = l.id AND c.deleted = 0 AND c.goods_back <> '' AND r.deleted = 0 AND r.status NOT IN ${unsold}), 0)`

const hasDispatch = `EXISTS (SELECT 1 FROM dispatches d INDEXED BY dispatches_by_order
  WHERE d.order_id = o.id AND d.status = 'posted' AND d.deleted = 0)`

/** Lines are looked up one by one only where their order was dispatched at all. */
const dispatched = `iif(${hasDispatch}, coalesce((SELECT sum(g.qty_milli) FROM dispatch_lines g INDEXED BY dispatch_lines_by_line
  CROSS JOIN dispatches d ON d.id = g.dispatch_id
  WHERE g.line_id = l.id AND g.deleted = 0 AND d.deleted = 0 AND d.status = 'posted'), 0), 0)`

/** A day that somebody wrote down says that all of it left, unless dispatches tell which lines did. */
const isOpen = `o.deleted = 0 AND o.archived = 0 AND o.document = 'order' AND o.is_history = 0 AND o.status IN (${open})
  AND (o.shipped_on IS NULL OR ${hasDispatch})`

/** Of a line that is no longer wanted at all nothing was sold. */
const isSold = `l.deleted = 0 AND o.deleted = 0 AND o.status NOT IN ${unsold}
  AND NOT (l.qty_milli > 0 AND l.cancelled_milli >= l.qty_milli)`

const names = ['sold_on', 'due_on', 'shipped_milli', 'returned_milli', 'open_milli'] as const

/** Every line of some orders `o` with what its columns must be; the first parameter is what was issued beside dispatches. */
const statesSql = (orders: string) => `WITH beside(line_id, milli) AS MATERIALIZED (
    SELECT value ->> 0, value ->> 1 FROM json_each(?)),
  counted AS (SELECT l.id, CASE WHEN ${isSold} THEN o.ordered_on END AS sold_on, coalesce(l.promised_on, o.required_on) AS due_on,
      ${dispatched} + coalesce(b.milli, 0) AS shipped_milli, ${returned} AS returned_milli,
      CASE WHEN l.deleted = 0 AND ${isGoodsSql('l')} AND ${isOpen} THEN l.qty_milli - l.cancelled_milli END AS wanted_milli,
      ${names.map((name) => `l.${name} AS was_${name}`).join(', ')}
    FROM ${orders} CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
    LEFT JOIN beside b ON b.line_id = l.id),
  s AS (SELECT *, max(0, coalesce(wanted_milli - shipped_milli, 0)) AS open_milli FROM counted)`

type Row = [...Param[], id: Id]

function wrongLines(db: ReadDb, orderIds: OrderIds): Row[] {
  const isAll = orderIds === 'all'
  const orders = isAll ? 'sales_orders o' : 'json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value'
  return db.raw(
    `${statesSql(orders)} SELECT ${names.join(', ')}, id
     FROM s WHERE ${names.map((name) => `was_${name} IS NOT ${name}`).join(' OR ')}`,
    JSON.stringify(issuedBeside(db, orderIds)),
    ...(isAll ? [] : [JSON.stringify(orderIds)]),
  ) as Row[]
}

/** Brings them up to date. Rows that are right already are not rewritten. */
export function settleLineStates(tx: WriteTx, orderIds: OrderIds): void {
  const rows = wrongLines(tx, orderIds)
  if (rows.length === 0) return
  const update = tx.statement(`UPDATE order_lines SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
  for (const row of rows) update.run(...row)
}

/** Lines whose derived columns are not what their order, dispatches and credits say: for `check`. */
export function linesOutOfStep(db: ReadDb): Id[] {
  return wrongLines(db, 'all').map((row) => row.at(-1) as Id)
}
