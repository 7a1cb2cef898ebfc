-- Personal data taken out of the book for good, and what the log keeps of it so that it still proves itself.

-- A row whose personal columns are blank from here on, in this copy and in every one that merges it.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL
) STRICT;
CREATE INDEX erasures_by_row ON erasures (table_name, row_id);

-- The hash that stands for the blanked columns in the digest of the operation that wrote them: place 0 is the row as the
-- operation made it, 1 and up are its changes to the row, in order.
CREATE TABLE erased_leaves (
  operation_id INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  leaf TEXT NOT NULL,
  PRIMARY KEY (operation_id, table_name, row_id, place)
) STRICT, WITHOUT ROWID;

-- Without a salt the hash of a name or a telephone number could be guessed. A column added to a table that has rows cannot
-- draw one by itself: the writer gives it.
ALTER TABLE source_keys ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE attachments ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE task_items ADD COLUMN salt TEXT NOT NULL DEFAULT '';

-- Something was erased and the file's free pages have not been rewritten since.
ALTER TABLE this_copy ADD COLUMN purge_due INTEGER NOT NULL DEFAULT 0 CHECK (purge_due IN (0, 1));
