// Purchase orders that two copies made at odds: one order of a file twice, one number twice, cancelled here and received there.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, eachOther, type Mender } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, moveHanging } from '#main/services/clashes/combine-records.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { restsOf, settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { nextPurchaseNumber } from '#main/services/purchases/purchase-numbers.ts'
import { hasStandingReceipt } from '#main/services/purchases/purchase-rows.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

// One that was cancelled and put away is mended already: it could not be deleted, since something names it.
const isLiving = "r.deleted = 0 AND NOT (r.archived = 1 AND r.status = 'cancelled')"

/** Both copies imported the same file: the order is there twice, and on order twice. */
export const purchaseTwins: ClashRule = {
  id: 'purchases/same-external',
  tables: ['purchase_orders'],
  find: (db) =>
    doubledRows(db, {
      table: 'purchase_orders',
      index: 'purchase_orders_by_external_id',
      columns: ['channel', 'external_id'],
      isKey: "external_id > ''",
      isLiving,
      facts: ([channel, externalId]) => ({ channel: String(channel), externalId: String(externalId) }),
    }),
  rows: rowsOf('purchase_orders'),
  // What came in, and what was paid, hangs on the order it was booked for.
  prefers: (db, ids) => ids.filter((id) => isBooked(db, id)),
  mendings: [{ id: 'keepOne', mend: eachOther(drop) }],
}

const booked = [
  'SELECT 1 FROM payment_shares INDEXED BY payment_shares_by_purchase WHERE purchase_order_id = ? LIMIT 1',
  `SELECT 1 FROM purchase_receipts INDEXED BY purchase_receipts_by_order
   WHERE order_id = ? AND deleted = 0 AND status = 'posted' AND document_id IS NOT NULL LIMIT 1`,
  `SELECT 1 FROM papers INDEXED BY papers_by_record WHERE record_id = ? AND record_kind = 'purchase' AND deleted = 0 LIMIT 1`,
]

function isBooked(db: ReadDb, id: Id): boolean {
  return booked.some((sql) => db.get(sql, id) !== undefined)
}

/** An order that papers, payments or stock name stays, cancelled and put away; any other goes to the bin with its receipts. */
function drop(mender: Mender, { keep, other }: { keep: Id; other: Id }): void {
  const { tx, update, touch } = mender
  moveHanging(mender, 'purchase', { keep, other }, ['papers'])
  if (isBooked(tx, other)) {
    if (hasStandingReceipt(tx, other)) throw new AppError('purchases/twin-received')
    update('purchase_orders', other, { status: 'cancelled', archived: 1, external_id: '' })
    touch('purchase_orders', [other])
    return
  }
  for (const [receipt] of tx.raw('SELECT id FROM live_purchase_receipts WHERE order_id = ?', other)) {
    const lines = tx.raw('SELECT id FROM live_purchase_receipt_lines WHERE receipt_id = ?', receipt as Id)
    for (const [line] of lines) update('purchase_receipt_lines', line as Id, { deleted: 1 })
    update('purchase_receipts', receipt as Id, { deleted: 1 })
  }
  deleteRecord(mender, { kind: 'purchase', id: other })
}

/** Two different orders of one number. One order of a file that is there twice is listed above. */
export const purchaseNumberTwins: ClashRule = {
  id: 'purchases/same-number',
  tables: ['purchase_orders'],
  find: (db) =>
    doubledRows(db, {
      table: 'purchase_orders',
      index: 'purchase_orders_by_number',
      columns: ['number'],
      isLiving,
      isSame: "iif(r.external_id = '', r.id, r.channel || char(10) || r.external_id)",
      facts: ([number]) => ({ number: String(number) }),
    }),
  rows: rowsOf('purchase_orders'),
  prefers: (db, ids) => ids.filter((id) => isBooked(db, id)),
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const order = tx.get<{ on: Day }>('SELECT ordered_on AS "on" FROM purchase_orders WHERE id = ?', id)
          if (order) update('purchase_orders', id, { number: nextPurchaseNumber(tx, order.on) })
        }
      },
    },
  ],
}

/** Cancelled in one copy while goods of it came in at the other. */
export const cancelledYetReceived: ClashRule = {
  id: 'purchases/cancelled-received',
  tables: ['purchase_orders', 'purchase_receipts'],
  find(db) {
    const rows = db.raw(
      `SELECT t.order_id, max(coalesce(t.received_on, '')) FROM purchase_orders r INDEXED BY purchase_orders_cancelled
       CROSS JOIN purchase_receipts t INDEXED BY purchase_receipts_by_order ON t.order_id = r.id
       WHERE t.status = 'posted' AND t.deleted = 0 AND r.status = 'cancelled' AND r.deleted = 0 AND r.is_history = 0
       GROUP BY t.order_id`,
    ) as [Id, string][]
    return rows.map(([id, receivedOn]) => ({ ...clashOf([id], { receivedOn }), key: `${id} ${receivedOn}` }))
  },
  rows: rowsOf('purchase_orders'),
  mendings: [
    {
      id: 'setReceived',
      mend({ tx, update, touch }, { keep }) {
        const { hasRest } = restsOf(tx, keep)
        const status = hasRest ? 'part_received' : 'received'
        update('purchase_orders', keep, { status, closed_on: null, cancel_reason: '' })
        touch('purchase_orders', [keep])
      },
    },
  ],
}

/** Each copy received a part, and together it is all: the order still waits for nothing. */
export const receivedYetOpen: ClashRule = {
  id: 'purchases/received-open',
  tables: ['purchase_orders', 'purchase_lines', 'purchase_receipts', 'purchase_receipt_lines'],
  find(db) {
    const rows = db.raw(
      `SELECT r.id FROM purchase_orders r INDEXED BY purchase_orders_part_received WHERE r.status = 'part_received' AND r.deleted = 0 AND r.is_history = 0
         AND NOT EXISTS (SELECT 1 FROM purchase_lines l INDEXED BY purchase_lines_by_order
           WHERE l.order_id = r.id AND l.open_milli > 0)`,
    ) as [Id][]
    return rows.map(([id]) => clashOf([id], {}))
  },
  rows: rowsOf('purchase_orders'),
  mendings: [
    {
      id: 'setReceived',
      mend({ tx, update, touch }, { keep }) {
        update('purchase_orders', keep, { status: 'received' })
        touch('purchase_orders', [keep])
        settlePurchases(tx, [keep])
      },
    },
  ],
}
