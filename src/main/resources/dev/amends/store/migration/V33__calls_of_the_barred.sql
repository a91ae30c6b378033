-- How often a barred caller called all the same, and when last.
ALTER TABLE bar ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bar ADD COLUMN tried_at BIGINT;
