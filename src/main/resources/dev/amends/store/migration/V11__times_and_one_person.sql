-- How many callers came to a line in which hour since 1970: what times of the callers' choosing are
-- reckoned from. Counted with each call; those of before once, here.
CREATE TABLE line_arrivals (
  line  TEXT   NOT NULL,
  hour  BIGINT NOT NULL,
  calls BIGINT NOT NULL CHECK (calls > 0),
  PRIMARY KEY (line, hour)
);
INSERT INTO line_arrivals (line, hour, calls)
  SELECT line, at / 3600000, count(*) FROM call GROUP BY line, at / 3600000;

-- For when calls were promised that have a time of their own: few, whatever else is promised.
CREATE INDEX promise_booked ON promise (line, coalesce(ordered_for, agreed_from, opening))
  WHERE state IN ('unspoken', 'promised', 'dialing')
    AND coalesce(ordered_for, agreed_from, opening) IS NOT NULL;

-- Two numbers that our own people know to be one person's: whose rows went to whom, so that it can be
-- undone. What came after the link stays where it is.
CREATE TABLE person_link (
  id          BIGINT NOT NULL PRIMARY KEY,
  number      TEXT   NOT NULL REFERENCES number (e164),
  person_from BIGINT NOT NULL REFERENCES person (id),
  person_to   BIGINT NOT NULL REFERENCES person (id),
  at          BIGINT NOT NULL,
  undone_at   BIGINT
);
CREATE INDEX person_link_of_number ON person_link (number) WHERE undone_at IS NULL;
CREATE TABLE person_link_row (
  link_id BIGINT NOT NULL REFERENCES person_link (id),
  what    TEXT   NOT NULL,
  row_id  TEXT   NOT NULL,
  PRIMARY KEY (link_id, what, row_id)
);
