-- Between which times a promised call was said to come; nothing was said when nothing was known.
ALTER TABLE promise ADD COLUMN window_from BIGINT;
ALTER TABLE promise ADD COLUMN window_to BIGINT;

-- What a line has gone through, boiled down to a few sums under fixed names. Written over and over,
-- never grows: see Experience.
CREATE TABLE line_experience (
  line    TEXT   NOT NULL,
  what    TEXT   NOT NULL,
  weight  DOUBLE PRECISION NOT NULL,
  total   DOUBLE PRECISION NOT NULL,
  squares DOUBLE PRECISION NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (line, what)
);
