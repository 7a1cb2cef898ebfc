-- Customers: what kind they are, on what terms they buy, what they consented to, and where they come from.

ALTER TABLE parties ADD COLUMN customer_kind TEXT NOT NULL DEFAULT '' CHECK (customer_kind IN ('', 'company', 'person'));
ALTER TABLE parties ADD COLUMN eori TEXT NOT NULL DEFAULT '';
-- Where the customer came from (a fair, a search, a recommendation), and the channel they buy through.
ALTER TABLE parties ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN tier TEXT NOT NULL DEFAULT '';
-- Who of us looks after them.
ALTER TABLE parties ADD COLUMN owner_id INTEGER REFERENCES people (id);
-- A person's birthday, or the day a company was founded.
ALTER TABLE parties ADD COLUMN born_on TEXT;
ALTER TABLE parties ADD COLUMN sale_deposit_ppm INTEGER NOT NULL DEFAULT 0 CHECK (sale_deposit_ppm BETWEEN 0 AND 1000000);
ALTER TABLE parties ADD COLUMN sale_due_from TEXT NOT NULL DEFAULT 'order'
  CHECK (sale_due_from IN ('order', 'shipment', 'delivery', 'month_end'));
ALTER TABLE parties ADD COLUMN sale_due_days INTEGER NOT NULL DEFAULT 0 CHECK (sale_due_days BETWEEN 0 AND 3650);
-- How much may be open at a time; NULL: no limit. credit_action '' leaves it to the book's setting.
ALTER TABLE parties ADD COLUMN credit_limit_minor INTEGER CHECK (credit_limit_minor >= 0);
ALTER TABLE parties ADD COLUMN credit_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN credit_action TEXT NOT NULL DEFAULT '' CHECK (credit_action IN ('', 'warn', 'stop'));
-- The record that this one was merged into, as a duplicate of it.
ALTER TABLE parties ADD COLUMN merged_into_id INTEGER REFERENCES parties (id);
CREATE INDEX parties_by_owner ON parties (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX parties_merged ON parties (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX parties_by_country ON parties (country) WHERE is_customer = 1 AND deleted = 0 AND archived = 0;

ALTER TABLE contacts ADD COLUMN born_on TEXT;
ALTER TABLE contacts ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE addresses ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
ALTER TABLE addresses ADD COLUMN phone TEXT NOT NULL DEFAULT '';

-- What someone agreed to, or took back, with the day and the proof. The newest of a purpose counts.
CREATE TABLE consents (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('email', 'phone', 'post', 'messages', 'profiling', 'sharing')),
  state TEXT NOT NULL CHECK (state IN ('given', 'withdrawn')),
  stated_on TEXT NOT NULL,
  -- Where it can be seen: a form, a mail, a signature.
  proof TEXT NOT NULL DEFAULT '',
  person_id INTEGER REFERENCES people (id),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX consents_by_party ON consents (party_id, purpose, stated_on);
CREATE INDEX consents_by_person ON consents (person_id) WHERE person_id IS NOT NULL;

-- What was said: messages typed in, calls, visits.
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  order_id INTEGER REFERENCES sales_orders (id),
  kind TEXT NOT NULL DEFAULT 'message' CHECK (kind IN ('message', 'mail', 'call', 'visit', 'inquiry', 'case')),
  direction TEXT NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
  happened_on TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  -- A case or an inquiry is open until it is closed.
  closed_on TEXT,
  person_id INTEGER REFERENCES people (id),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX messages_by_party ON messages (party_id, happened_on);
CREATE INDEX messages_by_order ON messages (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX messages_by_person ON messages (person_id) WHERE person_id IS NOT NULL;

-- Two records that look alike and are not the same party: they are not proposed again.
CREATE TABLE distinct_parties (
  id INTEGER PRIMARY KEY,
  first_id INTEGER NOT NULL REFERENCES parties (id),
  second_id INTEGER NOT NULL REFERENCES parties (id),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (first_id < second_id)
) STRICT;
CREATE INDEX distinct_parties_by_first ON distinct_parties (first_id, second_id);
CREATE INDEX distinct_parties_by_second ON distinct_parties (second_id);

-- One row per setting: credit, dunning, flags, segments, care, retention, costs to expect. `value` is JSON.
CREATE TABLE sales_settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX sales_settings_by_key ON sales_settings (key);
