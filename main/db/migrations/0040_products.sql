-- Products with what customs, packing and pricing ask of them.

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  -- A family only groups its variants; a kit is made of other products.
  kind TEXT NOT NULL DEFAULT 'single' CHECK (kind IN ('single', 'family', 'kit')),
  parent_id INTEGER REFERENCES products (id),
  variant_label TEXT NOT NULL DEFAULT '',
  category_id INTEGER REFERENCES categories (id),
  unit TEXT NOT NULL DEFAULT 'pcs',
  hs_code TEXT NOT NULL DEFAULT '',
  origin_country TEXT NOT NULL DEFAULT '',
  customs_name_en TEXT NOT NULL DEFAULT '',
  customs_name_zh TEXT NOT NULL DEFAULT '',
  declaration_en TEXT NOT NULL DEFAULT '',
  declaration_zh TEXT NOT NULL DEFAULT '',
  -- Rates of tax in millionths: 13 % is 130000. NULL is not known, 0 is none.
  vat_rate_ppm INTEGER CHECK (vat_rate_ppm BETWEEN 0 AND 1000000),
  refund_rate_ppm INTEGER CHECK (refund_rate_ppm BETWEEN 0 AND 1000000),
  net_weight_grams INTEGER CHECK (net_weight_grams >= 0),
  gross_weight_grams INTEGER CHECK (gross_weight_grams >= 0),
  length_mm INTEGER CHECK (length_mm >= 0),
  width_mm INTEGER CHECK (width_mm >= 0),
  height_mm INTEGER CHECK (height_mm >= 0),
  pieces_per_carton INTEGER CHECK (pieces_per_carton > 0),
  carton_length_mm INTEGER CHECK (carton_length_mm >= 0),
  carton_width_mm INTEGER CHECK (carton_width_mm >= 0),
  carton_height_mm INTEGER CHECK (carton_height_mm >= 0),
  carton_net_grams INTEGER CHECK (carton_net_grams >= 0),
  carton_gross_grams INTEGER CHECK (carton_gross_grams >= 0),
  packing TEXT NOT NULL DEFAULT '',
  price_micros INTEGER CHECK (price_micros >= 0),
  price_currency TEXT,
  cost_micros INTEGER CHECK (cost_micros >= 0),
  cost_currency TEXT,
  moq_milli INTEGER CHECK (moq_milli >= 0),
  supplier_id INTEGER REFERENCES parties (id),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'phasing_out', 'discontinued')),
  no_sale INTEGER NOT NULL DEFAULT 0 CHECK (no_sale IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((price_micros IS NULL) = (price_currency IS NULL)),
  CHECK ((cost_micros IS NULL) = (cost_currency IS NULL))
) STRICT;
CREATE INDEX products_by_sku ON products (sku);
CREATE INDEX products_list_by_sku ON products (deleted, archived, sku);
CREATE INDEX products_list_by_name ON products (deleted, archived, name_en COLLATE NOCASE);
CREATE INDEX products_by_parent ON products (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX products_by_category ON products (category_id);
CREATE INDEX products_by_supplier ON products (supplier_id);

CREATE TABLE product_barcodes (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  code TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 1,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX product_barcodes_by_product ON product_barcodes (product_id);
CREATE INDEX product_barcodes_by_code ON product_barcodes (code);

CREATE TABLE kit_parts (
  id INTEGER PRIMARY KEY,
  kit_id INTEGER NOT NULL REFERENCES products (id),
  part_id INTEGER NOT NULL REFERENCES products (id),
  qty_milli INTEGER NOT NULL CHECK (qty_milli > 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (kit_id <> part_id)
) STRICT;
CREATE INDEX kit_parts_by_kit ON kit_parts (kit_id);
CREATE INDEX kit_parts_by_part ON kit_parts (part_id);

CREATE TABLE product_pictures (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  attachment_id INTEGER NOT NULL REFERENCES attachments (id),
  position INTEGER NOT NULL DEFAULT 1,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX product_pictures_by_product ON product_pictures (product_id);
