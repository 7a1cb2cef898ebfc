-- What the analysis of demand is told and what it has said: settings, runs with the class of every product, months that
-- someone overruled, and forecasts as this copy last worked them out.

-- Samples and one-off orders are sales, but no sign of what will be asked for.
ALTER TABLE sales_orders ADD COLUMN purpose TEXT NOT NULL DEFAULT 'sale' CHECK (purpose IN ('sale', 'sample', 'one_off'));

-- One row per setting: thresholds, service level of a cell, cost of an order.
CREATE TABLE planning_settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  -- JSON.
  value TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX planning_settings_by_key ON planning_settings (key);

-- A class analysis that was kept, never changed.
CREATE TABLE class_runs (
  id INTEGER PRIMARY KEY,
  made_on TEXT NOT NULL,
  -- Basis, window, thresholds, margins, filters, as JSON.
  parameters TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE class_run_items (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES class_runs (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  -- What holds: after the margin, twice-in-a-row and new-product rules. '-' is not classified.
  abc TEXT NOT NULL CHECK (abc IN ('A', 'B', 'C', '-')),
  xyz TEXT NOT NULL CHECK (xyz IN ('X', 'Y', 'Z', '-')),
  -- What the figures alone say.
  raw_abc TEXT NOT NULL CHECK (raw_abc IN ('A', 'B', 'C', '-')),
  raw_xyz TEXT NOT NULL CHECK (raw_xyz IN ('X', 'Y', 'Z', '-')),
  -- Why the class is what it is: moved, kept by margin, waiting for a second time, new.
  reason TEXT NOT NULL DEFAULT '',
  -- In units of the basis: minor units of base currency, or thousandths.
  value INTEGER,
  share REAL,
  variation REAL
) STRICT;
CREATE INDEX class_run_items_by_run ON class_run_items (run_id, product_id);
CREATE INDEX class_run_items_by_product ON class_run_items (product_id);

-- A period whose demand someone knows better than the figures: a fair, a promotion. Kept apart from what is computed.
CREATE TABLE demand_overrides (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  -- The first day of the month.
  month_on TEXT NOT NULL,
  qty_milli INTEGER NOT NULL CHECK (qty_milli >= 0),
  reason TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX demand_overrides_by_product ON demand_overrides (product_id, month_on);

-- Forecasts are this copy's own working out; any copy can make them again.
CREATE TABLE forecasts (
  product_id INTEGER PRIMARY KEY,
  made_on TEXT NOT NULL,
  -- What it was made from: settings and demand; another value, and it no longer holds.
  fingerprint TEXT NOT NULL,
  -- JSON.
  content TEXT NOT NULL
) STRICT;
