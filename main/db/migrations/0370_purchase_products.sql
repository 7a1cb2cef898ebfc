-- Lines of a product whether or not it was bought yet: undo asks what leans on a product, and records that are made one take their
-- lines along. Orders that clashes are looked for in are few.
CREATE INDEX purchase_lines_by_product ON purchase_lines (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX purchase_orders_part_received ON purchase_orders (id) WHERE status = 'part_received' AND deleted = 0;
CREATE INDEX purchase_orders_cancelled ON purchase_orders (id) WHERE status = 'cancelled' AND deleted = 0;
