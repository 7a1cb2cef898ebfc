// The tables of shipping, as table-list.ts declares those of the rest.
import type { TableRule } from '#main/db/table-list.ts'

const shipTo = ['name', 'street', 'city', 'region', 'postal_code', 'phone', 'email'].map((part) => `ship_to_${part}`)

export const shipmentTables: Readonly<Record<string, TableRule>> = {
  shipping_settings: { kind: 'record', groups: [['key', 'value']] },
  carrier_services: {
    kind: 'record',
    groups: [
      ['weighs_by', 'divisor', 'round_up_grams', 'rounds_sides'],
      ['days_min', 'days_max'],
    ],
  },
  carrier_zones: { kind: 'record' },
  carrier_zone_places: { kind: 'record', groups: [['country', 'postal_prefix']] },
  rate_tables: {
    kind: 'record',
    groups: [
      ['currency', 'minimum_minor'],
      ['valid_from', 'valid_to'],
    ],
  },
  carrier_rates: {
    kind: 'record',
    groups: [
      ['over_grams', 'up_to_grams', 'base_minor', 'step_grams', 'step_minor', 'ton_minor', 'minimum_tons_milli'],
    ],
  },
  carrier_surcharges: {
    kind: 'record',
    groups: [
      ['ppm', 'shipment_minor', 'piece_minor', 'kg_minor'],
      ['valid_from', 'valid_to'],
    ],
  },
  shipments: {
    kind: 'record',
    derived: [
      ...[
        'state',
        'state_on',
        'heard_at',
        'quiet_days',
        'left_on',
        'delivered_on',
        'is_open',
        'was_damaged',
        'was_lost',
      ],
      ...['line_count', 'order_count', 'piece_count', 'weight_grams', 'volume_cm3', 'value_base_minor'],
      ...['estimate_base_minor', 'cost_base_minor'],
    ],
    groups: [
      ['channel', 'external_id'],
      ['status', 'packed_on', 'sent_on'],
      ['carrier_id', 'service_id', 'mode'],
      ['planned_on', 'planned_by'],
      ['incoterm', 'place'],
      [...shipTo, 'ship_to_country'],
      ['insured_minor', 'insured_currency'],
      ['decision', 'decided_on', 'decision_note'],
    ],
    personal: [...shipTo, 'reference', 'policy_number', 'decision_note', 'marks', 'packing_note', 'note'],
  },
  shipment_lines: {
    kind: 'record',
    groups: [['order_line_id', 'purchase_line_id', 'product_id', 'qty_milli']],
    personal: ['description'],
  },
  parcels: {
    kind: 'record',
    derived: ['state', 'state_on', 'heard_at', 'delivered_on'],
    groups: [
      ['length_mm', 'width_mm', 'height_mm'],
      ['carrier_id', 'tracking_number'],
    ],
    personal: ['marks', 'tracking_number'],
  },
  parcel_lines: { kind: 'record' },
  shipment_legs: {
    kind: 'record',
    groups: [
      ['from_code', 'from_place', 'from_country'],
      ['to_code', 'to_place', 'to_country'],
    ],
    personal: ['note'],
  },
  shipment_charges: {
    kind: 'record',
    groups: [
      ['estimate_minor', 'estimate_currency', 'estimate_rate', 'estimate_rate_on', 'estimate_base_minor'],
      ['actual_minor', 'actual_currency', 'actual_rate', 'actual_rate_on', 'actual_base_minor'],
    ],
    personal: ['reference', 'note'],
  },
  customs_entries: {
    kind: 'record',
    groups: [
      ['status', 'status_on'],
      ['currency', 'duty_minor', 'tax_minor'],
    ],
    personal: ['note'],
  },
  customs_lines: { kind: 'record' },
  shipment_events: {
    kind: 'record',
    groups: [
      ['local_time', 'zone', 'happened_at'],
      ['state', 'read_by'],
    ],
    // Who signed for it, and where.
    personal: ['place', 'text'],
  },
  tracking_rules: { kind: 'record', groups: [['source', 'code', 'phrase', 'state']] },
}
