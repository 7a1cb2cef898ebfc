-- Which source of files said that goods are on order: read again, its word is brought up to date and never doubled.

ALTER TABLE expected_goods ADD COLUMN source TEXT NOT NULL DEFAULT '';
CREATE INDEX expected_goods_by_source ON expected_goods (product_id, source) WHERE source <> '';
