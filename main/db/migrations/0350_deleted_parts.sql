-- Rows that point at deleted ones are looked for after each write: what is deleted of these tables is found without the rest.
CREATE INDEX order_lines_deleted ON order_lines (id) WHERE deleted = 1;
CREATE INDEX quote_request_lines_deleted ON quote_request_lines (id) WHERE deleted = 1;
CREATE INDEX quote_answers_deleted ON quote_answers (id) WHERE deleted = 1;
CREATE INDEX purchase_lines_deleted ON purchase_lines (id) WHERE deleted = 1;
CREATE INDEX purchase_receipts_deleted ON purchase_receipts (id) WHERE deleted = 1;
CREATE INDEX milestones_deleted ON milestones (id) WHERE deleted = 1;
CREATE INDEX inspections_deleted ON inspections (id) WHERE deleted = 1;
CREATE INDEX claims_deleted ON claims (id) WHERE deleted = 1;
CREATE INDEX supplier_decisions_deleted ON supplier_decisions (id) WHERE deleted = 1;
-- Lines of drafts and of cancelled orders by product; those that were bought have an index of their own.
CREATE INDEX purchase_lines_unbought_by_product ON purchase_lines (product_id) WHERE bought_on IS NULL AND product_id IS NOT NULL;
