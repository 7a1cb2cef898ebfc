-- Stock as a real ledger: places of several kinds, batches and serial numbers, documents that movements come from, what
-- receipts cost, costs that are added later, counts, and closed periods.

ALTER TABLE books ADD COLUMN cost_method TEXT NOT NULL DEFAULT 'average' CHECK (cost_method IN ('average', 'fifo'));

ALTER TABLE warehouses ADD COLUMN kind TEXT NOT NULL DEFAULT 'own'
  CHECK (kind IN ('own', 'overseas', 'marketplace', 'third_party', 'transit'));
ALTER TABLE warehouses ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE warehouses ADD COLUMN country TEXT NOT NULL DEFAULT '';
-- Second quality and quarantine: on hand, never available.
ALTER TABLE warehouses ADD COLUMN is_sellable INTEGER NOT NULL DEFAULT 1 CHECK (is_sellable IN (0, 1));
-- What happens when more goes out than is there.
ALTER TABLE warehouses ADD COLUMN shortage TEXT NOT NULL DEFAULT 'refuse' CHECK (shortage IN ('refuse', 'warn'));
ALTER TABLE warehouses ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- What has left one place and not yet arrived in another.
INSERT INTO warehouses (id, name, kind) VALUES (2, '', 'transit');

CREATE TABLE bins (
  id INTEGER PRIMARY KEY,
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  code TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX bins_by_code ON bins (warehouse_id, code);

-- Fixed once stock has moved: a product without batches cannot say later which it had.
ALTER TABLE products ADD COLUMN tracking TEXT NOT NULL DEFAULT 'none' CHECK (tracking IN ('none', 'batch', 'serial'));
ALTER TABLE products ADD COLUMN reorder_milli INTEGER CHECK (reorder_milli >= 0);
ALTER TABLE products ADD COLUMN order_multiple_milli INTEGER CHECK (order_multiple_milli > 0);
ALTER TABLE products ADD COLUMN lead_time_days INTEGER CHECK (lead_time_days >= 0);

-- A batch, or one piece with its serial number.
CREATE TABLE batches (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  code TEXT NOT NULL,
  made_on TEXT,
  expires_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX batches_by_code ON batches (product_id, code);
CREATE INDEX batches_by_expiry ON batches (expires_on) WHERE expires_on IS NOT NULL AND deleted = 0;

-- What movements come from: goods received, a transfer, an adjustment. Its lines are its movements.
CREATE TABLE stock_documents (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'receipt', 'issue', 'transfer', 'adjustment', 'count', 'customer_return',
    'supplier_return', 'assembly')),
  number TEXT NOT NULL,
  moved_on TEXT NOT NULL,
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  -- Where a transfer goes.
  to_warehouse_id INTEGER REFERENCES warehouses (id),
  party_id INTEGER REFERENCES parties (id),
  order_id INTEGER REFERENCES sales_orders (id),
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX stock_documents_by_number ON stock_documents (number);
CREATE INDEX stock_documents_list_by_day ON stock_documents (deleted, archived, moved_on);
CREATE INDEX stock_documents_by_party ON stock_documents (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX stock_documents_by_order ON stock_documents (order_id) WHERE order_id IS NOT NULL;

-- The ledger with more kinds than its old CHECK knew; every row stays as it is.
CREATE TABLE new_stock_movements (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  moved_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'receipt', 'issue', 'transfer', 'adjustment', 'count', 'customer_return',
    'supplier_return', 'assembly')),
  qty_milli INTEGER NOT NULL CHECK (qty_milli <> 0),
  reverses_id INTEGER REFERENCES stock_movements (id),
  note TEXT NOT NULL DEFAULT '',
  batch_id INTEGER REFERENCES batches (id),
  bin_id INTEGER REFERENCES bins (id),
  reason TEXT NOT NULL DEFAULT '',
  document_id INTEGER REFERENCES stock_documents (id),
  -- The movement whose goods these are: the departure that arrives, the issue that comes back, the receipt sent back.
  origin_id INTEGER REFERENCES stock_movements (id),
  -- What a receipt cost: unit cost in its own currency, the rate of its day, and the value in base currency, fixed here.
  cost_micros INTEGER CHECK (cost_micros >= 0),
  cost_currency TEXT,
  cost_rate TEXT,
  cost_rate_on TEXT,
  value_minor INTEGER CHECK (value_minor >= 0),
  CHECK ((cost_micros IS NULL) = (cost_currency IS NULL)),
  CHECK ((cost_rate IS NULL) = (cost_rate_on IS NULL))
) STRICT;
INSERT INTO new_stock_movements (id, product_id, warehouse_id, moved_on, kind, qty_milli, reverses_id, note)
  SELECT id, product_id, warehouse_id, moved_on, kind, qty_milli, reverses_id, note FROM stock_movements ORDER BY id;
