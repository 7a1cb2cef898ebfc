-- Orders from every channel: tax, terms, what was sent and what came back, what they cost, and what a channel paid out.

-- Where orders come from. `code` is what stands in the orders' column channel; it stays, the name may change.
CREATE TABLE channels (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN
    ('direct', 'amazon', 'shopify', 'ebay', 'etsy', 'tiktok', 'woocommerce', 'other')),
  -- The site's country: it says how dates are written, and which taxes are collected.
  country TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',
  -- Where the goods lie that the channel sends out itself.
  warehouse_id INTEGER REFERENCES warehouses (id),
  prices_with_tax INTEGER NOT NULL DEFAULT 0 CHECK (prices_with_tax IN (0, 1)),
  -- The channel takes the customers' money and pays it out; the channel hands the tax on.
  collects_money INTEGER NOT NULL DEFAULT 0 CHECK (collects_money IN (0, 1)),
  collects_tax INTEGER NOT NULL DEFAULT 0 CHECK (collects_tax IN (0, 1)),
  -- What it is expected to take until a settlement tells: shares of the price, and an amount per order.
  fee_ppm INTEGER NOT NULL DEFAULT 0 CHECK (fee_ppm BETWEEN 0 AND 1000000),
  payment_fee_ppm INTEGER NOT NULL DEFAULT 0 CHECK (payment_fee_ppm BETWEEN 0 AND 1000000),
  order_fee_minor INTEGER NOT NULL DEFAULT 0 CHECK (order_fee_minor >= 0),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX channels_by_code ON channels (code);
CREATE INDEX channels_by_warehouse ON channels (warehouse_id) WHERE warehouse_id IS NOT NULL;

