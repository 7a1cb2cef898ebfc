// Shipments as rows with their derived columns given: for figures, which read nothing else.
import type { WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type LaneShipmentRow = Partial<{
  carrier_id: Id | null
  service_id: Id | null
  mode: string
  kind: string
  status: string
  from_country: string
  ship_to_country: string
  sent_on: string | null
  left_on: string | null
  planned_on: string | null
  delivered_on: string | null
  has_delivery_days: number
  is_history: number
  is_open: number
  state: string
  state_on: string | null
  heard_at: number | null
  was_damaged: number
  was_lost: number
  weight_grams: number | null
  cost_base_minor: number | null
  order_count: number
  quiet_days: number | null
  kept_until: string | null
  decide_by: string | null
  decision: string
  warehouse_id: Id | null
  party_id: Id | null
}>

let made = 0

/** Sent, of one order, to a customer, unless told otherwise. */
export function laneShipment(tx: WriteTx, row: LaneShipmentRow): Id {
  made += 1
  const usual = { number: `SH-${made}`, kind: 'order', status: 'sent', mode: 'courier', order_count: 1 }
  const left = row.left_on === undefined ? {} : { sent_on: row.left_on }
  return tx.insert('shipments', { ...usual, from_country: 'CN', ship_to_country: 'DE', ...left, ...row })
}

export function laneCarrier(tx: WriteTx, name: string): Id {
  return tx.insert('parties', { name, is_carrier: 1 })
}

export function laneService(
  tx: WriteTx,
  carrierId: Id,
  days: { min?: number; max?: number; storage?: number } = {},
): Id {
  return tx.insert('carrier_services', {
    carrier_id: carrierId,
    code: 'X',
    name: 'Express',
    mode: 'courier',
    days_min: days.min ?? null,
    days_max: days.max ?? null,
    storage_days: days.storage ?? null,
  })
}
