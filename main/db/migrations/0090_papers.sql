-- Documents as they stood, and the papers made from them. `record_kind` is no enum here: any feature brings its own kinds.

-- A document (a sales order, say) as it was when it was confirmed, sent, or changed after that. Never changed, never
-- taken back.
CREATE TABLE document_versions (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  cause TEXT NOT NULL CHECK (cause IN ('before', 'confirmed', 'sent', 'changed')),
  -- The whole document as JSON, with the names it referred to.
  snapshot TEXT NOT NULL,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8)))
) STRICT;
CREATE INDEX document_versions_by_record ON document_versions (record_kind, record_id, version);

-- A template of the user's own: the whole file. Templates that come with the program are not in here.
CREATE TABLE paper_templates (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX paper_templates_by_kind ON paper_templates (kind);

-- What a paper was made of and what came out, by hash: template and data as text, the page as deflated HTML.
CREATE TABLE paper_contents (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  template TEXT NOT NULL,
  data TEXT NOT NULL,
  html BLOB NOT NULL,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8)))
) STRICT;
CREATE INDEX paper_contents_by_hash ON paper_contents (hash);

CREATE TABLE papers (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  -- The document it was made from; none for a price list or labels.
  record_kind TEXT NOT NULL DEFAULT '',
  record_id INTEGER,
  version_id INTEGER REFERENCES document_versions (id),
  party_id INTEGER REFERENCES parties (id),
  content_id INTEGER NOT NULL REFERENCES paper_contents (id),
  template_name TEXT NOT NULL,
  template_version TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh-CN', 'both')),
  page_size TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  currency TEXT NOT NULL DEFAULT '',
  total_minor INTEGER,
  status TEXT NOT NULL DEFAULT 'issued' CHECK (status IN ('issued', 'sent', 'void')),
  sent_on TEXT,
  sent_to TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX papers_by_number ON papers (number);
CREATE INDEX papers_by_record ON papers (record_id, record_kind);
CREATE INDEX papers_list_by_day ON papers (deleted, archived, issued_on);
CREATE INDEX papers_list_by_number ON papers (deleted, archived, number);
