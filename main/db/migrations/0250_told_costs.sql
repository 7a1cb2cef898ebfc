-- What goods cost that came in without a cost, told later: the last one told holds, and none takes it back. The movement
-- itself never changes.
CREATE TABLE told_costs (
  id INTEGER PRIMARY KEY,
  movement_id INTEGER NOT NULL REFERENCES stock_movements (id),
  told_on TEXT NOT NULL,
  cost_micros INTEGER CHECK (cost_micros >= 0),
  cost_currency TEXT,
  cost_rate TEXT,
  cost_rate_on TEXT,
  -- Of the whole movement, in base currency.
  value_minor INTEGER CHECK (value_minor >= 0),
  CHECK ((cost_micros IS NULL) = (cost_currency IS NULL)),
  CHECK ((cost_micros IS NULL) = (value_minor IS NULL)),
  CHECK ((cost_rate IS NULL) = (cost_rate_on IS NULL))
) STRICT;
CREATE INDEX told_costs_by_movement ON told_costs (movement_id);
