-- What lies in the bin and something living may still point at.
CREATE INDEX settlements_deleted ON settlements (id) WHERE deleted = 1;
CREATE INDEX settlement_lines_deleted ON settlement_lines (id) WHERE deleted = 1;
CREATE INDEX sales_costs_deleted ON sales_costs (id) WHERE deleted = 1;
