-- Some attempts only tell him that he is called later, and when.
ALTER TABLE attempt ADD COLUMN purpose TEXT NOT NULL DEFAULT 'call' CHECK (purpose IN ('call', 'tell'));

-- What was done for a promise since it ran late; the window that holds is the promise's own, those
-- that did not hold are in its story.
CREATE TABLE slip (
  promise_id TEXT    NOT NULL PRIMARY KEY REFERENCES promise (id),
  raised_at  BIGINT,
  given      INTEGER NOT NULL CHECK (given >= 0),
  given_at   BIGINT,
  handed_at  BIGINT,
  CHECK ((given = 0) = (given_at IS NULL))
);
