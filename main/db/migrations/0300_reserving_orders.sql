-- Open orders reserve stock unless they are mere history: an imported past may hold many that never were marked as shipped.
DROP INDEX sales_orders_open;
CREATE INDEX sales_orders_open ON sales_orders (required_on)
  WHERE status IN ('confirmed', 'on_hold', 'part_shipped') AND shipped_on IS NULL AND deleted = 0 AND archived = 0
    AND is_history = 0;
