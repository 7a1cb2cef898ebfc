-- The derived tables of costing with all that it goes on from: beside each value the pieces whose cost nobody knows, layers
-- with their batch, and the last receipt of each place. They hold nothing plain, so they are made anew here.
DROP TABLE stock_values;
DROP TABLE stock_layers;
DROP TABLE issue_costs;

-- What each movement changed in the value of its place, signed: on its day, and what came later on the day of that. A place
-- is worth the sum of its rows up to a day. `value_minor` is that of the pieces whose cost is known.
CREATE TABLE stock_values (
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  valued_on TEXT NOT NULL,
  movement_id INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('movement', 'landed_cost', 'revaluation', 'variance')),
  -- That of the movement.
  kind TEXT NOT NULL,
  -- 0 where the cause is not the movement itself.
  qty_milli INTEGER NOT NULL,
  value_minor INTEGER NOT NULL,
  uncosted_milli INTEGER NOT NULL,
  PRIMARY KEY (product_id, warehouse_id, valued_on, movement_id, cause)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_values_by_movement ON stock_values (movement_id);

-- What is left of each receipt (FIFO), or of all together (moving average, layer_id 0), in the order in which it is taken.
-- Below zero: issued by movement layer_id before anything was there. No value: no cost is known.
CREATE TABLE stock_layers (
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  -- The movement that brought the pieces into the book, its day, and the one that brought them into this place.
  layer_id INTEGER NOT NULL,
  layer_on TEXT NOT NULL,
  brought_by INTEGER NOT NULL,
  batch_id INTEGER,
  qty_milli INTEGER NOT NULL,
  value_minor INTEGER,
  PRIMARY KEY (product_id, warehouse_id, position)
) STRICT, WITHOUT ROWID;

-- Which layers a movement out took, and at what cost as known today; layer_id is its own id where it took more than was there.
CREATE TABLE issue_costs (
  product_id INTEGER NOT NULL,
  movement_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  layer_id INTEGER NOT NULL,
  layer_on TEXT NOT NULL,
  qty_milli INTEGER NOT NULL,
  value_minor INTEGER,
  PRIMARY KEY (product_id, movement_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_costs_by_movement ON issue_costs (movement_id);

-- Where costing of a product stands: up to which day and by which method (warehouse 0), and what the last receipt of a place,
-- or of any place (warehouse 0), cost: at that goes out what is not there.
CREATE TABLE stock_cost_states (
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  settled_on TEXT,
  method TEXT,
  receipt_value_minor INTEGER,
  receipt_qty_milli INTEGER,
  PRIMARY KEY (product_id, warehouse_id)
) STRICT, WITHOUT ROWID;

-- Until now no movement had a cost.
INSERT INTO stock_values (product_id, warehouse_id, valued_on, movement_id, cause, kind, qty_milli, value_minor, uncosted_milli)
  SELECT product_id, warehouse_id, moved_on, id, 'movement', kind, qty_milli, 0, qty_milli FROM stock_movements;
INSERT INTO stock_layers (product_id, warehouse_id, position, layer_id, layer_on, brought_by, batch_id, qty_milli, value_minor)
  SELECT product_id, warehouse_id, 0, 0, max(moved_on), 0, NULL, sum(qty_milli), NULL FROM stock_movements
  GROUP BY product_id, warehouse_id HAVING sum(qty_milli) <> 0;
INSERT INTO stock_cost_states (product_id, warehouse_id, settled_on, method)
  SELECT product_id, 0, max(moved_on), 'average' FROM stock_movements GROUP BY product_id;
UPDATE stock_balances SET uncosted_milli = on_hand_milli;
