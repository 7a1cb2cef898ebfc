-- Derived: the first day on which something of an order that is certain falls due and is not paid. Alerts and the sidebar ask
-- after every write which orders those are.
ALTER TABLE purchase_orders ADD COLUMN owed_on TEXT;
CREATE INDEX purchase_orders_owed ON purchase_orders (owed_on) WHERE owed_on IS NOT NULL;
