-- Numbers from which a supervisor takes no calls for a while; he bars the person, so all of his numbers. Older ones stay
-- for review.
CREATE TABLE bar (
  id        BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES person (id),
  number    TEXT   NOT NULL,
  reason    TEXT   NOT NULL,
  since     BIGINT NOT NULL,
  until_at  BIGINT NOT NULL,
  lifted_at BIGINT,
  CHECK (until_at > since)
);
CREATE INDEX bar_number ON bar (number);
CREATE INDEX bar_person ON bar (person_id);
CREATE INDEX bar_since ON bar (since);
