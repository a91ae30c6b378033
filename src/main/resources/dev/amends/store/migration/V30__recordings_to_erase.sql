-- What was recorded with this answer is to be erased, as its caller's data was: 1 until erased_at, however long the
-- folder of recordings can't be used.
ALTER TABLE consent ADD COLUMN to_erase INTEGER NOT NULL DEFAULT 0 CHECK (to_erase IN (0, 1));
CREATE INDEX consent_to_erase ON consent (at) WHERE to_erase = 1 AND erased_at IS NULL;
