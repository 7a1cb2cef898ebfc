-- Shipments: what travels, in which parcels and on which legs, with which carrier at what rate, and what was heard of it.

-- One row per setting of shipping. `value` is JSON.
CREATE TABLE shipping_settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX shipping_settings_by_key ON shipping_settings (key);

-- Whose numbers and pages a carrier's are ('dhl', 'ups'); the address of its page with {number} in it, where it is another.
ALTER TABLE parties ADD COLUMN courier_code TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN tracking_url TEXT NOT NULL DEFAULT '';

-- What a carrier or forwarder offers.
CREATE TABLE carrier_services (
  id INTEGER PRIMARY KEY,
  carrier_id INTEGER NOT NULL REFERENCES parties (id),
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  mode TEXT NOT NULL DEFAULT '' CHECK (mode IN ('', 'sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post')),
  -- What is charged by: the whole, each piece by itself, or the revenue ton (m3 or tonne).
  weighs_by TEXT NOT NULL DEFAULT 'shipment' CHECK (weighs_by IN ('shipment', 'piece', 'revenue_ton')),
  -- cm3 that count as a kilogram; NULL: volume does not count.
  divisor INTEGER DEFAULT 5000 CHECK (divisor > 0),
  round_up_grams INTEGER NOT NULL DEFAULT 500 CHECK (round_up_grams > 0),
  rounds_sides INTEGER NOT NULL DEFAULT 0 CHECK (rounds_sides IN (0, 1)),
  max_piece_grams INTEGER CHECK (max_piece_grams > 0),
  max_side_mm INTEGER CHECK (max_side_mm > 0),
  -- As the carrier tells it, until own days are measured.
  days_min INTEGER CHECK (days_min >= 0),
  days_max INTEGER CHECK (days_max >= days_min),
  -- How long it keeps what nobody fetches.
  storage_days INTEGER CHECK (storage_days > 0),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX carrier_services_by_carrier ON carrier_services (carrier_id, code);

CREATE TABLE carrier_zones (
  id INTEGER PRIMARY KEY,
  service_id INTEGER NOT NULL REFERENCES carrier_services (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 1,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX carrier_zones_by_service ON carrier_zones (service_id, position);

CREATE TABLE carrier_zone_places (
  id INTEGER PRIMARY KEY,
  zone_id INTEGER NOT NULL REFERENCES carrier_zones (id),
  country TEXT NOT NULL,
  -- How the postal codes begin that it means; '' means all of the country.
  postal_prefix TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX carrier_zone_places_by_zone ON carrier_zone_places (zone_id);
CREATE INDEX carrier_zone_places_by_country ON carrier_zone_places (country);

CREATE TABLE rate_tables (
  id INTEGER PRIMARY KEY,
  service_id INTEGER NOT NULL REFERENCES carrier_services (id),
  name TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  minimum_minor INTEGER NOT NULL DEFAULT 0 CHECK (minimum_minor >= 0),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX rate_tables_by_service ON rate_tables (service_id, valid_from);

-- The price of weights above over_grams up to and with up_to_grams: base_minor, and step_minor for each step begun above
-- over_grams. By the revenue ton: ton_minor for each.
CREATE TABLE carrier_rates (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL REFERENCES rate_tables (id),
  -- NULL: wherever it goes.
  zone_id INTEGER REFERENCES carrier_zones (id),
  position INTEGER NOT NULL DEFAULT 1,
  over_grams INTEGER NOT NULL DEFAULT 0 CHECK (over_grams >= 0),
  up_to_grams INTEGER CHECK (up_to_grams > over_grams),
  base_minor INTEGER NOT NULL DEFAULT 0 CHECK (base_minor >= 0),
  step_grams INTEGER CHECK (step_grams > 0),
  step_minor INTEGER CHECK (step_minor >= 0),
  ton_minor INTEGER CHECK (ton_minor >= 0),
  -- The least number of revenue tons, in thousandths.
  minimum_tons_milli INTEGER CHECK (minimum_tons_milli >= 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((step_grams IS NULL) = (step_minor IS NULL))
) STRICT;
CREATE INDEX carrier_rates_by_table ON carrier_rates (table_id, zone_id, over_grams);
CREATE INDEX carrier_rates_by_zone ON carrier_rates (zone_id) WHERE zone_id IS NOT NULL;

CREATE TABLE carrier_surcharges (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL REFERENCES rate_tables (id),
  position INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('fuel', 'peak', 'remote', 'security', 'handling', 'bunker', 'currency', 'duty_paid', 'other')),
  name TEXT NOT NULL DEFAULT '',
  -- A share of the freight, and amounts by the shipment, the piece and the kilogram charged.
  ppm INTEGER NOT NULL DEFAULT 0 CHECK (ppm >= 0),
  shipment_minor INTEGER NOT NULL DEFAULT 0 CHECK (shipment_minor >= 0),
  piece_minor INTEGER NOT NULL DEFAULT 0 CHECK (piece_minor >= 0),
  kg_minor INTEGER NOT NULL DEFAULT 0 CHECK (kg_minor >= 0),
  -- NULL: wherever it goes. On request counts only where it is asked for.
  zone_id INTEGER REFERENCES carrier_zones (id),
  on_request INTEGER NOT NULL DEFAULT 0 CHECK (on_request IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX carrier_surcharges_by_table ON carrier_surcharges (table_id, position);
CREATE INDEX carrier_surcharges_by_zone ON carrier_surcharges (zone_id) WHERE zone_id IS NOT NULL;

-- Goods on their way: to customers (order), to another own place (transfer), from suppliers (purchase), back from customers
-- (return), or what belongs to none of these.
CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  -- The source of files that it came from, and its number there.
  channel TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('order', 'transfer', 'purchase', 'return', 'other')),
  -- How far we are with it ourselves; where it is, its events tell.
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'packed', 'sent', 'cancelled')),
  -- To whom or from whom; NULL: several, or an own place.
  party_id INTEGER REFERENCES parties (id),
  -- The own place that it leaves from (order, transfer) or comes in at (purchase, return), and where a transfer goes.
  warehouse_id INTEGER REFERENCES warehouses (id),
  to_warehouse_id INTEGER REFERENCES warehouses (id),
  carrier_id INTEGER REFERENCES parties (id),
  service_id INTEGER REFERENCES carrier_services (id),
  mode TEXT NOT NULL DEFAULT '' CHECK (mode IN ('', 'sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post')),
  from_country TEXT NOT NULL DEFAULT '',
  from_place TEXT NOT NULL DEFAULT '',
  ship_to_name TEXT NOT NULL DEFAULT '',
  ship_to_street TEXT NOT NULL DEFAULT '',
  ship_to_city TEXT NOT NULL DEFAULT '',
  ship_to_region TEXT NOT NULL DEFAULT '',
  ship_to_postal_code TEXT NOT NULL DEFAULT '',
  ship_to_country TEXT NOT NULL DEFAULT '',
  ship_to_phone TEXT NOT NULL DEFAULT '',
  ship_to_email TEXT NOT NULL DEFAULT '',
  incoterm TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  -- The carrier's or forwarder's booking.
  reference TEXT NOT NULL DEFAULT '',
  booked_on TEXT,
  packed_on TEXT,
  -- The day it left us, and the day it should arrive; who said the latter.
  sent_on TEXT,
  planned_on TEXT,
  planned_by TEXT NOT NULL DEFAULT '' CHECK (planned_by IN ('', 'typed', 'measured', 'service', 'legs', 'order')),
  -- 0: where it comes from, nobody wrote down the day of delivery. Then only the day it left can be held against the plan.
  has_delivery_days INTEGER NOT NULL DEFAULT 1 CHECK (has_delivery_days IN (0, 1)),
  -- As told, where there are no parcels or they do not say it.
  told_grams INTEGER CHECK (told_grams >= 0),
  told_volume_cm3 INTEGER CHECK (told_volume_cm3 >= 0),
  chargeable_grams INTEGER CHECK (chargeable_grams >= 0),
  insured_minor INTEGER CHECK (insured_minor >= 0),
  insured_currency TEXT NOT NULL DEFAULT '',
  insurer TEXT NOT NULL DEFAULT '',
  policy_number TEXT NOT NULL DEFAULT '',
  -- Until when it is kept for whoever should fetch it.
  kept_until TEXT,
  -- Nobody took it: what is done with it, and until when that has to be said.
  decide_by TEXT,
  decision TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'resend', 'return', 'abandon')),
  decided_on TEXT,
  decision_note TEXT NOT NULL DEFAULT '',
  -- The shipment that this one sends anew or brings back.
  follows_id INTEGER REFERENCES shipments (id),
  -- A shipment of the past never moves stock.
  is_history INTEGER NOT NULL DEFAULT 0 CHECK (is_history IN (0, 1)),
  marks TEXT NOT NULL DEFAULT '',
  packing_note TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- Derived from its lines, parcels, legs, charges and events. state: where it is; '' before it was booked. heard_at: the
  -- newest event. quiet_days: the longest time without one while it was under way. weight: what its parcels weigh, else
  -- what was told. cost: what it really cost in base currency, NULL while none of it is known.
  state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'booked', 'picked_up', 'export_cleared', 'departed', 'arrived',
    'import_hold', 'import_cleared', 'out_for_delivery', 'attempt_failed', 'at_pickup_point', 'delivered', 'returning',
    'returned', 'lost', 'damaged', 'destroyed')),
  state_on TEXT,
  heard_at INTEGER,
  quiet_days INTEGER,
  left_on TEXT,
  delivered_on TEXT,
  is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1)),
  was_damaged INTEGER NOT NULL DEFAULT 0 CHECK (was_damaged IN (0, 1)),
  was_lost INTEGER NOT NULL DEFAULT 0 CHECK (was_lost IN (0, 1)),
  line_count INTEGER NOT NULL DEFAULT 0,
  order_count INTEGER NOT NULL DEFAULT 0,
  piece_count INTEGER NOT NULL DEFAULT 0,
  weight_grams INTEGER,
  volume_cm3 INTEGER,
  value_base_minor INTEGER,
  estimate_base_minor INTEGER,
  cost_base_minor INTEGER,
  CHECK ((insured_minor IS NULL) = (insured_currency = ''))
) STRICT;
CREATE INDEX shipments_by_number ON shipments (number);
CREATE INDEX shipments_by_external_id ON shipments (channel, external_id) WHERE external_id <> '';
CREATE INDEX shipments_by_party ON shipments (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX shipments_by_warehouse ON shipments (warehouse_id) WHERE warehouse_id IS NOT NULL;
CREATE INDEX shipments_by_to_warehouse ON shipments (to_warehouse_id) WHERE to_warehouse_id IS NOT NULL;
CREATE INDEX shipments_by_carrier ON shipments (carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX shipments_by_service ON shipments (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX shipments_by_follows ON shipments (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX shipments_list_by_number ON shipments (deleted, archived, number);
CREATE INDEX shipments_list_by_sent ON shipments (deleted, archived, sent_on);
CREATE INDEX shipments_list_by_planned ON shipments (deleted, archived, planned_on);
CREATE INDEX shipments_under_way ON shipments (state, planned_on, value_base_minor) WHERE is_open = 1;

CREATE TABLE shipment_lines (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  position INTEGER NOT NULL,
  order_line_id INTEGER REFERENCES order_lines (id),
  purchase_line_id INTEGER REFERENCES purchase_lines (id),
  product_id INTEGER REFERENCES products (id),
  description TEXT NOT NULL DEFAULT '',
  qty_milli INTEGER NOT NULL CHECK (qty_milli > 0),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX shipment_lines_by_shipment ON shipment_lines (shipment_id, position);
CREATE INDEX shipment_lines_by_order_line ON shipment_lines (order_line_id, shipment_id, qty_milli) WHERE order_line_id IS NOT NULL;
CREATE INDEX shipment_lines_by_purchase_line ON shipment_lines (purchase_line_id, shipment_id, qty_milli)
  WHERE purchase_line_id IS NOT NULL;
CREATE INDEX shipment_lines_by_product ON shipment_lines (product_id) WHERE product_id IS NOT NULL;

-- Parcels and cartons; `pieces` alike ones may share a row, sizes and weights are of each.
CREATE TABLE parcels (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  position INTEGER NOT NULL,
  packaging TEXT NOT NULL DEFAULT 'carton'
    CHECK (packaging IN ('parcel', 'carton', 'pallet', 'crate', 'bag', 'envelope', 'drum', 'roll', 'other')),
  pieces INTEGER NOT NULL DEFAULT 1 CHECK (pieces > 0),
  length_mm INTEGER CHECK (length_mm > 0),
  width_mm INTEGER CHECK (width_mm > 0),
  height_mm INTEGER CHECK (height_mm > 0),
  net_grams INTEGER CHECK (net_grams >= 0),
  gross_grams INTEGER CHECK (gross_grams >= 0),
  marks TEXT NOT NULL DEFAULT '',
  -- NULL: the shipment's own.
  carrier_id INTEGER REFERENCES parties (id),
  tracking_number TEXT NOT NULL DEFAULT '',
  -- The day on which its number was told to the channel.
  told_on TEXT,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- Derived from its events and those of the whole shipment.
  state TEXT NOT NULL DEFAULT '',
  state_on TEXT,
  heard_at INTEGER,
  delivered_on TEXT
) STRICT;
CREATE INDEX parcels_by_shipment ON parcels (shipment_id, position);
CREATE INDEX parcels_by_tracking ON parcels (tracking_number) WHERE tracking_number <> '';
CREATE INDEX parcels_by_carrier ON parcels (carrier_id) WHERE carrier_id IS NOT NULL;

-- What of a line lies in a row of parcels, all its pieces together.
CREATE TABLE parcel_lines (
  id INTEGER PRIMARY KEY,
  parcel_id INTEGER NOT NULL REFERENCES parcels (id),
  line_id INTEGER NOT NULL REFERENCES shipment_lines (id),
  qty_milli INTEGER NOT NULL CHECK (qty_milli > 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX parcel_lines_by_parcel ON parcel_lines (parcel_id);
CREATE INDEX parcel_lines_by_line ON parcel_lines (line_id, parcel_id, qty_milli);

CREATE TABLE shipment_legs (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  position INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post')),
  carrier_id INTEGER REFERENCES parties (id),
  -- Vessel, flight or train, and its voyage.
  vessel TEXT NOT NULL DEFAULT '',
  voyage TEXT NOT NULL DEFAULT '',
  container_number TEXT NOT NULL DEFAULT '',
  seal_number TEXT NOT NULL DEFAULT '',
  -- Bill of lading or air waybill.
  bl_number TEXT NOT NULL DEFAULT '',
  -- UN/LOCODE or IATA code where there is one.
  from_code TEXT NOT NULL DEFAULT '',
  from_place TEXT NOT NULL DEFAULT '',
  from_country TEXT NOT NULL DEFAULT '',
  to_code TEXT NOT NULL DEFAULT '',
  to_place TEXT NOT NULL DEFAULT '',
  to_country TEXT NOT NULL DEFAULT '',
  planned_departure_on TEXT,
  planned_arrival_on TEXT,
  departed_on TEXT,
  arrived_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX shipment_legs_by_shipment ON shipment_legs (shipment_id, position);
CREATE INDEX shipment_legs_by_carrier ON shipment_legs (carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX shipment_legs_by_container ON shipment_legs (container_number) WHERE container_number <> '';
CREATE INDEX shipment_legs_by_bl ON shipment_legs (bl_number) WHERE bl_number <> '';

-- What it should cost and what it did, each in its own currency with its own rate.
CREATE TABLE shipment_charges (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  position INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('freight', 'fuel', 'pickup', 'packing', 'insurance', 'customs', 'duty', 'tax', 'handling',
    'storage', 'return', 'destruction', 'other')),
  party_id INTEGER REFERENCES parties (id),
  estimate_minor INTEGER,
  estimate_currency TEXT,
  estimate_rate TEXT,
  estimate_rate_on TEXT,
  estimate_base_minor INTEGER,
  actual_minor INTEGER,
  actual_currency TEXT,
  actual_rate TEXT,
  actual_rate_on TEXT,
  actual_base_minor INTEGER,
  billed_on TEXT,
  -- The forwarder's bill.
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((estimate_minor IS NULL) = (estimate_currency IS NULL)),
  CHECK ((actual_minor IS NULL) = (actual_currency IS NULL)),
  CHECK ((estimate_rate IS NULL) = (estimate_rate_on IS NULL)),
  CHECK ((actual_rate IS NULL) = (actual_rate_on IS NULL))
) STRICT;
CREATE INDEX shipment_charges_by_shipment ON shipment_charges (shipment_id, position);
CREATE INDEX shipment_charges_by_party ON shipment_charges (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX shipment_charges_without_estimate_rate ON shipment_charges (estimate_currency)
  WHERE estimate_minor IS NOT NULL AND estimate_rate IS NULL;
CREATE INDEX shipment_charges_without_actual_rate ON shipment_charges (actual_currency)
  WHERE actual_minor IS NOT NULL AND actual_rate IS NULL;

CREATE TABLE customs_entries (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  position INTEGER NOT NULL DEFAULT 1,
  direction TEXT NOT NULL CHECK (direction IN ('export', 'import')),
  country TEXT NOT NULL DEFAULT '',
  declaration_number TEXT NOT NULL DEFAULT '',
  declared_on TEXT,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'filed', 'inspected', 'held', 'released', 'refused')),
  status_on TEXT,
  broker_id INTEGER REFERENCES parties (id),
  currency TEXT NOT NULL DEFAULT '',
  duty_minor INTEGER CHECK (duty_minor >= 0),
  tax_minor INTEGER CHECK (tax_minor >= 0),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX customs_entries_by_shipment ON customs_entries (shipment_id, position);
CREATE INDEX customs_entries_by_broker ON customs_entries (broker_id) WHERE broker_id IS NOT NULL;
CREATE INDEX customs_entries_by_number ON customs_entries (declaration_number) WHERE declaration_number <> '';

CREATE TABLE customs_lines (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES customs_entries (id),
  position INTEGER NOT NULL,
  hs_code TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  origin_country TEXT NOT NULL DEFAULT '',
  qty_milli INTEGER CHECK (qty_milli > 0),
  unit TEXT NOT NULL DEFAULT '',
  net_grams INTEGER CHECK (net_grams >= 0),
  gross_grams INTEGER CHECK (gross_grams >= 0),
  -- In the entry's currency.
  value_minor INTEGER CHECK (value_minor >= 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX customs_lines_by_entry ON customs_lines (entry_id, position);

-- What was heard of a shipment or of one of its parcels, as it was said. Only what it means to us (`state`) may be read anew.
CREATE TABLE shipment_events (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  -- NULL: of the whole shipment.
  parcel_id INTEGER REFERENCES parcels (id),
  -- As written at the place: '2026-11-23T14:05', or the day alone; its zone ('+08:00', 'Europe/Berlin'; '' not told); and the
  -- instant that we take it for.
  local_time TEXT NOT NULL,
  zone TEXT NOT NULL DEFAULT '',
  happened_at INTEGER NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  -- Where it is from ('typed', 'dhl', '17track'), and its code there.
  source TEXT NOT NULL DEFAULT '',
  source_code TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'booked', 'picked_up', 'export_cleared', 'departed', 'arrived',
    'import_hold', 'import_cleared', 'out_for_delivery', 'attempt_failed', 'at_pickup_point', 'delivered', 'returning',
    'returned', 'lost', 'damaged', 'destroyed')),
  -- What told us the state: its text, its code, or a person.
  read_by TEXT NOT NULL DEFAULT '' CHECK (read_by IN ('', 'text', 'code', 'hand')),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX shipment_events_by_shipment ON shipment_events (shipment_id, happened_at);
CREATE INDEX shipment_events_by_parcel ON shipment_events (parcel_id) WHERE parcel_id IS NOT NULL;

-- The book's own rules of what a text or a code means; they come before the shipped ones.
CREATE TABLE tracking_rules (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL DEFAULT 1,
  -- '' is every source. One of the two is told: a code, or words that stand in the text.
  source TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  phrase TEXT NOT NULL DEFAULT '',
  -- '': it says nothing about where the goods are.
  state TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (code <> '' OR phrase <> '')
) STRICT;
CREATE INDEX tracking_rules_by_source ON tracking_rules (source, code);

-- What goods left, moved and came in by.
ALTER TABLE dispatches ADD COLUMN shipment_id INTEGER REFERENCES shipments (id);
CREATE INDEX dispatches_by_shipment ON dispatches (shipment_id) WHERE shipment_id IS NOT NULL;
ALTER TABLE stock_documents ADD COLUMN shipment_id INTEGER REFERENCES shipments (id);
CREATE INDEX stock_documents_by_shipment ON stock_documents (shipment_id) WHERE shipment_id IS NOT NULL;
ALTER TABLE purchase_receipts ADD COLUMN shipment_id INTEGER REFERENCES shipments (id);
CREATE INDEX purchase_receipts_by_shipment ON purchase_receipts (shipment_id) WHERE shipment_id IS NOT NULL;
-- What a shipment's charge became: a cost of its orders, or a landed cost of its goods.
ALTER TABLE sales_costs ADD COLUMN charge_id INTEGER REFERENCES shipment_charges (id);
CREATE INDEX sales_costs_by_charge ON sales_costs (charge_id) WHERE charge_id IS NOT NULL;
ALTER TABLE landed_costs ADD COLUMN charge_id INTEGER REFERENCES shipment_charges (id);
CREATE INDEX landed_costs_by_charge ON landed_costs (charge_id) WHERE charge_id IS NOT NULL;
-- Kept back from what a channel is told to be there.
ALTER TABLE channel_skus ADD COLUMN reserve_milli INTEGER CHECK (reserve_milli >= 0);

-- Claims against carriers too: what was lost, what came damaged.
CREATE TABLE new_claims (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  order_id INTEGER REFERENCES purchase_orders (id),
  receipt_id INTEGER REFERENCES purchase_receipts (id),
  kind TEXT NOT NULL CHECK (kind IN ('quality', 'quantity', 'late', 'papers', 'other', 'lost', 'damaged', 'undelivered')),
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'settled', 'refused', 'dropped')),
  currency TEXT NOT NULL DEFAULT '',
  claimed_minor INTEGER CHECK (claimed_minor >= 0),
  settled_minor INTEGER CHECK (settled_minor >= 0),
  text TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  shipment_id INTEGER REFERENCES shipments (id),
  CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
INSERT INTO new_claims (id, number, party_id, order_id, receipt_id, kind, opened_on, closed_on, status, currency,
    claimed_minor, settled_minor, text, salt, archived, deleted)
  SELECT id, number, party_id, order_id, receipt_id, kind, opened_on, closed_on, status, currency,
    claimed_minor, settled_minor, text, salt, archived, deleted FROM claims ORDER BY id;
DROP TABLE claims;
ALTER TABLE new_claims RENAME TO claims;
CREATE INDEX claims_by_number ON claims (number);
CREATE INDEX claims_by_party ON claims (party_id, opened_on);
CREATE INDEX claims_by_order ON claims (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX claims_by_receipt ON claims (receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX claims_by_shipment ON claims (shipment_id) WHERE shipment_id IS NOT NULL;
-- Rows that point at deleted ones are looked for after each write: what is deleted of these tables is found without the rest.
CREATE INDEX claims_deleted ON claims (id) WHERE deleted = 1;
CREATE INDEX carrier_services_deleted ON carrier_services (id) WHERE deleted = 1;
CREATE INDEX carrier_zones_deleted ON carrier_zones (id) WHERE deleted = 1;
CREATE INDEX rate_tables_deleted ON rate_tables (id) WHERE deleted = 1;
CREATE INDEX shipments_deleted ON shipments (id) WHERE deleted = 1;
CREATE INDEX shipment_lines_deleted ON shipment_lines (id) WHERE deleted = 1;
CREATE INDEX parcels_deleted ON parcels (id) WHERE deleted = 1;
CREATE INDEX shipment_charges_deleted ON shipment_charges (id) WHERE deleted = 1;
CREATE INDEX customs_entries_deleted ON customs_entries (id) WHERE deleted = 1;
