-- The company as its papers show it, in two languages, and the people who use the book.

ALTER TABLE books ADD COLUMN company_name_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN street TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN city TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN postal_code TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN street_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN city_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN region_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN website TEXT NOT NULL DEFAULT '';
-- The month a financial year begins with, 1 to 12.
ALTER TABLE books ADD COLUMN financial_year_month INTEGER NOT NULL DEFAULT 1 CHECK (financial_year_month BETWEEN 1 AND 12);
-- The weekdays on which work is done, as ISO digits: 1 Monday to 7 Sunday, ascending.
ALTER TABLE books ADD COLUMN working_days TEXT NOT NULL DEFAULT '12345' CHECK (working_days NOT GLOB '*[^1-7]*');
ALTER TABLE books ADD COLUMN logo_id INTEGER REFERENCES attachments (id);
ALTER TABLE books ADD COLUMN stamp_id INTEGER REFERENCES attachments (id);

-- Numbers under which offices know the company: registration, VAT, EORI, customs.
CREATE TABLE company_numbers (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('registration', 'tax', 'vat', 'eori', 'customs', 'export_licence', 'other')),
  country TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 1,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

-- A party's bank accounts; the company's own have no party.
CREATE TABLE bank_accounts (
  id INTEGER PRIMARY KEY,
  party_id INTEGER REFERENCES parties (id),
  label TEXT NOT NULL DEFAULT '',
  beneficiary TEXT NOT NULL DEFAULT '',
  bank_name TEXT NOT NULL DEFAULT '',
  bank_address TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL,
  swift TEXT NOT NULL DEFAULT '',
  -- CNAPS, routing, sort code: what banks at home ask for.
  bank_code TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 1,
  salt TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX bank_accounts_by_party ON bank_accounts (party_id);

-- Days that differ from the week's rule: holidays, and days worked in exchange for them.
CREATE TABLE special_days (
  id INTEGER PRIMARY KEY,
  day_on TEXT NOT NULL,
  is_working INTEGER NOT NULL DEFAULT 0 CHECK (is_working IN (0, 1)),
  name TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX special_days_by_day ON special_days (day_on);

ALTER TABLE people ADD COLUMN name_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN phone TEXT NOT NULL DEFAULT '';
