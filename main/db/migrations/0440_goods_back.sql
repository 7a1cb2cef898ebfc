-- What became of the goods of a credit's line: nothing came back (empty), or they went to stock, to second quality, to scrap.
ALTER TABLE order_lines ADD COLUMN goods_back TEXT NOT NULL DEFAULT '' CHECK (goods_back IN ('', 'stock', 'second', 'scrap'));
