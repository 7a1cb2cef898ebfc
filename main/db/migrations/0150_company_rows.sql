-- Rows that are the company's own name the book they belong to, so that its history tells of them. Never stored: the rule
-- says which they are.

ALTER TABLE company_numbers ADD COLUMN book_id INTEGER AS (1) VIRTUAL;
ALTER TABLE special_days ADD COLUMN book_id INTEGER AS (1) VIRTUAL;
ALTER TABLE bank_accounts ADD COLUMN book_id INTEGER AS (CASE WHEN party_id IS NULL THEN 1 END) VIRTUAL;
