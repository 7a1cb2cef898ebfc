-- What is open stands debtor by debtor: it is added up in that order, and one customer's is found at once.
DROP INDEX sales_orders_unpaid;
CREATE INDEX sales_orders_unpaid ON sales_orders
  (collected_by, customer_id, currency, due_on, ordered_on, due_days, open_minor, channel) WHERE open_minor <> 0;
