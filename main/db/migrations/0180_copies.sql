-- Copies of a book that are brought together, and what was taken back.

-- Heads of other copies that came in since this copy's last operation; its next one hashes them.
ALTER TABLE this_copy ADD COLUMN pending_heads TEXT NOT NULL DEFAULT '[]';

-- The operation that holds this row takes the named one back. It is itself taken back by a later row: that is redo.
CREATE TABLE undoings (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL
) STRICT;
CREATE INDEX undoings_by_operation ON undoings (operation_id);

-- What this copy has taken in from others, and how to go back.
CREATE TABLE merges (
  id INTEGER PRIMARY KEY,
  merged_at INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  operations INTEGER NOT NULL,
  -- This copy's last operation before and after: undone only while nothing came later.
  head_before TEXT NOT NULL,
  head_after TEXT NOT NULL,
  backup_name TEXT NOT NULL DEFAULT '',
  report TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- A clash that someone looked at and left as it is.
CREATE TABLE clash_marks (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  cause TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX clash_marks_by_cause ON clash_marks (rule, cause);
