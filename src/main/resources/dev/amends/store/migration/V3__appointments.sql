-- A callback that one rep promised for a time: both or neither.
ALTER TABLE promise ADD COLUMN agreed_rep TEXT CHECK (length(agreed_rep) BETWEEN 3 AND 121);
ALTER TABLE promise ADD COLUMN agreed_from BIGINT CHECK ((agreed_rep IS NULL) = (agreed_from IS NULL));
