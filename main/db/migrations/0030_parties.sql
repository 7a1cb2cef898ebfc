-- One table for everyone dealt with; the roles say as what.

CREATE TABLE parties (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  name_zh TEXT NOT NULL DEFAULT '',
  is_customer INTEGER NOT NULL DEFAULT 0 CHECK (is_customer IN (0, 1)),
  is_supplier INTEGER NOT NULL DEFAULT 0 CHECK (is_supplier IN (0, 1)),
  is_carrier INTEGER NOT NULL DEFAULT 0 CHECK (is_carrier IN (0, 1)),
  is_forwarder INTEGER NOT NULL DEFAULT 0 CHECK (is_forwarder IN (0, 1)),
  is_service INTEGER NOT NULL DEFAULT 0 CHECK (is_service IN (0, 1)),
  country TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  fax TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  tax_number TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'prospect', 'paused', 'blocked')),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX parties_customers_by_name ON parties (deleted, archived, name COLLATE NOCASE) WHERE is_customer = 1;
CREATE INDEX parties_suppliers_by_name ON parties (deleted, archived, name COLLATE NOCASE) WHERE is_supplier = 1;
CREATE INDEX parties_carriers_by_name ON parties (deleted, archived, name COLLATE NOCASE) WHERE is_carrier = 1;
CREATE INDEX parties_by_name ON parties (name COLLATE NOCASE);
CREATE INDEX parties_by_code ON parties (code);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  fax TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 1,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX contacts_by_party ON contacts (party_id);

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  kind TEXT NOT NULL DEFAULT 'main' CHECK (kind IN ('main', 'billing', 'shipping')),
  street TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 1,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX addresses_by_party ON addresses (party_id);
