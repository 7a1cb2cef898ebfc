-- The calendar asks by day; and a repeating task may be put off without its series losing its own days.

-- The day of its series that a repeating task stands for; `due_on` is where someone has put it.
ALTER TABLE tasks ADD COLUMN aims_on TEXT;

CREATE INDEX sales_orders_by_required ON sales_orders (required_on)
  WHERE required_on IS NOT NULL AND deleted = 0 AND archived = 0;
CREATE INDEX sales_orders_by_shipped ON sales_orders (shipped_on)
  WHERE shipped_on IS NOT NULL AND deleted = 0 AND archived = 0;
CREATE INDEX tasks_by_follows ON tasks (follows_id) WHERE follows_id IS NOT NULL;
