-- Deleted dispatches are few: whatever still points at one is found by them.
CREATE INDEX dispatches_deleted ON dispatches (id) WHERE deleted = 1;
