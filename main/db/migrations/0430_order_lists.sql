-- What open lines want is added up by product, and told by order, from the index alone.
DROP INDEX order_lines_open;
CREATE INDEX order_lines_open ON order_lines (product_id, due_on, open_milli, order_id)
  WHERE open_milli > 0 AND product_id IS NOT NULL;
