// What a redacted copy holds of shipping: what went to which country, when and how heavy stays; who received it and what was
// said of it goes with personal data, what it cost with costs, and what suppliers sent with buying.
import { allOut, plain, type TableRedaction } from '#main/services/copies/redaction-rule.ts'

const buying = { costs: 'buying', suppliers: 'buying' } as const
const inbound = "(SELECT id FROM shipments WHERE kind = 'purchase')"
const ofInbound = { rowsOut: buying, buyingRows: `shipment_id IN ${inbound}` } as const

/** In the order in which rows go: what hangs on a shipment before the shipment. */
export const shippingRedaction: Readonly<Record<string, TableRedaction>> = {
  shipping_settings: allOut('value'),
  carrier_services: {
    columns: {
      ...plain(
        'id carrier_id code name mode weighs_by divisor round_up_grams rounds_sides max_piece_grams max_side_mm',
      ),
      ...plain('days_min days_max storage_days archived deleted'),
      note: 'text',
    },
  },
  carrier_zones: { columns: plain('id service_id name position deleted') },
  carrier_zone_places: { columns: plain('id zone_id country postal_prefix deleted') },
  carrier_rates: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('id table_id zone_id position over_grams up_to_grams base_minor step_grams step_minor ton_minor'),
      ...plain('minimum_tons_milli deleted'),
    },
  },
  carrier_surcharges: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('id table_id position kind name ppm shipment_minor piece_minor kg_minor zone_id on_request valid_from'),
      ...plain('valid_to deleted'),
    },
  },
  rate_tables: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('id service_id name currency valid_from valid_to minimum_minor archived deleted'),
      note: 'text',
    },
  },
  parcel_lines: {
    rowsOut: buying,
    buyingRows: `parcel_id IN (SELECT id FROM parcels WHERE shipment_id IN ${inbound})`,
    columns: plain('id parcel_id line_id qty_milli deleted'),
  },
  shipment_events: {
    ...ofInbound,
    columns: {
      ...plain('id shipment_id parcel_id local_time zone happened_at country source source_code state read_by deleted'),
      place: 'person',
      text: 'text',
      salt: 'salt',
    },
  },
  parcels: {
    ...ofInbound,
    columns: {
      ...plain(
        'id shipment_id position packaging pieces length_mm width_mm height_mm net_grams gross_grams carrier_id',
      ),
      ...plain('told_on deleted state state_on heard_at delivered_on'),
      marks: 'person',
      tracking_number: 'person',
      salt: 'salt',
    },
  },
  shipment_lines: {
    ...ofInbound,
    columns: {
      ...plain('id shipment_id position order_line_id purchase_line_id product_id qty_milli deleted'),
      description: 'text',
      salt: 'salt',
    },
  },
  shipment_legs: {
    ...ofInbound,
    columns: {
      ...plain('id shipment_id position mode carrier_id vessel voyage container_number seal_number bl_number'),
      ...plain('from_code from_country to_code to_country'),
      // The one end is a customer's town, whichever way it goes.
      from_place: 'person',
      to_place: 'person',
      ...plain('planned_departure_on planned_arrival_on departed_on arrived_on deleted'),
      note: 'text',
      salt: 'salt',
    },
  },
  shipment_charges: {
    rowsOut: { costs: 'all', suppliers: 'buying' },
    buyingRows: ofInbound.buyingRows,
    columns: {
      ...plain('id shipment_id position kind party_id billed_on deleted'),
      ...plain('estimate_minor estimate_currency estimate_rate estimate_rate_on estimate_base_minor'),
      ...plain('actual_minor actual_currency actual_rate actual_rate_on actual_base_minor'),
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  customs_lines: {
    rowsOut: buying,
    buyingRows: `entry_id IN (SELECT id FROM customs_entries WHERE shipment_id IN ${inbound})`,
    columns: {
      ...plain('id entry_id position hs_code origin_country qty_milli unit net_grams gross_grams value_minor deleted'),
      description: 'text',
    },
  },
  customs_entries: {
    ...ofInbound,
    columns: {
      ...plain('id shipment_id position direction country declaration_number declared_on status status_on broker_id'),
      ...plain('currency deleted'),
      duty_minor: 'cost',
      tax_minor: 'cost',
      note: 'text',
      salt: 'salt',
    },
  },
  shipments: {
    rowsOut: buying,
    buyingRows: "kind = 'purchase'",
    columns: {
      ...plain(
        'id number channel external_id kind status party_id warehouse_id to_warehouse_id carrier_id service_id mode',
      ),
      ...plain('from_country incoterm booked_on packed_on sent_on planned_on planned_by'),
      ...plain('has_delivery_days told_grams told_volume_cm3 chargeable_grams insured_minor insured_currency insurer'),
      ...plain('kept_until decide_by decision decided_on follows_id is_history archived deleted'),
      ...plain('state state_on heard_at quiet_days left_on delivered_on is_open was_damaged was_lost line_count'),
      ...plain('order_count piece_count weight_grams volume_cm3 value_base_minor'),
      // Delivered at the customer's door, or come back from there, they say whose.
      place: 'person',
      from_place: 'person',
      ship_to_name: 'person',
      ship_to_street: 'person',
      ship_to_city: 'person',
      ship_to_region: 'person',
      ship_to_postal_code: 'person',
      ship_to_phone: 'person',
      ship_to_email: 'person',
      // Taxes depend on it, and it tells of nobody.
      ship_to_country: 'plain',
      reference: 'text',
      policy_number: 'text',
      decision_note: 'text',
      marks: 'text',
      packing_note: 'text',
      note: 'text',
      salt: 'salt',
      estimate_base_minor: 'cost',
      cost_base_minor: 'cost',
    },
  },
  tracking_rules: { columns: { ...plain('id position source code phrase state deleted'), note: 'text' } },
}
