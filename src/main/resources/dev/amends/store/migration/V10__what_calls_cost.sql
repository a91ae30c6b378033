-- What promised calls cost, each in the order of the claims. Until it is known how many minutes one
-- took, as many count as it may take (most); a day is that on which it began, as milliseconds.
CREATE TABLE call_cost (
  nth        INTEGER NOT NULL PRIMARY KEY,
  attempt_id TEXT    NOT NULL REFERENCES attempt (id),
  at         BIGINT  NOT NULL,
  day        BIGINT  NOT NULL,
  most       INTEGER NOT NULL CHECK (most > 0),
  minutes    INTEGER CHECK (minutes BETWEEN 0 AND most)
);
CREATE UNIQUE INDEX call_cost_of_attempt ON call_cost (attempt_id);
CREATE INDEX call_cost_at ON call_cost (at, nth);
CREATE INDEX call_cost_unmeasured ON call_cost (nth) WHERE minutes IS NULL;

-- Their sums: a row a day.
CREATE TABLE day_cost (
  day     BIGINT NOT NULL PRIMARY KEY,
  minutes BIGINT NOT NULL CHECK (minutes >= 0)
);
