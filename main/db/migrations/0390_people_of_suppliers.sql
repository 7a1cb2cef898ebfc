-- Who signed, judged, decided or kept something: an undo asks what leans on a person.
CREATE INDEX supply_status_changes_by_person ON supply_status_changes (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX admission_items_by_person ON admission_items (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX supplier_judgements_by_person ON supplier_judgements (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX score_runs_by_person ON score_runs (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX grade_exceptions_by_person ON grade_exceptions (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX supplier_decisions_by_person ON supplier_decisions (person_id) WHERE person_id IS NOT NULL;
