-- Forecasts with what alerts ask of them in front: which need no content read. They are this copy's own, so they are made
-- anew. And what has come in of goods on order, which says how long goods take.

DROP TABLE forecasts;
CREATE TABLE forecasts (
  product_id INTEGER PRIMARY KEY,
  made_on TEXT NOT NULL,
  -- What it was made from: settings and demand; another value, and it no longer holds.
  fingerprint TEXT NOT NULL,
  -- As it was when the forecast was made; NULL: none could be worked out.
  reorder_milli INTEGER,
  -- Thousandths expected to be asked for a day over the lead time; NULL: not known.
  daily_milli INTEGER,
  -- JSON.
  content TEXT NOT NULL
) STRICT;
CREATE INDEX forecasts_levels ON forecasts (product_id, reorder_milli, daily_milli);

CREATE INDEX expected_goods_received ON expected_goods (product_id, ordered_on, received_on)
  WHERE status = 'received' AND deleted = 0 AND ordered_on IS NOT NULL AND received_on IS NOT NULL;
