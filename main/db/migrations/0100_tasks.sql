-- What people have to do, on any record or on none, and what they said of computed alerts.

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  record_kind TEXT NOT NULL DEFAULT '',
  record_id INTEGER,
  due_on TEXT,
  person_id INTEGER REFERENCES people (id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'cancelled')),
  done_on TEXT,
  -- Every `repeat_every` units a new one follows, counted from the day it was due, until `repeat_until`.
  repeat_unit TEXT NOT NULL DEFAULT '' CHECK (repeat_unit IN ('', 'day', 'working_day', 'week', 'month', 'year')),
  repeat_every INTEGER NOT NULL DEFAULT 1 CHECK (repeat_every > 0),
  repeat_until TEXT,
  -- The task that this one follows; and the day of the month or year that the series aims at.
  follows_id INTEGER REFERENCES tasks (id),
  series_on TEXT,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX tasks_by_record ON tasks (record_id, record_kind);
CREATE INDEX tasks_open_by_day ON tasks (due_on) WHERE status = 'open' AND deleted = 0;
CREATE INDEX tasks_list_by_day ON tasks (deleted, archived, due_on);

CREATE TABLE task_items (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  is_done INTEGER NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX task_items_by_task ON task_items (task_id);

-- An alert itself is computed and never stored; a mark holds for the one cause it was set on.
CREATE TABLE alert_marks (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  record_kind TEXT NOT NULL DEFAULT '',
  record_id INTEGER,
  -- Tells alerts of one rule and record apart (a currency, say).
  detail TEXT NOT NULL DEFAULT '',
  -- What brought the alert up; when that changes, the mark no longer speaks of it.
  cause TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('snoozed', 'done')),
  until_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((state = 'snoozed') = (until_on IS NOT NULL))
) STRICT;
CREATE INDEX alert_marks_by_rule ON alert_marks (rule, record_id);

-- How the book wants a rule: switched off, or with another number of days.
CREATE TABLE alert_settings (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
  days INTEGER CHECK (days >= 0),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX alert_settings_by_rule ON alert_settings (rule);
