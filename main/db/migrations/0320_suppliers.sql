-- Suppliers as who we buy from: what they are, how they were admitted, what they offer, and what they answered when asked.

ALTER TABLE parties ADD COLUMN supply_kind TEXT NOT NULL DEFAULT ''
  -- 'own' is a place of our own that stands in files as if it were a supplier: it has figures, and neither rank nor grade.
  CHECK (supply_kind IN ('', 'factory', 'trader', 'forwarder', 'service', 'own'));
-- Whoever is a supplier already has been bought from.
ALTER TABLE parties ADD COLUMN supply_status TEXT NOT NULL DEFAULT 'approved'
  CHECK (supply_status IN ('candidate', 'approved', 'on_hold', 'blocked'));
ALTER TABLE parties ADD COLUMN supply_incoterm TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN supply_place TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN supply_lead_time_days INTEGER CHECK (supply_lead_time_days >= 0);
-- In the supplier's own words: 20,000 pieces a month.
ALTER TABLE parties ADD COLUMN supply_capacity TEXT NOT NULL DEFAULT '';
-- Terms of payment: a share with the order, the rest so many days after something has happened.
ALTER TABLE parties ADD COLUMN supply_deposit_ppm INTEGER NOT NULL DEFAULT 0 CHECK (supply_deposit_ppm BETWEEN 0 AND 1000000);
ALTER TABLE parties ADD COLUMN supply_due_from TEXT NOT NULL DEFAULT 'receipt'
  CHECK (supply_due_from IN ('order', 'ready', 'receipt', 'month_end'));
ALTER TABLE parties ADD COLUMN supply_due_days INTEGER NOT NULL DEFAULT 0 CHECK (supply_due_days BETWEEN 0 AND 3650);
ALTER TABLE parties ADD COLUMN supply_vat_included INTEGER NOT NULL DEFAULT 0 CHECK (supply_vat_included IN (0, 1));
ALTER TABLE parties ADD COLUMN supply_vat_ppm INTEGER NOT NULL DEFAULT 0 CHECK (supply_vat_ppm BETWEEN 0 AND 1000000);
ALTER TABLE parties ADD COLUMN supply_vat_recoverable INTEGER NOT NULL DEFAULT 1 CHECK (supply_vat_recoverable IN (0, 1));

CREATE TABLE party_tags (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  tag TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX party_tags_by_party ON party_tags (party_id, tag);
CREATE INDEX party_tags_by_tag ON party_tags (tag, party_id) WHERE deleted = 0;

-- Every change of a supplier's status, with why.
CREATE TABLE supply_status_changes (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  status TEXT NOT NULL CHECK (status IN ('candidate', 'approved', 'on_hold', 'blocked')),
  changed_on TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  person_id INTEGER REFERENCES people (id),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8)))
) STRICT;
CREATE INDEX supply_status_changes_by_party ON supply_status_changes (party_id, changed_on);

-- Papers of a supplier that run out: a licence, a certificate, an audit.
CREATE TABLE certificates (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('licence', 'quality', 'social', 'environment', 'product', 'contract', 'other')),
  title TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  issued_on TEXT,
  expires_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX certificates_by_party ON certificates (party_id);
CREATE INDEX certificates_by_expiry ON certificates (expires_on) WHERE expires_on IS NOT NULL AND deleted = 0 AND archived = 0;
CREATE INDEX certificates_deleted ON certificates (id) WHERE deleted = 1;

-- What has to be seen before a supplier is approved, signed off item by item.
CREATE TABLE admission_items (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  position INTEGER NOT NULL,
  -- One of the checklist's own, or '' with a title.
  item TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'passed', 'failed', 'waived')),
  signed_on TEXT,
  person_id INTEGER REFERENCES people (id),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((state = 'open') = (signed_on IS NULL))
) STRICT;
CREATE INDEX admission_items_by_party ON admission_items (party_id, position);

-- One row per setting: checklists, criteria, grades, tolerances. `value` is JSON.
CREATE TABLE supply_settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX supply_settings_by_key ON supply_settings (key);

