-- What the board of shipments counts without reading the wide rows: those not sent yet, those under way, and the last ended.
-- What the rows have in common stands in the index too: of a table with more than 63 columns SQLite does not see that it is known.
CREATE INDEX shipments_board_before ON shipments (status, planned_on, kind, carrier_id, value_base_minor, deleted, archived)
  WHERE status IN ('draft', 'packed') AND deleted = 0 AND archived = 0;
CREATE INDEX shipments_board_open ON shipments (state, planned_on, kind, carrier_id, value_base_minor, is_open, deleted, archived)
  WHERE is_open = 1 AND deleted = 0 AND archived = 0;
CREATE INDEX shipments_board_ended ON shipments (state_on, state, kind, carrier_id, planned_on, delivered_on, value_base_minor, status,
  is_open, deleted, archived) WHERE is_open = 0 AND status = 'sent' AND deleted = 0 AND archived = 0;