DROP TABLE stock_movements;
ALTER TABLE new_stock_movements RENAME TO stock_movements;
-- Balances, stock as of a day and the days of one product, without the table.
CREATE INDEX stock_movements_by_product ON stock_movements (product_id, warehouse_id, moved_on, qty_milli);
CREATE INDEX stock_movements_by_day ON stock_movements (moved_on);
CREATE INDEX stock_movements_by_document ON stock_movements (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX stock_movements_by_batch ON stock_movements (batch_id, warehouse_id, qty_milli) WHERE batch_id IS NOT NULL;
CREATE INDEX stock_movements_by_bin ON stock_movements (bin_id, product_id, qty_milli) WHERE bin_id IS NOT NULL;
CREATE INDEX stock_movements_by_origin ON stock_movements (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX stock_movements_reversals ON stock_movements (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX stock_movements_openings ON stock_movements (product_id, warehouse_id)
  WHERE kind = 'opening' AND reverses_id IS NULL;

-- A cost known later than its goods: freight, duty. Its shares say what falls on which receipt; both are fixed when posted.
CREATE TABLE landed_costs (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES stock_documents (id),
  posted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('freight', 'insurance', 'duty', 'handling', 'inspection', 'bank', 'other')),
  split_by TEXT NOT NULL CHECK (split_by IN ('value', 'quantity', 'weight', 'volume', 'chargeable_weight', 'equally', 'by_hand')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  currency TEXT NOT NULL,
  rate TEXT NOT NULL,
  rate_on TEXT NOT NULL,
  base_minor INTEGER NOT NULL,
  party_id INTEGER REFERENCES parties (id),
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  reverses_id INTEGER REFERENCES landed_costs (id),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8)))
) STRICT;
CREATE INDEX landed_costs_by_document ON landed_costs (document_id);
CREATE INDEX landed_costs_reversals ON landed_costs (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE TABLE landed_cost_shares (
  id INTEGER PRIMARY KEY,
  landed_cost_id INTEGER NOT NULL REFERENCES landed_costs (id),
  movement_id INTEGER NOT NULL REFERENCES stock_movements (id),
  base_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX landed_cost_shares_by_cost ON landed_cost_shares (landed_cost_id);
CREATE INDEX landed_cost_shares_by_movement ON landed_cost_shares (movement_id);

CREATE TABLE stock_counts (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  counted_on TEXT NOT NULL,
  -- What is counted: everything, a bin, a category, a class.
  scope TEXT NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'bin', 'category', 'class', 'chosen')),
  scope_value TEXT NOT NULL DEFAULT '',
  is_blind INTEGER NOT NULL DEFAULT 0 CHECK (is_blind IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'posted', 'cancelled')),
  -- The document whose movements are the differences.
  document_id INTEGER REFERENCES stock_documents (id),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX stock_counts_by_number ON stock_counts (number);
CREATE INDEX stock_counts_list_by_day ON stock_counts (deleted, archived, counted_on);

