-- Payouts that are not recorded as a payment: few, whatever was ever paid out.
CREATE INDEX settlements_waiting ON settlements (coalesce(deposited_on, ends_on))
  WHERE payment_id IS NULL AND deleted = 0 AND archived = 0;
