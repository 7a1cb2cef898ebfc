// Shipping in a book full of marks: a service with its rates, a shipment with all that hangs on it, rules of its own.
import type { WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import { markedRow, type Values } from '#tests/support/marked-book.ts'

type Known = { customer: Id; carrier: Id; product: Id; line: Id }

/** Fills every table of shipping; gives the tables. */
export function markedShipping(tx: WriteTx, { customer, carrier, product, line }: Known): string[] {
  const made: string[] = []
  const add = (table: string, given: Values) => {
    made.push(table)
    return markedRow(tx, table, given)
  }
  add('shipping_settings', {})
  const service_id = add('carrier_services', { carrier_id: carrier, mode: 'courier' })
  const zone_id = add('carrier_zones', { service_id })
  add('carrier_zone_places', { zone_id })
  const table_id = add('rate_tables', { service_id })
  add('carrier_rates', { table_id, zone_id, over_grams: 0, step_grams: null, step_minor: null })
  add('carrier_surcharges', { table_id, zone_id, kind: 'fuel' })
  const shipment_id = add('shipments', {
    ...{
      kind: 'order',
      party_id: customer,
      warehouse_id: null,
      to_warehouse_id: null,
      carrier_id: carrier,
      service_id,
    },
    ...{ mode: 'courier', planned_by: 'typed', decision: 'resend', follows_id: null },
  })
  const line_id = add('shipment_lines', {
    ...{ shipment_id, position: 1, order_line_id: line, purchase_line_id: null, product_id: product },
  })
  const parcel_id = add('parcels', { shipment_id, position: 1, carrier_id: carrier })
  add('parcel_lines', { parcel_id, line_id })
  add('shipment_legs', { shipment_id, position: 1, mode: 'sea', carrier_id: carrier })
  const rated = { estimate_rate: '1', actual_rate: '1', estimate_currency: 'USD', actual_currency: 'USD' }
  add('shipment_charges', { shipment_id, kind: 'freight', party_id: carrier, ...rated })
  const entry_id = add('customs_entries', { shipment_id, direction: 'export', broker_id: carrier })
  add('customs_lines', { entry_id, position: 1 })
  add('shipment_events', {
    ...{ shipment_id, parcel_id, local_time: '2026-11-02T08:00', zone: '+08:00', happened_at: 1_793_577_600_000 },
    ...{ state: 'departed', read_by: 'text' },
  })
  add('tracking_rules', { state: 'departed' })
  return made
}
