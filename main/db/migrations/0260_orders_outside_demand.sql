-- The few orders that are sales but no demand (samples, one-off orders): demand is added up from the lines' covering index,
-- and these are taken off again.
CREATE INDEX sales_orders_not_demand ON sales_orders (purpose) WHERE purpose <> 'sale';
