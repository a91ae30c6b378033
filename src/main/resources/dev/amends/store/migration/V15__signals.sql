-- What was seen of callers and may matter later: for how upset somebody is when he calls again, and for what was learned.
-- Of a call or, where we had called him, of that attempt.
CREATE TABLE signal (
  id        BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES person (id),
  line      TEXT   NOT NULL,
  call_id   TEXT,
  kind      TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  detail    TEXT   NOT NULL
);
CREATE INDEX signal_of_person ON signal (person_id, at);
CREATE INDEX signal_at ON signal (at);
