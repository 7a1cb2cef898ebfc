-- Shipments that have not left, by what they say: after a merge goods may have left by them all the same.
CREATE INDEX shipments_not_sent ON shipments (status, number, kind, deleted) WHERE status <> 'sent';
