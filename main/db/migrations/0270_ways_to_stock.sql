-- Ways from warehouses, suppliers, batches and bins to what names them: deleting and merging ask who leans on them. And the
-- products whose reorder point someone set, which an alert looks through.

CREATE INDEX stock_documents_by_warehouse ON stock_documents (warehouse_id);
CREATE INDEX stock_documents_by_target ON stock_documents (to_warehouse_id) WHERE to_warehouse_id IS NOT NULL;
CREATE INDEX stock_counts_by_warehouse ON stock_counts (warehouse_id);
CREATE INDEX stock_counts_by_document ON stock_counts (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX stock_count_lines_by_batch ON stock_count_lines (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX stock_count_lines_by_bin ON stock_count_lines (bin_id) WHERE bin_id IS NOT NULL;
CREATE INDEX expected_goods_by_warehouse ON expected_goods (warehouse_id);
CREATE INDEX expected_goods_by_supplier ON expected_goods (supplier_id) WHERE supplier_id IS NOT NULL;
CREATE INDEX products_with_reorder ON products (sku)
  WHERE reorder_milli IS NOT NULL AND kind <> 'family' AND status <> 'discontinued' AND deleted = 0 AND archived = 0;
-- What lies in the bin, among many that do not.
CREATE INDEX bins_deleted ON bins (id) WHERE deleted = 1;
CREATE INDEX batches_deleted ON batches (id) WHERE deleted = 1;
CREATE INDEX expected_goods_deleted ON expected_goods (id) WHERE deleted = 1;
