-- What was paid of an order counts in the order's own currency; one supplier is asked once in a request.
DROP INDEX payment_shares_by_purchase;
CREATE INDEX payment_shares_by_purchase ON payment_shares (purchase_order_id, currency, order_minor)
  WHERE purchase_order_id IS NOT NULL;
DROP INDEX payment_shares_by_sale;
CREATE INDEX payment_shares_by_sale ON payment_shares (sales_order_id, currency, order_minor) WHERE sales_order_id IS NOT NULL;
DROP INDEX quote_answers_by_request;
CREATE INDEX quote_answers_by_request ON quote_answers (request_id, supplier_id);
