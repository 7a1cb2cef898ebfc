-- Stock: a ledger of movements, and the balance that is recomputed from it.

CREATE TABLE warehouses (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- Documents before this day are history: they sold goods, but move no stock here.
  starts_on TEXT,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
INSERT INTO warehouses (id, name) VALUES (1, '');

CREATE TABLE stock_movements (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  moved_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'receipt', 'issue', 'transfer', 'adjustment', 'count')),
  qty_milli INTEGER NOT NULL CHECK (qty_milli <> 0),
  reverses_id INTEGER REFERENCES stock_movements (id),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX stock_movements_by_product ON stock_movements (product_id, warehouse_id, qty_milli);

CREATE TABLE stock_balances (
  product_id INTEGER NOT NULL REFERENCES products (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  on_hand_milli INTEGER NOT NULL,
  PRIMARY KEY (product_id, warehouse_id)
) STRICT, WITHOUT ROWID;
