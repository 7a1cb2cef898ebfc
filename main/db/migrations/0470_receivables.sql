-- What is open is aged and added up from the index alone; so is what of a payment no share speaks of.
DROP INDEX sales_orders_unpaid;
CREATE INDEX sales_orders_unpaid ON sales_orders
  (currency, due_on, ordered_on, due_days, open_minor, customer_id, collected_by, channel) WHERE open_minor <> 0;
DROP INDEX payment_shares_by_payment;
CREATE INDEX payment_shares_by_payment ON payment_shares (payment_id, payment_minor);
