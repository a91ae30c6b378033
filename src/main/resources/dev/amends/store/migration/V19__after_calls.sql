-- What a rep said came of a call, and what its caller said of it. A call is named by its own id, or by that of the
-- attempt by which we had called him. A withheld number has no person.
CREATE TABLE closing (
  call_id   TEXT   NOT NULL PRIMARY KEY,
  person_id BIGINT REFERENCES person (id),
  line      TEXT   NOT NULL,
  rep       TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  came      TEXT   NOT NULL CHECK (came IN ('solved', 'not-solved', 'promised')),
  mistake   TEXT CHECK (mistake IN ('ours', 'his', 'another', 'nobody')),
  remedy    TEXT CHECK (remedy IN ('put-right', 'made-good', 'passed-on', 'nothing'))
);
CREATE INDEX closing_of_person ON closing (person_id);
CREATE INDEX closing_at ON closing (at);

CREATE TABLE survey (
  call_id   TEXT   NOT NULL PRIMARY KEY,
  person_id BIGINT REFERENCES person (id),
  line      TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  mark      INTEGER CHECK (mark BETWEEN 1 AND 5),
  solved    INTEGER CHECK (solved IN (0, 1))
);
CREATE INDEX survey_of_person ON survey (person_id);
CREATE INDEX survey_at ON survey (at);

-- Calls by the time at which they came: reports look at a period, and old ones go. They come in this order, so the
-- index grows at its end.
CREATE INDEX call_at ON call (at);

-- When the last record of a person has gone, so does his number: whether it is the last is asked by these.
CREATE INDEX flag_of_person ON flag (person_id);
CREATE INDEX action_of_person ON action_promise (person_id);
