-- The papers of a customer: their panel, and the search when they are renamed.

CREATE INDEX papers_by_party ON papers (party_id) WHERE party_id IS NOT NULL;
