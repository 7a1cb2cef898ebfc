-- What the rules of alerts look through: only the few rows that each of them may find.

CREATE INDEX sales_orders_waiting ON sales_orders (required_on)
  WHERE required_on IS NOT NULL AND shipped_on IS NULL AND deleted = 0 AND archived = 0
    AND status IN ('draft', 'confirmed', 'on_hold', 'part_shipped');
CREATE INDEX sales_orders_drafts ON sales_orders (ordered_on)
  WHERE status = 'draft' AND deleted = 0 AND archived = 0;
-- Which currencies are in use, and until when, by leaps from one to the next.
CREATE INDEX sales_orders_by_currency ON sales_orders (currency, ordered_on) WHERE deleted = 0;
CREATE INDEX products_without_cost ON products (sku)
  WHERE cost_micros IS NULL AND kind <> 'family' AND status <> 'discontinued' AND deleted = 0 AND archived = 0;
CREATE INDEX products_without_customs_data ON products (sku)
  WHERE (hs_code = '' OR origin_country = '') AND kind <> 'family' AND deleted = 0 AND archived = 0;
CREATE INDEX stock_balances_negative ON stock_balances (product_id) WHERE on_hand_milli < 0;
