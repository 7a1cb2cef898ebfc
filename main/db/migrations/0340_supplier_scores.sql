-- What people judge of suppliers, scores that were kept, exceptions from a grade, and what was decided.

CREATE TABLE supplier_judgements (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  dimension TEXT NOT NULL CHECK (dimension IN
    ('capacity', 'quality', 'price', 'delivery', 'reputation', 'trade_policy', 'service')),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  judged_on TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX supplier_judgements_by_party ON supplier_judgements (party_id, dimension, judged_on);

-- A period that was kept, never changed: the newest says which grade holds.
CREATE TABLE score_runs (
  id INTEGER PRIMARY KEY,
  made_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  as_of TEXT NOT NULL,
  -- Criteria, weights, targets, grades, shrinkage, half-life and tolerances, as JSON.
  parameters TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  person_id INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX score_runs_by_period ON score_runs (to_on);

CREATE TABLE score_run_items (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES score_runs (id),
  party_id INTEGER NOT NULL REFERENCES parties (id),
  -- NULL: nothing could be scored.
  score REAL,
  -- Before the pull towards the peers' mean.
  own_score REAL,
  rank INTEGER,
  grade TEXT NOT NULL DEFAULT '',
  previous_grade TEXT NOT NULL DEFAULT '',
  cases INTEGER NOT NULL DEFAULT 0,
  coverage REAL,
  -- Every figure and every criterion's score, as JSON.
  figures TEXT NOT NULL
) STRICT;
CREATE INDEX score_run_items_by_run ON score_run_items (run_id, party_id);
CREATE INDEX score_run_items_by_party ON score_run_items (party_id, run_id);

-- What a grade forbids, allowed after all until a day.
CREATE TABLE grade_exceptions (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  reason TEXT NOT NULL,
  given_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id),
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (until_on >= given_on)
) STRICT;
CREATE INDEX grade_exceptions_by_party ON grade_exceptions (party_id, until_on);

-- What was proposed for a supplier and what the seller decided. Dated actions are tasks on it.
CREATE TABLE supplier_decisions (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES parties (id),
  run_id INTEGER REFERENCES score_runs (id),
  proposed TEXT NOT NULL DEFAULT '' CHECK (proposed IN ('', 'grow', 'keep', 'improve', 'replace')),
  decided TEXT NOT NULL CHECK (decided IN ('grow', 'keep', 'improve', 'replace')),
  decided_on TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id),
  note TEXT NOT NULL DEFAULT '',
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX supplier_decisions_by_party ON supplier_decisions (party_id, decided_on);
