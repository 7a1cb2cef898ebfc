// Shipments that two copies made at odds: one of a file twice, one number twice, one order's goods in two, one parcel in two.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, eachOther, type FoundClash, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { dropShipment, isBooked } from '#main/services/shipments/drop-shipment.ts'
import { openOfOrder } from '#main/services/shipments/lines-to-ship.ts'
import { nextShipmentNumber } from '#main/services/shipments/shipment-numbers.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const isLiving = "r.deleted = 0 AND NOT (r.archived = 1 AND r.status = 'cancelled')"
const booked = (db: ReadDb, ids: readonly Id[]) => ids.filter((id) => isBooked(db, id))

/** Both copies read the same file: the shipment is there twice. */
export const shipmentTwins: ClashRule = {
  id: 'shipments/same-external',
  tables: ['shipments'],
  find: (db) =>
    doubledRows(db, {
      table: 'shipments',
      index: 'shipments_by_external_id',
      columns: ['channel', 'external_id'],
      isKey: "external_id <> ''",
      isLiving: `r.external_id <> '' AND ${isLiving}`,
      facts: ([channel, externalId]) => ({ channel: String(channel), externalId: String(externalId) }),
    }),
  rows: rowsOf('shipments'),
  prefers: booked,
  mendings: [{ id: 'keepOne', mend: eachOther(dropShipment) }],
}

/** Two different shipments of one number. One of a file that is there twice is listed above. */
export const shipmentNumberTwins: ClashRule = {
  id: 'shipments/same-number',
  tables: ['shipments'],
  find: (db) =>
    doubledRows(db, {
      table: 'shipments',
      index: 'shipments_by_number',
      columns: ['number'],
      isLiving,
      isSame: "iif(r.external_id = '', r.id, r.channel || char(10) || r.external_id)",
      facts: ([number]) => ({ number: String(number) }),
    }),
  rows: rowsOf('shipments'),
  prefers: booked,
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const sql = `SELECT coalesce(sent_on, booked_on, '2000-01-01') AS "on" FROM shipments WHERE id = ?`
          const shipment = tx.get<{ on: Day }>(sql, id)
          if (shipment) update('shipments', id, { number: nextShipmentNumber(tx, shipment.on) })
        }
      },
    },
  ],
}

/**
 * Each copy put the goods of an order into a shipment of its own, together more than is to be sent. What one copy did alone was
 * refused or wanted; so only shipments of different copies count.
 */
const overSql = `SELECT l.order_id, o.number, l.id
  FROM shipments s INDEXED BY shipments_board_before
  CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_shipment ON x.shipment_id = s.id
  CROSS JOIN order_lines l ON l.id = x.order_line_id CROSS JOIN sales_orders o ON o.id = l.order_id
  WHERE s.status IN ('draft', 'packed') AND s.deleted = 0 AND s.archived = 0 AND s.kind = 'order' AND s.is_history = 0
    AND s.follows_id IS NULL AND x.deleted = 0
  GROUP BY l.id HAVING sum(x.qty_milli) > ${openOfOrder}`

const holdersSql = `SELECT DISTINCT s.id FROM json_each(?) j
  CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = j.value
  CROSS JOIN shipments s ON s.id = x.shipment_id
  WHERE x.deleted = 0 AND s.deleted = 0 AND s.kind = 'order' AND s.status <> 'cancelled' AND s.is_history = 0`

export const overShippedOrders: ClashRule = {
  id: 'shipments/over-order',
  tables: ['shipments', 'shipment_lines', 'order_lines', 'sales_orders', 'dispatches', 'dispatch_lines'],
  find(db) {
    const rows = db.raw(overSql) as [Id, string, Id][]
    return [...Map.groupBy(rows, ([orderId]) => orderId).values()].flatMap((lines): FoundClash[] => {
      const lineIds = JSON.stringify(lines.map(([, , lineId]) => lineId))
      const ids = db.raw(holdersSql, lineIds).map(([id]) => id as Id)
      return areOfSeveralCopies(ids) ? [clashOf(ids, { number: lines[0]?.[1] ?? '', lines: lines.length })] : []
    })
  },
  rows: rowsOf('shipments'),
  // What has left stays.
  prefers: (db, ids) => ids.filter((id) => statusOf(db, id) === 'sent'),
  mendings: [
    {
      id: 'keepOne',
      mend({ tx, update, touch }, { others }) {
        const waiting = others.filter((id) => statusOf(tx, id) !== 'sent')
        if (waiting.length === 0) throw new AppError('shipments/twin-moved')
        for (const id of waiting) update('shipments', id, { status: 'cancelled', packed_on: null })
        touch('shipments', waiting)
      },
    },
  ],
}

function statusOf(db: ReadDb, id: Id): string {
  return db.get<{ status: string }>('SELECT status FROM shipments WHERE id = ?', id)?.status ?? ''
}

/** Each by a copy of its own: the number of a copy stands in the upper bits of an id. */
function areOfSeveralCopies(ids: readonly Id[]): boolean {
  return new Set(ids.map((id) => Math.floor(id / 2 ** 29))).size > 1
}

/** One number of a carrier at parcels of two shipments that different copies wrote down. */
export const trackingTwins: ClashRule = {
  id: 'shipments/same-tracking',
  tables: ['parcels', 'shipments'],
  find: (db) =>
    doubledRows(db, {
      table: 'parcels',
      index: 'parcels_by_tracking',
      columns: ['tracking_number'],
      isKey: "tracking_number <> ''",
      isLiving: `r.tracking_number <> '' AND r.deleted = 0 AND EXISTS (SELECT 1 FROM shipments s
        WHERE s.id = r.shipment_id AND s.deleted = 0 AND s.status <> 'cancelled' AND s.follows_id IS NULL AND s.kind <> 'return')`,
      // Several orders in one parcel, written down by one copy, are meant so.
      isSame: 'r.id / 536870912',
      facts: ([number]) => ({ number: String(number) }),
    }),
  rows: rowsOf('parcels'),
  mendings: [{ id: 'clear', mend: updateOthers('parcels', { tracking_number: '' }) }],
}

/** Both copies set one setting of shipping. */
export const shippingSettingTwins: ClashRule = {
  id: 'shipping/same-setting',
  tables: ['shipping_settings'],
  find: (db) =>
    doubledRows(db, {
      table: 'shipping_settings',
      index: 'shipping_settings_by_key',
      columns: ['key'],
      isLiving: 'r.deleted = 0',
      facts: ([key]) => ({ key: String(key) }),
    }),
  rows: rowsOf('shipping_settings'),
  mendings: [
    { id: 'keepNewest', keeps: 'newest', mend: updateOthers('shipping_settings', { deleted: 1 }) },
    { id: 'keepOne', mend: updateOthers('shipping_settings', { deleted: 1 }) },
  ],
}
