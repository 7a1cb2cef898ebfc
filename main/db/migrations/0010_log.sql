-- The log: who changed what, when, in which copy of the book; and the one row that tells the triggers about it.

CREATE TABLE this_copy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  replica INTEGER NOT NULL,
  counter INTEGER NOT NULL DEFAULT 0 CHECK (counter >= 0),
  sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  clock INTEGER NOT NULL DEFAULT 0,
  head TEXT NOT NULL DEFAULT '',
  writer_token TEXT NOT NULL DEFAULT ''
) STRICT;

-- An operation is one write: its inserts are the rows whose ids lie in its span, its updates the rows of `changes`.
CREATE TABLE operations (
  id INTEGER PRIMARY KEY,
  replica INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  name TEXT NOT NULL,
  person_id INTEGER,
  clock INTEGER NOT NULL,
  wall_at INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  merged_heads TEXT NOT NULL DEFAULT '[]',
  previous_hash TEXT NOT NULL,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX operations_by_sequence ON operations (replica, sequence);
CREATE INDEX operations_by_span ON operations (first_id, last_id);
CREATE INDEX operations_by_clock ON operations (clock, replica);

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'update' CHECK (kind IN ('update', 'erase')),
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_row ON changes (table_name, row_id);
CREATE INDEX changes_by_operation ON changes (operation_id);

-- A trigger cannot see connection variables, so a write puts its operation here first and takes it away last.
CREATE TABLE change_context (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  operation_id INTEGER
) STRICT;
INSERT INTO change_context (id, operation_id) VALUES (1, NULL);
