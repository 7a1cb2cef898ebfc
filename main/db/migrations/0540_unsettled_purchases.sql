-- Derived: whether something of a purchase order is open or was paid too much. Nearly all old orders are settled: what is owed
-- in all is read of the few others. NULL where nobody has looked yet, which counts as unsettled.
ALTER TABLE purchase_orders ADD COLUMN unsettled INTEGER CHECK (unsettled IN (0, 1));
CREATE INDEX purchase_orders_unsettled ON purchase_orders (id) WHERE unsettled IS NOT 0;
