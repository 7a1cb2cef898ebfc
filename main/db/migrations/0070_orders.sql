-- Sales orders and their lines. What a line earns is fixed on the line, in its own currency and in the book's.

CREATE TABLE sales_orders (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  channel TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL DEFAULT '',
  customer_id INTEGER REFERENCES parties (id),
  ordered_on TEXT NOT NULL,
  required_on TEXT,
  shipped_on TEXT,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN
    ('draft', 'confirmed', 'on_hold', 'part_shipped', 'shipped', 'delivered', 'closed', 'cancelled')),
  currency TEXT NOT NULL,
  -- The rate this order was made with: 1 currency = rate base currency, of the day rate_on. NULL: none known yet.
  rate TEXT,
  rate_on TEXT,
  carrier_id INTEGER REFERENCES parties (id),
  freight_minor INTEGER,
  ship_to_name TEXT NOT NULL DEFAULT '',
  ship_to_street TEXT NOT NULL DEFAULT '',
  ship_to_city TEXT NOT NULL DEFAULT '',
  ship_to_region TEXT NOT NULL DEFAULT '',
  ship_to_postal_code TEXT NOT NULL DEFAULT '',
  ship_to_country TEXT NOT NULL DEFAULT '',
  is_history INTEGER NOT NULL DEFAULT 0 CHECK (is_history IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- Derived from the lines. base_total_minor is NULL while a line has no amount in base currency.
  line_count INTEGER NOT NULL DEFAULT 0,
  total_minor INTEGER NOT NULL DEFAULT 0,
  base_total_minor INTEGER,
  CHECK ((rate IS NULL) = (rate_on IS NULL))
) STRICT;
CREATE INDEX sales_orders_by_number ON sales_orders (number);
CREATE INDEX sales_orders_by_external_id ON sales_orders (channel, external_id);
CREATE INDEX sales_orders_by_customer ON sales_orders (customer_id, ordered_on);
CREATE INDEX sales_orders_list_by_number ON sales_orders (deleted, archived, number);
CREATE INDEX sales_orders_list_by_day ON sales_orders (deleted, archived, ordered_on);
CREATE INDEX sales_orders_list_by_total ON sales_orders (deleted, archived, base_total_minor);
CREATE INDEX sales_orders_without_rate ON sales_orders (currency, ordered_on) WHERE rate IS NULL;

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_orders (id),
  position INTEGER NOT NULL,
  external_id TEXT NOT NULL DEFAULT '',
  product_id INTEGER REFERENCES products (id),
  description TEXT NOT NULL DEFAULT '',
  qty_milli INTEGER NOT NULL,
  price_micros INTEGER NOT NULL,
  discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000),
  -- The money that results, in the order's currency and in base currency, fixed here.
  total_minor INTEGER NOT NULL,
  base_minor INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- Derived: the day the line counts as a sale (NULL while its order is a draft, cancelled or deleted), and its cost.
  sold_on TEXT,
  cost_base_minor INTEGER
) STRICT;
CREATE INDEX order_lines_by_order ON order_lines (order_id);
-- Everything that ABC adds up, so that it never touches the table.
CREATE INDEX order_lines_sold_by_product ON order_lines (product_id, sold_on, base_minor, qty_milli, cost_base_minor)
  WHERE sold_on IS NOT NULL AND product_id IS NOT NULL;
