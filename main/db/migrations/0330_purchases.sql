-- Purchase orders with their lines, how their making goes on, what came of them, and what was paid.

CREATE TABLE purchase_orders (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  -- The source of files that it came from, and its number there.
  channel TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL DEFAULT '',
  supplier_id INTEGER REFERENCES parties (id),
  -- Where its goods are to come in; NULL: nobody said.
  warehouse_id INTEGER REFERENCES warehouses (id),
  ordered_on TEXT NOT NULL,
  -- What its lines are promised for unless they say otherwise.
  promised_on TEXT,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN
    ('draft', 'sent', 'confirmed', 'part_received', 'received', 'closed', 'cancelled')),
  sent_on TEXT,
  confirmed_on TEXT,
  closed_on TEXT,
  cancel_reason TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  -- The rate it was made with: 1 currency = rate base currency, of the day rate_on. NULL: none known yet.
  rate TEXT,
  rate_on TEXT,
  vat_included INTEGER NOT NULL DEFAULT 0 CHECK (vat_included IN (0, 1)),
  vat_ppm INTEGER NOT NULL DEFAULT 0 CHECK (vat_ppm BETWEEN 0 AND 1000000),
  vat_recoverable INTEGER NOT NULL DEFAULT 1 CHECK (vat_recoverable IN (0, 1)),
  freight_minor INTEGER,
  tax_minor INTEGER,
  incoterm TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL DEFAULT '' CHECK (mode IN ('', 'sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post')),
  -- The country that the goods go to.
  country TEXT NOT NULL DEFAULT '',
  deposit_ppm INTEGER NOT NULL DEFAULT 0 CHECK (deposit_ppm BETWEEN 0 AND 1000000),
  due_from TEXT NOT NULL DEFAULT 'receipt' CHECK (due_from IN ('order', 'ready', 'receipt', 'month_end')),
  due_days INTEGER NOT NULL DEFAULT 0 CHECK (due_days BETWEEN 0 AND 3650),
  under_ppm INTEGER NOT NULL DEFAULT 0 CHECK (under_ppm BETWEEN 0 AND 1000000),
  over_ppm INTEGER NOT NULL DEFAULT 0 CHECK (over_ppm BETWEEN 0 AND 1000000),
  -- The answer to a request that it was made from, and the supplier's own number for it.
  answer_id INTEGER REFERENCES quote_answers (id),
  reference TEXT NOT NULL DEFAULT '',
  -- An order of the past: it never moves stock, and nothing of it is on order.
  is_history INTEGER NOT NULL DEFAULT 0 CHECK (is_history IN (0, 1)),
  -- 0: where it comes from, nobody wrote down on which day goods came in. Then nobody can say what was on time.
  has_receipt_days INTEGER NOT NULL DEFAULT 1 CHECK (has_receipt_days IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- Derived from the lines. base_total_minor is NULL while a line has no amount in base currency.
  line_count INTEGER NOT NULL DEFAULT 0,
  total_minor INTEGER NOT NULL DEFAULT 0,
  base_total_minor INTEGER,
  -- Derived: the day that the next open line is promised for.
  next_on TEXT,
  CHECK ((rate IS NULL) = (rate_on IS NULL))
) STRICT;
CREATE INDEX purchase_orders_by_number ON purchase_orders (number);
CREATE INDEX purchase_orders_by_external_id ON purchase_orders (channel, external_id);
CREATE INDEX purchase_orders_by_supplier ON purchase_orders (supplier_id, ordered_on);
CREATE INDEX purchase_orders_by_warehouse ON purchase_orders (warehouse_id) WHERE warehouse_id IS NOT NULL;
CREATE INDEX purchase_orders_by_answer ON purchase_orders (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX purchase_orders_list_by_number ON purchase_orders (deleted, archived, number);
CREATE INDEX purchase_orders_list_by_day ON purchase_orders (deleted, archived, ordered_on);
CREATE INDEX purchase_orders_list_by_total ON purchase_orders (deleted, archived, base_total_minor);
CREATE INDEX purchase_orders_by_next_day ON purchase_orders (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX purchase_orders_drafts ON purchase_orders (ordered_on) WHERE status = 'draft' AND deleted = 0 AND archived = 0;
CREATE INDEX purchase_orders_without_rate ON purchase_orders (currency, ordered_on) WHERE rate IS NULL;
CREATE INDEX purchase_orders_by_currency ON purchase_orders (currency, ordered_on) WHERE deleted = 0;

CREATE TABLE purchase_lines (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES purchase_orders (id),
  position INTEGER NOT NULL,
  external_id TEXT NOT NULL DEFAULT '',
  product_id INTEGER REFERENCES products (id),
  supplier_code TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  qty_milli INTEGER NOT NULL CHECK (qty_milli >= 0),
  price_micros INTEGER NOT NULL CHECK (price_micros >= 0),
  discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000),
  promised_on TEXT,
  -- The money that results, in the order's currency and in base currency, fixed here.
  total_minor INTEGER NOT NULL,
  base_minor INTEGER,
  -- The sales order line that it is bought for.
  sales_line_id INTEGER REFERENCES order_lines (id),
  -- What no longer comes, and is no longer waited for.
  let_go_milli INTEGER NOT NULL DEFAULT 0 CHECK (let_go_milli >= 0),
  -- As the files of a forwarder or an agency tell it: amounts, or the words that stand in their place.
  freight_minor INTEGER,
  freight_word TEXT NOT NULL DEFAULT '' CHECK (freight_word IN ('', 'included', 'separate', 'see')),
  weight_grams INTEGER CHECK (weight_grams >= 0),
  weight_word TEXT NOT NULL DEFAULT '' CHECK (weight_word IN ('', 'separate', 'see')),
  -- The line (its external id) on which freight and weight of both stand.
  told_with TEXT NOT NULL DEFAULT '',
  insurance_minor INTEGER,
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- Derived: the day it counts as bought (NULL while its order is a draft, cancelled or deleted), the day that it is due
  -- (its own, else its order's), what came of it, and what is still to come (0 unless its order is open).
  bought_on TEXT,
  due_on TEXT,
  received_milli INTEGER NOT NULL DEFAULT 0,
  rejected_milli INTEGER NOT NULL DEFAULT 0,
  last_received_on TEXT,
  open_milli INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX purchase_lines_by_order ON purchase_lines (order_id);
CREATE INDEX purchase_lines_by_sales_line ON purchase_lines (sales_line_id) WHERE sales_line_id IS NOT NULL;
CREATE INDEX purchase_lines_open ON purchase_lines (product_id, due_on, open_milli)
  WHERE open_milli > 0 AND product_id IS NOT NULL;
CREATE INDEX purchase_lines_bought_by_product ON purchase_lines (product_id, bought_on, base_minor, qty_milli)
  WHERE bought_on IS NOT NULL AND product_id IS NOT NULL;

-- What came in of an order on one day. Never changed: a receipt is taken back as a whole, and its stock by counter-movements.
CREATE TABLE purchase_receipts (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES purchase_orders (id),
  -- The stock document that its goods came in by; NULL for the past, and for what never became stock.
  document_id INTEGER REFERENCES stock_documents (id),
  -- The issue that sent the goods on in the same step.
  issue_id INTEGER REFERENCES stock_documents (id),
  -- NULL: nobody wrote down when.
  received_on TEXT,
  reference TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'posted' CHECK (status IN ('posted', 'reversed')),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX purchase_receipts_by_order ON purchase_receipts (order_id);
CREATE INDEX purchase_receipts_by_document ON purchase_receipts (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX purchase_receipts_by_issue ON purchase_receipts (issue_id) WHERE issue_id IS NOT NULL;

CREATE TABLE purchase_receipt_lines (
  id INTEGER PRIMARY KEY,
  receipt_id INTEGER NOT NULL REFERENCES purchase_receipts (id),
  line_id INTEGER NOT NULL REFERENCES purchase_lines (id),
  -- All that came, the rejected among it.
  qty_milli INTEGER NOT NULL CHECK (qty_milli >= 0),
  rejected_milli INTEGER NOT NULL DEFAULT 0 CHECK (rejected_milli BETWEEN 0 AND qty_milli),
  -- One of the book's list of defects, and what happens to what was rejected.
  defect TEXT NOT NULL DEFAULT '',
  remedy TEXT NOT NULL DEFAULT '' CHECK (remedy IN ('', 'replace', 'credit')),
  -- The movement by which the accepted came in.
  movement_id INTEGER REFERENCES stock_movements (id),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX purchase_receipt_lines_by_receipt ON purchase_receipt_lines (receipt_id);
CREATE INDEX purchase_receipt_lines_by_line ON purchase_receipt_lines (line_id, receipt_id, qty_milli, rejected_milli);
CREATE INDEX purchase_receipt_lines_by_movement ON purchase_receipt_lines (movement_id) WHERE movement_id IS NOT NULL;

-- How the making of an order goes on. Photos and papers are attached to it.
CREATE TABLE milestones (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES purchase_orders (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('materials', 'first_piece', 'mid_inspection', 'final_inspection', 'packed', 'ready', 'other')),
  title TEXT NOT NULL DEFAULT '',
  planned_on TEXT,
  actual_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX milestones_by_order ON milestones (order_id, position);
CREATE INDEX milestones_waiting ON milestones (planned_on) WHERE planned_on IS NOT NULL AND actual_on IS NULL AND deleted = 0;

-- A sample drawn and looked at, after ISO 2859-1 or by one's own number.
CREATE TABLE inspections (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES purchase_orders (id),
  line_id INTEGER REFERENCES purchase_lines (id),
  receipt_id INTEGER REFERENCES purchase_receipts (id),
  kind TEXT NOT NULL CHECK (kind IN ('first_piece', 'mid', 'final', 'incoming')),
  inspected_on TEXT NOT NULL,
  inspector TEXT NOT NULL DEFAULT '',
  lot_milli INTEGER CHECK (lot_milli > 0),
  level TEXT NOT NULL DEFAULT 'II' CHECK (level IN ('I', 'II', 'III')),
  -- Acceptable quality levels as the standard writes them; '' where none is set.
  aql_critical TEXT NOT NULL DEFAULT '',
  aql_major TEXT NOT NULL DEFAULT '2.5',
  aql_minor TEXT NOT NULL DEFAULT '4.0',
  sample_size INTEGER CHECK (sample_size > 0),
  result TEXT NOT NULL DEFAULT 'open' CHECK (result IN ('open', 'passed', 'failed', 'conditional')),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX inspections_by_order ON inspections (order_id);
CREATE INDEX inspections_by_line ON inspections (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX inspections_by_receipt ON inspections (receipt_id) WHERE receipt_id IS NOT NULL;

CREATE TABLE inspection_findings (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections (id),
  position INTEGER NOT NULL,
  defect TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'major', 'minor')),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX inspection_findings_by_inspection ON inspection_findings (inspection_id, position);

-- What we hold against a supplier: bad goods, too few of them, papers with errors.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  order_id INTEGER REFERENCES purchase_orders (id),
  receipt_id INTEGER REFERENCES purchase_receipts (id),
  kind TEXT NOT NULL CHECK (kind IN ('quality', 'quantity', 'late', 'papers', 'other')),
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'settled', 'refused', 'dropped')),
  currency TEXT NOT NULL DEFAULT '',
  claimed_minor INTEGER CHECK (claimed_minor >= 0),
  settled_minor INTEGER CHECK (settled_minor >= 0),
  text TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX claims_by_number ON claims (number);
CREATE INDEX claims_by_party ON claims (party_id, opened_on);
CREATE INDEX claims_by_order ON claims (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX claims_by_receipt ON claims (receipt_id) WHERE receipt_id IS NOT NULL;

-- Money that went out or came in. A mistake is reversed by an entry that points at it.
CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  party_id INTEGER REFERENCES parties (id),
  paid_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  currency TEXT NOT NULL,
  rate TEXT NOT NULL,
  rate_on TEXT NOT NULL,
  base_minor INTEGER NOT NULL,
  -- What the bank took besides, in the payment's currency.
  fee_minor INTEGER NOT NULL DEFAULT 0,
  method TEXT NOT NULL DEFAULT '' CHECK (method IN ('', 'transfer', 'letter_of_credit', 'card', 'cash', 'platform', 'other')),
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  reverses_id INTEGER REFERENCES payments (id),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8)))
) STRICT;
CREATE INDEX payments_by_party ON payments (party_id, paid_on) WHERE party_id IS NOT NULL;
CREATE INDEX payments_by_day ON payments (paid_on);
CREATE INDEX payments_by_number ON payments (number);
CREATE INDEX payments_reversals ON payments (reverses_id) WHERE reverses_id IS NOT NULL;

-- What of a payment belongs to which order, in the order's currency.
CREATE TABLE payment_shares (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payments (id),
  purchase_order_id INTEGER REFERENCES purchase_orders (id),
  sales_order_id INTEGER REFERENCES sales_orders (id),
  purpose TEXT NOT NULL DEFAULT 'balance' CHECK (purpose IN ('deposit', 'balance', 'refund', 'other')),
  -- In the order's currency, and what of the payment went for it.
  order_minor INTEGER NOT NULL CHECK (order_minor <> 0),
  payment_minor INTEGER NOT NULL CHECK (payment_minor <> 0),
  reverses_id INTEGER REFERENCES payment_shares (id)
) STRICT;
CREATE INDEX payment_shares_by_payment ON payment_shares (payment_id);
CREATE INDEX payment_shares_by_purchase ON payment_shares (purchase_order_id, order_minor) WHERE purchase_order_id IS NOT NULL;
CREATE INDEX payment_shares_by_sale ON payment_shares (sales_order_id, order_minor) WHERE sales_order_id IS NOT NULL;
CREATE INDEX payment_shares_reversals ON payment_shares (reverses_id) WHERE reverses_id IS NOT NULL;
