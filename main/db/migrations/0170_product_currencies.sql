-- Which currencies products are priced and bought in, by leaps from one to the next: the alerts ask after every write.

CREATE INDEX products_by_price_currency ON products (price_currency, archived)
  WHERE price_currency IS NOT NULL AND deleted = 0;
CREATE INDEX products_by_cost_currency ON products (cost_currency, archived)
  WHERE cost_currency IS NOT NULL AND deleted = 0;
