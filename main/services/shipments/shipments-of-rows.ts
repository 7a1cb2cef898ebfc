// The shipments that rows of other tables belong to, for whoever knows only those rows; and what of them is settled then.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Id } from '#shared/ids.ts'

/** Tables that derived columns of shipments follow from. */
export const shippingTables = [
  'shipments',
  'shipment_lines',
  'parcels',
  'shipment_legs',
  'shipment_charges',
  'shipment_events',
  // What a shipment is worth follows from the lines of its orders.
  'order_lines',
  'purchase_lines',
] as const
export type ShippingTable = (typeof shippingTables)[number]

const sources: Record<ShippingTable, { owner: string; from: string }> = {
  shipments: { owner: 'r.id', from: 'shipments r' },
  shipment_lines: { owner: 'r.shipment_id', from: 'shipment_lines r' },
  parcels: { owner: 'r.shipment_id', from: 'parcels r' },
  shipment_legs: { owner: 'r.shipment_id', from: 'shipment_legs r' },
  shipment_charges: { owner: 'r.shipment_id', from: 'shipment_charges r' },
  shipment_events: { owner: 'r.shipment_id', from: 'shipment_events r' },
  order_lines: {
    owner: 'x.shipment_id',
    from: 'order_lines r CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = r.id',
  },
  purchase_lines: {
    owner: 'x.shipment_id',
    from: 'purchase_lines r CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_purchase_line ON x.purchase_line_id = r.id',
  },
}

export function shipmentsOfRows(db: ReadDb, table: ShippingTable, ids: readonly Id[]): Id[] {
  if (ids.length === 0) return []
  const { owner, from } = sources[table]
  const sql = `SELECT DISTINCT ${owner} FROM ${from} WHERE r.id IN (SELECT value FROM json_each(?))`
  return db.raw(sql, JSON.stringify(ids)).map(([id]) => id as Id)
}

/** The same for all rows of a span of ids. */
export function shipmentsOfSpan(
  db: ReadDb,
  table: ShippingTable,
  { firstId, lastId }: { firstId: Id; lastId: Id },
): Id[] {
  const { owner, from } = sources[table]
  const sql = `SELECT DISTINCT ${owner} FROM ${from} WHERE r.id BETWEEN ? AND ?`
  return db.raw(sql, firstId, lastId).map(([id]) => id as Id)
}

const ofOrders = {
  order: `order_lines l INDEXED BY order_lines_by_order ON l.order_id = j.value
    CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = l.id`,
  purchase: `purchase_lines l INDEXED BY purchase_lines_by_order ON l.order_id = j.value
    CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_purchase_line ON x.purchase_line_id = l.id`,
} as const
const any = {
  order: 'SELECT 1 FROM shipment_lines INDEXED BY shipment_lines_by_order_line WHERE order_line_id IS NOT NULL LIMIT 1',
  purchase:
    'SELECT 1 FROM shipment_lines INDEXED BY shipment_lines_by_purchase_line WHERE purchase_line_id IS NOT NULL LIMIT 1',
} as const

/** After lines of orders were written: what the shipments of these orders are worth. */
export function settleShipmentsOfOrders(
  tx: WriteTx,
  side: 'order' | 'purchase',
  orderIds: readonly Id[] | 'all',
): void {
  if (orderIds.length === 0 || !tx.get(any[side])) return
  const sql = `SELECT DISTINCT x.shipment_id FROM json_each(?) j CROSS JOIN ${ofOrders[side]}`
  const touched = orderIds === 'all' ? 'all' : tx.raw(sql, JSON.stringify(orderIds)).map(([id]) => id as Id)
  settleShipments(tx, touched)
}