-- What a channel calls a product, and how many of ours one of theirs is.
CREATE TABLE channel_skus (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  external_sku TEXT NOT NULL,
  -- NULL: seen, and left unmatched on purpose.
  product_id INTEGER REFERENCES products (id),
  factor_milli INTEGER NOT NULL DEFAULT 1000 CHECK (factor_milli > 0),
  title TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX channel_skus_by_sku ON channel_skus (channel, external_sku);
CREATE INDEX channel_skus_by_product ON channel_skus (product_id) WHERE product_id IS NOT NULL;

-- A credit is a document of its own with lines below zero; credits_id is the order that it takes back from.
ALTER TABLE sales_orders ADD COLUMN document TEXT NOT NULL DEFAULT 'order' CHECK (document IN ('order', 'credit'));
ALTER TABLE sales_orders ADD COLUMN credits_id INTEGER REFERENCES sales_orders (id);
ALTER TABLE sales_orders ADD COLUMN credit_reason TEXT NOT NULL DEFAULT ''
  CHECK (credit_reason IN ('', 'return', 'damaged', 'wrong', 'missing', 'late', 'price', 'cancelled', 'goodwill', 'other'));
-- The order that a sample serves.
ALTER TABLE sales_orders ADD COLUMN serves_id INTEGER REFERENCES sales_orders (id);
ALTER TABLE sales_orders ADD COLUMN customer_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_orders ADD COLUMN external_status TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_orders ADD COLUMN confirmed_on TEXT;
ALTER TABLE sales_orders ADD COLUMN delivered_on TEXT;
ALTER TABLE sales_orders ADD COLUMN closed_on TEXT;
ALTER TABLE sales_orders ADD COLUMN hold_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_orders ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_orders ADD COLUMN packing_note TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_orders ADD COLUMN shipping_service TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_orders ADD COLUMN ship_to_phone TEXT NOT NULL DEFAULT '';
-- Where its goods leave from; NULL: nobody said. Goods that the channel sends leave from the channel's own place.
ALTER TABLE sales_orders ADD COLUMN warehouse_id INTEGER REFERENCES warehouses (id);
ALTER TABLE sales_orders ADD COLUMN fulfilled_by TEXT NOT NULL DEFAULT 'seller' CHECK (fulfilled_by IN ('seller', 'channel'));
-- Who takes the customer's money, and who hands the tax on.
ALTER TABLE sales_orders ADD COLUMN collected_by TEXT NOT NULL DEFAULT 'seller' CHECK (collected_by IN ('seller', 'channel'));
ALTER TABLE sales_orders ADD COLUMN tax_by TEXT NOT NULL DEFAULT 'seller' CHECK (tax_by IN ('seller', 'channel'));
ALTER TABLE sales_orders ADD COLUMN tax_included INTEGER NOT NULL DEFAULT 0 CHECK (tax_included IN (0, 1));
-- Beside the lines: the tax on freight, and what is charged besides, in the order's currency.
ALTER TABLE sales_orders ADD COLUMN freight_tax_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_orders ADD COLUMN other_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_orders ADD COLUMN deposit_ppm INTEGER NOT NULL DEFAULT 0 CHECK (deposit_ppm BETWEEN 0 AND 1000000);
ALTER TABLE sales_orders ADD COLUMN due_from TEXT NOT NULL DEFAULT 'order'
  CHECK (due_from IN ('order', 'shipment', 'delivery', 'month_end'));
ALTER TABLE sales_orders ADD COLUMN due_days INTEGER NOT NULL DEFAULT 0 CHECK (due_days BETWEEN 0 AND 3650);
-- The country of the card it was paid with, where that is known.
ALTER TABLE sales_orders ADD COLUMN card_country TEXT NOT NULL DEFAULT '';
-- What the rules flagged was looked at and found well.
ALTER TABLE sales_orders ADD COLUMN flags_cleared_on TEXT;
-- Derived. gross: what is to be paid to us, tax and freight in it. paid: what came. open: what is still to come, 0 where
-- nothing is asked for (drafts, cancelled, the past). due: the day the last of it is due; owed: the first unpaid certain due day.
ALTER TABLE sales_orders ADD COLUMN tax_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_orders ADD COLUMN gross_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_orders ADD COLUMN gross_base_minor INTEGER;
ALTER TABLE sales_orders ADD COLUMN paid_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_orders ADD COLUMN open_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_orders ADD COLUMN due_on TEXT;
ALTER TABLE sales_orders ADD COLUMN owed_on TEXT;
ALTER TABLE sales_orders ADD COLUMN payment_state TEXT NOT NULL DEFAULT ''
  CHECK (payment_state IN ('', 'open', 'part', 'paid', 'over'));
ALTER TABLE sales_orders ADD COLUMN shipping_state TEXT NOT NULL DEFAULT ''
  CHECK (shipping_state IN ('', 'open', 'part', 'sent', 'returned'));
CREATE INDEX sales_orders_credits ON sales_orders (credits_id) WHERE credits_id IS NOT NULL;
CREATE INDEX sales_orders_samples ON sales_orders (serves_id) WHERE serves_id IS NOT NULL;
CREATE INDEX sales_orders_by_warehouse ON sales_orders (warehouse_id) WHERE warehouse_id IS NOT NULL;
CREATE INDEX sales_orders_owed ON sales_orders (owed_on) WHERE owed_on IS NOT NULL;
CREATE INDEX sales_orders_unpaid ON sales_orders (currency, due_on, open_minor, customer_id) WHERE open_minor <> 0;

ALTER TABLE order_lines ADD COLUMN external_sku TEXT NOT NULL DEFAULT '';
ALTER TABLE order_lines ADD COLUMN tax_ppm INTEGER NOT NULL DEFAULT 0 CHECK (tax_ppm BETWEEN 0 AND 1000000);
-- What comes off the line beside its percentage: its share of a discount on the whole order stands here as well.
ALTER TABLE order_lines ADD COLUMN discount_minor INTEGER NOT NULL DEFAULT 0;
-- The tax in or on total_minor, fixed here. base_minor is the line in base currency without it: that is what was earned.
ALTER TABLE order_lines ADD COLUMN tax_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN promised_on TEXT;
-- What is no longer wanted, and never was sent.
ALTER TABLE order_lines ADD COLUMN cancelled_milli INTEGER NOT NULL DEFAULT 0 CHECK (cancelled_milli >= 0);
ALTER TABLE order_lines ADD COLUMN credits_line_id INTEGER REFERENCES order_lines (id);
-- Derived: the day it is due (its own, else its order's), what was sent, what came back, and what is still to be sent
-- (0 unless its order is open).
ALTER TABLE order_lines ADD COLUMN due_on TEXT;
ALTER TABLE order_lines ADD COLUMN shipped_milli INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN returned_milli INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN open_milli INTEGER NOT NULL DEFAULT 0;
CREATE INDEX order_lines_unknown_skus ON order_lines (external_sku) WHERE product_id IS NULL AND external_sku <> '' AND deleted = 0;
CREATE INDEX order_lines_credits ON order_lines (credits_line_id) WHERE credits_line_id IS NOT NULL;
CREATE INDEX order_lines_open ON order_lines (product_id, due_on, open_milli) WHERE open_milli > 0 AND product_id IS NOT NULL;

-- What left for an order at one time. Never changed: it is taken back as a whole, and its stock by counter-movements.
CREATE TABLE dispatches (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id),
  -- The issue its goods left stock by; NULL for the past and for what is not kept in stock.
  document_id INTEGER REFERENCES stock_documents (id),
  -- NULL: nobody wrote down when.
  dispatched_on TEXT,
  carrier_id INTEGER REFERENCES parties (id),
  tracking_number TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'posted' CHECK (status IN ('posted', 'reversed')),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX dispatches_by_order ON dispatches (order_id);
CREATE INDEX dispatches_by_document ON dispatches (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX dispatches_by_carrier ON dispatches (carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX dispatches_by_tracking ON dispatches (tracking_number) WHERE tracking_number <> '';

CREATE TABLE dispatch_lines (
  id INTEGER PRIMARY KEY,
  dispatch_id INTEGER NOT NULL REFERENCES dispatches (id),
  line_id INTEGER NOT NULL REFERENCES order_lines (id),
  qty_milli INTEGER NOT NULL CHECK (qty_milli > 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX dispatch_lines_by_dispatch ON dispatch_lines (dispatch_id);
CREATE INDEX dispatch_lines_by_line ON dispatch_lines (line_id, dispatch_id, qty_milli);

-- A file in which a channel tells what it pays out.
CREATE TABLE settlements (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  external_id TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  ends_on TEXT,
  deposited_on TEXT,
  currency TEXT NOT NULL,
  -- As the file says it; its lines should come to the same.
  total_minor INTEGER NOT NULL,
  -- The payment by which it reached the bank.
  payment_id INTEGER REFERENCES payments (id),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX settlements_by_external_id ON settlements (channel, external_id);
CREATE INDEX settlements_by_payment ON settlements (payment_id) WHERE payment_id IS NOT NULL;

CREATE TABLE settlement_lines (
  id INTEGER PRIMARY KEY,
  settlement_id INTEGER NOT NULL REFERENCES settlements (id),
  position INTEGER NOT NULL,
  -- In the file's own words: Order, Refund, ItemPrice, Principal.
  transaction_type TEXT NOT NULL DEFAULT '',
  amount_type TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  -- What it is to us.
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('sale', 'freight', 'tax', 'refund', 'platform_fee', 'payment_fee',
    'commission', 'fulfilment', 'storage', 'advertising', 'promotion', 'reserve', 'transfer', 'other')),
  external_order_id TEXT NOT NULL DEFAULT '',
  external_line_id TEXT NOT NULL DEFAULT '',
  external_sku TEXT NOT NULL DEFAULT '',
  qty_milli INTEGER,
  posted_on TEXT,
  amount_minor INTEGER NOT NULL,
  order_id INTEGER REFERENCES sales_orders (id),
  line_id INTEGER REFERENCES order_lines (id),
  product_id INTEGER REFERENCES products (id),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX settlement_lines_by_settlement ON settlement_lines (settlement_id, position);
CREATE INDEX settlement_lines_by_order ON settlement_lines (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX settlement_lines_by_line ON settlement_lines (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX settlement_lines_by_product ON settlement_lines (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX settlement_lines_unmatched ON settlement_lines (external_order_id) WHERE order_id IS NULL AND external_order_id <> '';

-- What an order cost beside its goods, and dated charges of a channel or a product that belong to no order.
CREATE TABLE sales_costs (
  id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES sales_orders (id),
  channel TEXT NOT NULL DEFAULT '',
  product_id INTEGER REFERENCES products (id),
  kind TEXT NOT NULL CHECK (kind IN ('freight', 'first_leg', 'platform_fee', 'payment_fee', 'commission', 'fulfilment', 'storage',
    'advertising', 'fair', 'packing', 'duty', 'tax', 'other')),
  incurred_on TEXT NOT NULL,
  -- Above 0 what it cost; below 0 what came back of it.
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  currency TEXT NOT NULL,
  rate TEXT,
  rate_on TEXT,
  base_minor INTEGER,
  is_estimate INTEGER NOT NULL DEFAULT 0 CHECK (is_estimate IN (0, 1)),
  settlement_line_id INTEGER REFERENCES settlement_lines (id),
  party_id INTEGER REFERENCES parties (id),
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((rate IS NULL) = (rate_on IS NULL))
) STRICT;
CREATE INDEX sales_costs_by_order ON sales_costs (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX sales_costs_by_day ON sales_costs (incurred_on, channel);
CREATE INDEX sales_costs_by_product ON sales_costs (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX sales_costs_by_settlement_line ON sales_costs (settlement_line_id) WHERE settlement_line_id IS NOT NULL;
CREATE INDEX sales_costs_by_party ON sales_costs (party_id) WHERE party_id IS NOT NULL;

-- Letters to customers who are late, with what was open when they were written.
CREATE TABLE dunning_letters (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  step INTEGER NOT NULL CHECK (step > 0),
  as_of TEXT NOT NULL,
  sent_on TEXT,
  pay_by TEXT,
  language TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  open_minor INTEGER NOT NULL,
  fee_minor INTEGER NOT NULL DEFAULT 0 CHECK (fee_minor >= 0),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX dunning_letters_by_number ON dunning_letters (number);
CREATE INDEX dunning_letters_by_party ON dunning_letters (party_id, as_of);

CREATE TABLE dunning_items (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES dunning_letters (id),
  order_id INTEGER NOT NULL REFERENCES sales_orders (id),
  due_on TEXT NOT NULL,
  open_minor INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX dunning_items_by_letter ON dunning_items (letter_id);
CREATE INDEX dunning_items_by_order ON dunning_items (order_id);
