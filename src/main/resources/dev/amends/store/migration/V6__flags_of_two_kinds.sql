-- A flag says upset or abusive, and who set it; one of each kind counts.
ALTER TABLE flag ADD COLUMN kind TEXT NOT NULL DEFAULT 'upset' CHECK (kind IN ('upset', 'abusive'));
-- The rep as his queue knows him; empty when it was an order.
ALTER TABLE flag ADD COLUMN flagged_by TEXT NOT NULL DEFAULT '';
DROP INDEX flag_current;
CREATE UNIQUE INDEX flag_current ON flag (person_id, kind) WHERE replaced_at IS NULL;
CREATE INDEX flag_since ON flag (since);
