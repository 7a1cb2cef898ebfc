-- What two copies may make of one order together, a few rows each: more sent than is ordered, more come back than was sent,
-- cancelled with goods that left, taken back and called delivered.
CREATE INDEX order_lines_over_sent ON order_lines (order_id)
  WHERE shipped_milli > qty_milli - cancelled_milli AND qty_milli > 0 AND deleted = 0;
CREATE INDEX order_lines_over_returned ON order_lines (order_id)
  WHERE returned_milli > shipped_milli AND qty_milli > 0 AND deleted = 0;
CREATE INDEX sales_orders_cancelled ON sales_orders (id)
  WHERE status = 'cancelled' AND deleted = 0 AND document = 'order' AND is_history = 0;
CREATE INDEX dispatches_reversed ON dispatches (order_id) WHERE status = 'reversed' AND deleted = 0;
