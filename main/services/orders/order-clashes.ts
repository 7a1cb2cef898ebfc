// Orders that two copies made at odds: one marketplace order twice, one number twice, cancelled here and shipped there.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, eachOther } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import { dropTwinOrder, hasPapers } from '#main/services/orders/drop-twin-order.ts'
import { nextOrderNumber } from '#main/services/orders/order-numbers.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

// One that was cancelled and put away is mended already: it could not be deleted, since papers name it.
const isLiving = "r.deleted = 0 AND NOT (r.archived = 1 AND r.status = 'cancelled')"

/** Both copies imported the same file: the order is there twice, and sold twice. */
export const externalTwins: ClashRule = {
  id: 'orders/same-external',
  tables: ['sales_orders'],
  find: (db) =>
    doubledRows(db, {
      table: 'sales_orders',
      index: 'sales_orders_by_external_id',
      columns: ['channel', 'external_id'],
      isKey: "external_id > ''",
      isLiving,
      facts: ([channel, externalId]) => ({ channel: String(channel), externalId: String(externalId) }),
    }),
  rows: rowsOf('sales_orders'),
  prefers: withPapers,
  mendings: [{ id: 'keepOne', mend: eachOther(dropTwinOrder) }],
}

/** Those whose papers went out: the customer knows them by their number. */
function withPapers(db: ReadDb, ids: readonly Id[]): Id[] {
  return ids.filter((id) => hasPapers(db, id))
}

/** Two different orders of one number. One marketplace order that is there twice is listed above. */
export const orderNumberTwins: ClashRule = {
  id: 'orders/same-number',
  tables: ['sales_orders'],
  find: (db) =>
    doubledRows(db, {
      table: 'sales_orders',
      index: 'sales_orders_by_number',
      columns: ['number'],
      isLiving,
      isSame: "iif(r.external_id = '', r.id, r.channel || char(10) || r.external_id)",
      facts: ([number]) => ({ number: String(number) }),
    }),
  rows: rowsOf('sales_orders'),
  prefers: withPapers,
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const order = tx.get<{ orderedOn: Day; document: 'order' | 'credit' }>(
            'SELECT ordered_on AS orderedOn, document FROM sales_orders WHERE id = ?',
            id,
          )
          if (order) update('sales_orders', id, { number: nextOrderNumber(tx, order) })
        }
      },
    },
  ],
}

/** Dispatches of a cancelled order that stand: no copy alone lets that happen. */
const cancelledWithGoodsSql = `SELECT r.id, coalesce(max(d.dispatched_on), r.ordered_on)
  FROM sales_orders r INDEXED BY sales_orders_cancelled
  CROSS JOIN dispatches d INDEXED BY dispatches_by_order ON d.order_id = r.id
  WHERE r.status = 'cancelled' AND r.deleted = 0 AND r.document = 'order' AND r.is_history = 0
    AND d.status = 'posted' AND d.deleted = 0 GROUP BY r.id`

/** Cancelled in one copy while the other shipped it. */
export const cancelledYetShipped: ClashRule = {
  id: 'orders/cancelled-shipped',
  tables: ['sales_orders', 'dispatches'],
  find(db) {
    const rows = db.raw(
      `SELECT r.id, r.shipped_on FROM sales_orders r INDEXED BY sales_orders_cancelled_shipped
       WHERE r.status = 'cancelled' AND r.shipped_on IS NOT NULL AND r.deleted = 0`,
    ) as [Id, Day][]
    const said = rows.filter(([id]) => isSaidByTwo(db, id))
    const ids = new Set(said.map(([id]) => id))
    const sent = (db.raw(cancelledWithGoodsSql) as [Id, Day][]).filter(([id]) => !ids.has(id))
    return [...said, ...sent].map(([id, shippedOn]) => ({ ...clashOf([id], { shippedOn }), key: `${id} ${shippedOn}` }))
  },
  rows: rowsOf('sales_orders'),
  mendings: [
    {
      id: 'setShipped',
      mend({ tx, update, touch }, { keep }) {
        update('sales_orders', keep, { status: 'shipped' })
        touch('sales_orders', [keep])
        // Where dispatches say how, they say how much as well.
        if (standingDispatches(tx, keep).length > 0) followOrders(tx, [keep])
      },
    },
    {
      id: 'clearShipped',
      mend({ tx, update }, { keep }) {
        for (const dispatchId of standingDispatches(tx, keep)) reverseDispatch(tx, { dispatchId, note: '' })
        update('sales_orders', keep, { shipped_on: null })
      },
    },
  ],
}

function standingDispatches(db: ReadDb, orderId: Id): Id[] {
  const sql = `SELECT id FROM dispatches INDEXED BY dispatches_by_order
    WHERE order_id = ? AND status = 'posted' AND deleted = 0 ORDER BY id`
  return db.raw(sql, orderId).map(([id]) => id as Id)
}

/**
 * A file may say both of an order, and then it is so; here one copy cancelled and another shipped. Taking back what mended it
 * says neither.
 */
function isSaidByTwo(db: ReadDb, id: Id): boolean {
  const copiesThat = (said: string) =>
    db
      .raw(
        `SELECT DISTINCT o.replica FROM changes c INDEXED BY changes_by_row JOIN operations o ON o.id = c.operation_id
         WHERE c.table_name = 'sales_orders' AND c.row_id = ? AND ${said}
           AND NOT EXISTS (SELECT 1 FROM undoings u WHERE u.id BETWEEN o.first_id AND o.last_id)`,
        id,
      )
      .map(([replica]) => replica)
  const cancelled = copiesThat("c.after ->> '$.status' = 'cancelled'")
  const shipped = copiesThat("c.after ->> '$.shipped_on' IS NOT NULL")
  return cancelled.some((copy) => shipped.some((other) => other !== copy))
}
