-- Exchange rates: 1 from_currency = rate to_currency on a day.

CREATE TABLE rates (
  id INTEGER PRIMARY KEY,
  from_currency TEXT NOT NULL,
  to_currency TEXT NOT NULL,
  rate_on TEXT NOT NULL,
  rate TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (from_currency <> to_currency)
) STRICT;
CREATE INDEX rates_by_pair ON rates (from_currency, to_currency, rate_on);
CREATE INDEX rates_by_day ON rates (deleted, rate_on);
