-- The opening from which on a caller was told that he is called; nothing: as soon as it is his turn.
ALTER TABLE promise ADD COLUMN opening BIGINT;
