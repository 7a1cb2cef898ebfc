-- The book itself, the people who use it, and what this copy alone remembers of its windows.

CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  company_name TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  base_currency TEXT NOT NULL,
  time_zone TEXT NOT NULL DEFAULT 'UTC',
  -- A rate older than this many days is used only when someone says so.
  rate_max_age_days INTEGER NOT NULL DEFAULT 10 CHECK (rate_max_age_days >= 0),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- The unfinished form of someone at this machine; neither logged nor merged.
CREATE TABLE drafts (
  form TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- Columns, widths, order and sort of a list as this machine's user left them.
CREATE TABLE grid_states (
  list TEXT PRIMARY KEY,
  state TEXT NOT NULL
) STRICT;

-- Content by hash, written once and never changed.
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  media_type TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL CHECK (size >= 0),
  content BLOB NOT NULL,
  thumbnail BLOB
) STRICT;
CREATE INDEX attachments_by_hash ON attachments (hash);

-- The key under which a file or channel knows a record of ours; one record may have several.
CREATE TABLE source_keys (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('category', 'product', 'customer', 'supplier', 'carrier')),
  external_id TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX source_keys_by_key ON source_keys (kind, channel, external_id);
CREATE INDEX source_keys_by_record ON source_keys (record_id);

CREATE TABLE import_mappings (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX import_mappings_by_signature ON import_mappings (signature);
