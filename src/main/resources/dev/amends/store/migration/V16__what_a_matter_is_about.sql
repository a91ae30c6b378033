-- What a matter is about and what its caller would like to be done: a code; empty when he was asked and skipped it, NULL
-- when he was never asked. Who spoke with him last, and when something was last heard of it (NULL: when it was opened).
ALTER TABLE matter ADD COLUMN reason TEXT;
ALTER TABLE matter ADD COLUMN wish TEXT;
ALTER TABLE matter ADD COLUMN known_by TEXT;
ALTER TABLE matter ADD COLUMN known_at BIGINT;
ALTER TABLE matter ADD COLUMN last_at BIGINT;
ALTER TABLE matter ADD COLUMN closed_why TEXT;