-- What a supplier asks for a product from a day on. A new price is a new offer: the old ones are the price history.
CREATE TABLE offers (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER NOT NULL REFERENCES parties (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  -- What the supplier calls it.
  supplier_code TEXT NOT NULL DEFAULT '',
  supplier_name TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  vat_included INTEGER NOT NULL DEFAULT 0 CHECK (vat_included IN (0, 1)),
  vat_ppm INTEGER NOT NULL DEFAULT 0 CHECK (vat_ppm BETWEEN 0 AND 1000000),
  incoterm TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  min_order_milli INTEGER CHECK (min_order_milli > 0),
  carton_milli INTEGER CHECK (carton_milli > 0),
  lead_time_days INTEGER CHECK (lead_time_days >= 0),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  -- The answer to a request that it came from.
  answer_id INTEGER REFERENCES quote_answers (id),
  source TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX offers_by_product ON offers (product_id, supplier_id, valid_from);
CREATE INDEX offers_by_supplier ON offers (supplier_id, product_id, valid_from);
CREATE INDEX offers_list_by_day ON offers (deleted, archived, valid_from);
CREATE INDEX offers_by_answer ON offers (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX offers_deleted ON offers (id) WHERE deleted = 1;

-- From this quantity on, this price for one.
CREATE TABLE offer_prices (
  id INTEGER PRIMARY KEY,
  offer_id INTEGER NOT NULL REFERENCES offers (id),
  from_milli INTEGER NOT NULL CHECK (from_milli >= 0),
  price_micros INTEGER NOT NULL CHECK (price_micros >= 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX offer_prices_by_offer ON offer_prices (offer_id, from_milli, price_micros);

-- Several suppliers asked for the same goods.
CREATE TABLE quote_requests (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  requested_on TEXT NOT NULL,
  answer_by TEXT,
  needed_on TEXT,
  incoterm TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'closed', 'cancelled')),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX quote_requests_by_number ON quote_requests (number);
CREATE INDEX quote_requests_list_by_day ON quote_requests (deleted, archived, requested_on);

CREATE TABLE quote_request_lines (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES quote_requests (id),
  position INTEGER NOT NULL,
  product_id INTEGER REFERENCES products (id),
  description TEXT NOT NULL DEFAULT '',
  qty_milli INTEGER NOT NULL CHECK (qty_milli > 0),
  -- The sales order line that it is for.
  sales_line_id INTEGER REFERENCES order_lines (id),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX quote_request_lines_by_request ON quote_request_lines (request_id, position);
CREATE INDEX quote_request_lines_by_product ON quote_request_lines (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX quote_request_lines_by_sales_line ON quote_request_lines (sales_line_id) WHERE sales_line_id IS NOT NULL;

-- One supplier asked, and what they answered to the whole.
CREATE TABLE quote_answers (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES quote_requests (id),
  supplier_id INTEGER NOT NULL REFERENCES parties (id),
  -- UTC milliseconds; the time between them is how long they took.
  sent_at INTEGER,
  answered_at INTEGER,
  state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'answered', 'declined', 'chosen')),
  currency TEXT NOT NULL DEFAULT '',
  rate TEXT,
  rate_on TEXT,
  incoterm TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  freight_minor INTEGER CHECK (freight_minor >= 0),
  other_minor INTEGER CHECK (other_minor >= 0),
  duty_ppm INTEGER CHECK (duty_ppm >= 0),
  vat_included INTEGER NOT NULL DEFAULT 0 CHECK (vat_included IN (0, 1)),
  vat_ppm INTEGER NOT NULL DEFAULT 0 CHECK (vat_ppm BETWEEN 0 AND 1000000),
  deposit_ppm INTEGER NOT NULL DEFAULT 0 CHECK (deposit_ppm BETWEEN 0 AND 1000000),
  due_from TEXT NOT NULL DEFAULT 'receipt' CHECK (due_from IN ('order', 'ready', 'receipt', 'month_end')),
  due_days INTEGER NOT NULL DEFAULT 0 CHECK (due_days BETWEEN 0 AND 3650),
  lead_time_days INTEGER CHECK (lead_time_days >= 0),
  valid_to TEXT,
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((rate IS NULL) = (rate_on IS NULL))
) STRICT;
CREATE INDEX quote_answers_by_request ON quote_answers (request_id);
CREATE INDEX quote_answers_by_supplier ON quote_answers (supplier_id, sent_at);

CREATE TABLE quote_answer_lines (
  id INTEGER PRIMARY KEY,
  answer_id INTEGER NOT NULL REFERENCES quote_answers (id),
  line_id INTEGER NOT NULL REFERENCES quote_request_lines (id),
  -- NULL: not offered.
  price_micros INTEGER CHECK (price_micros >= 0),
  supplier_code TEXT NOT NULL DEFAULT '',
  min_order_milli INTEGER CHECK (min_order_milli > 0),
  carton_milli INTEGER CHECK (carton_milli > 0),
  lead_time_days INTEGER CHECK (lead_time_days >= 0),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX quote_answer_lines_by_answer ON quote_answer_lines (answer_id);
CREATE INDEX quote_answer_lines_by_line ON quote_answer_lines (line_id);
