-- What figures of carriers and lanes are made of, without the wide rows. Led by the lane: its newest deliveries are found at once.
CREATE INDEX shipments_measured ON shipments (from_country, ship_to_country, carrier_id, service_id, delivered_on, left_on,
    planned_on, mode, kind, sent_on, has_delivery_days, is_history, is_open, was_damaged, was_lost, weight_grams,
    cost_base_minor, order_count, quiet_days)
  WHERE status = 'sent' AND deleted = 0;
-- The newest deliveries of a carrier, wherever they went.
CREATE INDEX shipments_delivered_by_carrier ON shipments (carrier_id, delivered_on, left_on, mode, service_id, quiet_days)
  WHERE delivered_on IS NOT NULL AND left_on IS NOT NULL AND has_delivery_days = 1 AND status = 'sent' AND deleted = 0;
-- What alerts look for: to be decided by a day, kept until a day, arrived and not received.
CREATE INDEX shipments_to_decide ON shipments (decide_by) WHERE decide_by IS NOT NULL AND decision = '';
CREATE INDEX shipments_kept ON shipments (state_on) WHERE state = 'at_pickup_point' AND is_open = 1;
CREATE INDEX shipments_arrived ON shipments (delivered_on)
  WHERE kind IN ('purchase', 'transfer') AND delivered_on IS NOT NULL AND is_history = 0;
