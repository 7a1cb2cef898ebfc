-- What a count found too much or too little, among many other movements: two copies may have counted the same shelf.

CREATE INDEX stock_movements_counts ON stock_movements (product_id, warehouse_id, moved_on, batch_id, bin_id)
  WHERE kind = 'count' AND reverses_id IS NULL;
