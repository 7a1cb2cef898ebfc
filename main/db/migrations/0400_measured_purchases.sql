-- What a history of purchases does not tell is no figure; what was bought counts without VAT that comes back.

-- 0: where it comes from, nobody wrote down how much came in (the one quantity there is stands as ordered and as received),
-- or what was rejected. Then nobody can say what came in full, or how much of it was bad.
ALTER TABLE purchase_orders ADD COLUMN has_quantities INTEGER NOT NULL DEFAULT 1 CHECK (has_quantities IN (0, 1));
ALTER TABLE purchase_orders ADD COLUMN has_rejects INTEGER NOT NULL DEFAULT 1 CHECK (has_rejects IN (0, 1));

-- Derived: the line in base currency, without recoverable VAT.
ALTER TABLE purchase_lines ADD COLUMN net_base_minor INTEGER;
DROP INDEX purchase_lines_bought_by_product;
CREATE INDEX purchase_lines_bought_by_product ON purchase_lines (product_id, bought_on, net_base_minor, base_minor, qty_milli)
  WHERE bought_on IS NOT NULL AND product_id IS NOT NULL;

-- The currency of order_minor; '' of older rows means the currency that the order has.
ALTER TABLE payment_shares ADD COLUMN currency TEXT NOT NULL DEFAULT '';
