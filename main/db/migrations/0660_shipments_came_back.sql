-- What came back to us, by what was heard: alerts ask which of it nobody took in.
CREATE INDEX shipments_came_back ON shipments (state_on) WHERE state = 'returned' OR (kind = 'return' AND state = 'delivered');
