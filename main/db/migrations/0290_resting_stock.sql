-- Stock by the day on which any of it last moved, which an alert asks about.

CREATE INDEX stock_balances_resting ON stock_balances (last_on, product_id, warehouse_id, on_hand_milli) WHERE on_hand_milli > 0;