CREATE TABLE stock_count_lines (
  id INTEGER PRIMARY KEY,
  count_id INTEGER NOT NULL REFERENCES stock_counts (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  batch_id INTEGER REFERENCES batches (id),
  bin_id INTEGER REFERENCES bins (id),
  position INTEGER NOT NULL,
  -- NULL is not counted yet; 0 is counted, and nothing there.
  counted_milli INTEGER CHECK (counted_milli >= 0),
  note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX stock_count_lines_by_count ON stock_count_lines (count_id, position);
CREATE INDEX stock_count_lines_by_product ON stock_count_lines (product_id);

-- On order with a supplier, told by hand or by a file.
CREATE TABLE expected_goods (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  supplier_id INTEGER REFERENCES parties (id),
  qty_milli INTEGER NOT NULL CHECK (qty_milli > 0),
  ordered_on TEXT,
  -- NULL: nobody said when.
  expected_on TEXT,
  received_on TEXT,
  reference TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'received', 'cancelled')),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX expected_goods_by_product ON expected_goods (product_id);
CREATE INDEX expected_goods_open ON expected_goods (product_id, expected_on, qty_milli)
  WHERE status = 'open' AND deleted = 0 AND archived = 0;

-- A period that is closed up to and with a day, and what stood then: the cost of each issue and the value of each stock.
CREATE TABLE period_closings (
  id INTEGER PRIMARY KEY,
  through_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX period_closings_by_day ON period_closings (through_on) WHERE deleted = 0;

-- Values that a closing froze, of movements (costs of sales reported) in the period; NULL: no cost was known.
CREATE TABLE closed_values (
  id INTEGER PRIMARY KEY,
  closing_id INTEGER NOT NULL REFERENCES period_closings (id),
  movement_id INTEGER NOT NULL REFERENCES stock_movements (id),
  value_minor INTEGER
) STRICT;
CREATE INDEX closed_values_by_movement ON closed_values (movement_id);
CREATE INDEX closed_values_by_closing ON closed_values (closing_id);

-- Derived from here on: made anew from the ledger at any time.

-- Every movement's value in base currency, signed as its quantity; NULL: no cost known. What a landed cost, a revaluation
-- or a filled shortage adds on its day stands beside it under `cause`.
CREATE TABLE stock_values (
  movement_id INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('movement', 'landed_cost', 'revaluation', 'variance')),
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  valued_on TEXT NOT NULL,
  qty_milli INTEGER NOT NULL,
  value_minor INTEGER,
  PRIMARY KEY (movement_id, cause, valued_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_values_by_product ON stock_values (product_id, warehouse_id, valued_on, value_minor, qty_milli);

-- What is left of each receipt (FIFO), or of all of them (moving average: layer_id 0).
CREATE TABLE stock_layers (
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  layer_id INTEGER NOT NULL,
  layer_on TEXT NOT NULL,
  -- Its place among the layers of this product and warehouse.
  position INTEGER NOT NULL,
  qty_milli INTEGER NOT NULL,
  value_minor INTEGER,
  PRIMARY KEY (product_id, warehouse_id, position)
) STRICT, WITHOUT ROWID;

-- Which layers an issue took, and at what cost.
CREATE TABLE issue_costs (
  movement_id INTEGER NOT NULL,
  layer_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  qty_milli INTEGER NOT NULL,
  value_minor INTEGER,
  PRIMARY KEY (movement_id, layer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_costs_by_product ON issue_costs (product_id);

-- On hand with its value, kept per product and place; and per batch where products have any.
ALTER TABLE stock_balances ADD COLUMN value_minor INTEGER;
-- Pieces whose cost nobody knows.
ALTER TABLE stock_balances ADD COLUMN uncosted_milli INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stock_balances ADD COLUMN last_on TEXT;

CREATE TABLE batch_balances (
  batch_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  on_hand_milli INTEGER NOT NULL,
  PRIMARY KEY (batch_id, warehouse_id)
) STRICT, WITHOUT ROWID;

-- Open orders, which reserve stock.
CREATE INDEX sales_orders_open ON sales_orders (required_on)
  WHERE status IN ('confirmed', 'on_hold', 'part_shipped') AND shipped_on IS NULL AND deleted = 0 AND archived = 0;
