-- Lists as someone wants to see them again, and what this machine's user looked at last.

CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Search, filters, sort and columns as JSON.
  state TEXT NOT NULL,
  -- Whose view it is; shared with everyone where nobody's.
  person_id INTEGER REFERENCES people (id),
  position INTEGER NOT NULL DEFAULT 1,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX saved_views_by_list ON saved_views (list);

CREATE TABLE recent_records (
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  PRIMARY KEY (record_kind, record_id)
) STRICT;
CREATE INDEX recent_records_by_time ON recent_records (opened_at);
