-- What the order list is searched by stands beside what it is filtered and sorted by: typing in the search box reads the narrow
-- index, too, whose rows meet the names of customers in their order.
DROP INDEX sales_orders_facts;
CREATE INDEX sales_orders_facts ON sales_orders (deleted, archived, customer_id, ordered_on, number, external_id, customer_reference,
  ship_to_country, currency, status, payment_state, shipping_state, document, purpose, channel, fulfilled_by, collected_by, required_on,
  due_on, owed_on, total_minor, base_total_minor, tax_minor, gross_minor, gross_base_minor, paid_minor, open_minor, freight_minor);
