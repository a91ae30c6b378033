-- What somebody answered when he was asked whether he may be recorded: the proof. With a yes the id is the beginning of
-- the names of the files that come of it; erased_at says since when there are none any more, and why.
CREATE TABLE consent (
  id         TEXT   NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  call_id    TEXT   NOT NULL,
  line       TEXT   NOT NULL,
  number     TEXT   REFERENCES number (e164) ON UPDATE CASCADE,
  answer     TEXT   NOT NULL CHECK (answer IN ('yes', 'no', 'silent')),
  key        TEXT   NOT NULL,
  prompt     TEXT   NOT NULL,
  wording    TEXT   NOT NULL,
  at         BIGINT NOT NULL,
  erased_at  BIGINT,
  erased_why TEXT,
  CHECK ((erased_at IS NULL) = (erased_why IS NULL))
);
CREATE INDEX consent_at ON consent (at);
CREATE INDEX consent_of_call ON consent (call_id, at);
CREATE INDEX consent_of_number ON consent (number) WHERE number IS NOT NULL;
CREATE INDEX consent_kept ON consent (at) WHERE answer = 'yes' AND erased_at IS NULL;
