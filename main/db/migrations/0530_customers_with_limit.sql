-- Customers who may owe so much and no more are few: who is over it is found without the others.
CREATE INDEX parties_with_limit ON parties (credit_limit_minor) WHERE credit_limit_minor IS NOT NULL;
