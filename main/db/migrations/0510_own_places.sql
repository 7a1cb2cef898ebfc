-- Places of our own that stand as suppliers: what came from them is no purchase.
CREATE INDEX parties_own ON parties (supply_kind) WHERE supply_kind = 'own';
