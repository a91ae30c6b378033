-- Some attempts ask whoever was called back how that was. To the older column purpose they are calls that tell something.
ALTER TABLE attempt ADD COLUMN survey INTEGER NOT NULL DEFAULT 0 CHECK (survey IN (0, 1));

-- Kept promises of which it is decided that nobody is called for that; why stands in their stories.
CREATE TABLE survey_left_out (
  promise_id TEXT NOT NULL PRIMARY KEY REFERENCES promise (id)
);

-- Whose turn it is to be asked.
CREATE INDEX promise_kept ON promise (line, ended_at) WHERE state = 'kept';
