-- Flags of orders find who shares a phone or an e-mail, however it is written: by the last nine digits, and by the mailbox without
-- what follows a plus (and without dots where the mail service takes no notice of them).
DROP INDEX sales_orders_by_phone;
DROP INDEX parties_by_phone;
CREATE INDEX sales_orders_by_phone ON sales_orders (
  substr(replace(replace(replace(replace(replace(replace(replace(replace(ship_to_phone, '(0)', ''), ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', ''), -9)) WHERE ship_to_phone <> '';
CREATE INDEX parties_by_phone ON parties (
  substr(replace(replace(replace(replace(replace(replace(replace(replace(phone, '(0)', ''), ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', ''), -9)) WHERE phone <> '';
CREATE INDEX parties_by_mailbox ON parties (
  iif(lower(substr(email, instr(email, '@'))) IN ('@gmail.com', '@googlemail.com'), lower(replace(substr(email, 1, iif(instr(email, '+') BETWEEN 1 AND instr(email, '@'), instr(email, '+'), instr(email, '@')) - 1), '.', '')) || '@gmail.com', lower(substr(email, 1, iif(instr(email, '+') BETWEEN 1 AND instr(email, '@'), instr(email, '+'), instr(email, '@')) - 1)) || lower(substr(email, instr(email, '@'))))) WHERE email <> '';
