-- What hangs on any record: notes and files. Content lies in `attachments`, once.

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1)),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX notes_by_record ON notes (record_id, record_kind);

CREATE TABLE record_attachments (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  attachment_id INTEGER NOT NULL REFERENCES attachments (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN
    ('contract', 'invoice', 'packing_list', 'certificate', 'test_report', 'licence', 'customs', 'transport', 'payment',
     'drawing', 'picture', 'message', 'other')),
  expires_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX record_attachments_by_record ON record_attachments (record_id, record_kind);
CREATE INDEX record_attachments_by_content ON record_attachments (attachment_id);
CREATE INDEX record_attachments_by_expiry ON record_attachments (expires_on) WHERE expires_on IS NOT NULL AND deleted = 0;
