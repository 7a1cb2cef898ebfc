-- Costs of selling whose currency has no rate yet: they get theirs as soon as the table knows one.
CREATE INDEX sales_costs_without_rate ON sales_costs (currency, incurred_on) WHERE rate IS NULL;
