-- What the rules of clashes look through: only the few rows that each of them may find.

CREATE INDEX stock_movements_reversals ON stock_movements (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX stock_movements_openings ON stock_movements (product_id, warehouse_id)
  WHERE kind = 'opening' AND reverses_id IS NULL;
CREATE INDEX sales_orders_cancelled_shipped ON sales_orders (ordered_on)
  WHERE status = 'cancelled' AND shipped_on IS NOT NULL AND deleted = 0;

-- Deleted rows are few, and what points at one of them is found by it.
CREATE INDEX parties_deleted ON parties (name) WHERE deleted = 1;
CREATE INDEX sales_orders_by_carrier ON sales_orders (carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX order_lines_unsold_by_product ON order_lines (product_id)
  WHERE sold_on IS NULL AND product_id IS NOT NULL AND deleted = 0;
