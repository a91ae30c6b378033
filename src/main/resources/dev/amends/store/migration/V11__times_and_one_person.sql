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
