-- Times are milliseconds since 1970 and always passed in. Ids that are numbers are drawn at random
-- by the program, so that several nodes never meet. Plain SQL, also for PostgreSQL.

CREATE TABLE person (
  id         BIGINT NOT NULL PRIMARY KEY,
  created_at BIGINT NOT NULL
);

-- A person may have several numbers. E.164 with its plus sign.
CREATE TABLE number (
  e164      TEXT   NOT NULL PRIMARY KEY CHECK (e164 LIKE '+%' AND length(e164) BETWEEN 6 AND 16),
  person_id BIGINT NOT NULL REFERENCES person (id),
  added_at  BIGINT NOT NULL
);
CREATE INDEX number_of_person ON number (person_id);

-- One person's one problem on one line; at most one is open.
CREATE TABLE matter (
  id        BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES person (id),
  line      TEXT   NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT CHECK (closed_at >= opened_at)
);
CREATE UNIQUE INDEX matter_open ON matter (person_id, line) WHERE closed_at IS NULL;

-- Past calls. Written behind, in groups; a withheld number has no person.
CREATE TABLE call (
  id                 TEXT   NOT NULL PRIMARY KEY,
  person_id          BIGINT REFERENCES person (id),
  line               TEXT   NOT NULL,
  at                 BIGINT NOT NULL,
  effective_arrival  BIGINT NOT NULL,
  route              TEXT   NOT NULL,
  reason             TEXT   NOT NULL,
  hung_up_waiting_at BIGINT
);
-- Covers the question for a caller's history: his rows only, and the table itself is not read.
CREATE INDEX call_of_person ON call (person_id, at, hung_up_waiting_at);

-- At most one flag of a person counts; older ones stay for review.
CREATE TABLE flag (
  id          BIGINT NOT NULL PRIMARY KEY,
  person_id   BIGINT NOT NULL REFERENCES person (id),
  reason      TEXT   NOT NULL,
  since       BIGINT NOT NULL,
  fades_at    BIGINT NOT NULL,
  replaced_at BIGINT
);
CREATE UNIQUE INDEX flag_current ON flag (person_id) WHERE replaced_at IS NULL;

CREATE TABLE promise (
  id                TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  kind              TEXT    NOT NULL CHECK (kind IN ('callback')),
  matter_id         BIGINT  NOT NULL REFERENCES matter (id),
  person_id         BIGINT  NOT NULL REFERENCES person (id),
  number            TEXT    NOT NULL REFERENCES number (e164) ON UPDATE CASCADE,
  line              TEXT    NOT NULL,
  effective_arrival BIGINT  NOT NULL,
  asked_at          BIGINT  NOT NULL,
  asked_in          TEXT    NOT NULL,
  step              INTEGER NOT NULL,
  state             TEXT    NOT NULL CHECK (state IN
                      ('unspoken', 'promised', 'dialing', 'kept', 'withdrawn', 'broken')),
  version           INTEGER NOT NULL CHECK (version > 0),
  tries_made        INTEGER NOT NULL CHECK (tries_made >= 0),
  forgiven       INTEGER NOT NULL CHECK (forgiven >= 0),
  not_before        BIGINT,
  ended_at          BIGINT,
  CHECK ((state = 'promised') = (not_before IS NOT NULL)),
  CHECK ((state IN ('kept', 'withdrawn', 'broken')) = (ended_at IS NOT NULL))
);
-- The same order asked twice is one promise.
CREATE UNIQUE INDEX promise_request ON promise (asked_in, step);
CREATE UNIQUE INDEX promise_open_of_matter ON promise (matter_id)
  WHERE state IN ('unspoken', 'promised', 'dialing');
CREATE UNIQUE INDEX promise_open_of_person ON promise (person_id, line)
  WHERE state IN ('unspoken', 'promised', 'dialing');
CREATE INDEX promise_open ON promise (asked_at)
  WHERE state IN ('unspoken', 'promised', 'dialing');
CREATE INDEX promise_unspoken ON promise (asked_at) WHERE state = 'unspoken';
CREATE INDEX promise_in_order ON promise (effective_arrival, asked_at, id)
  WHERE state = 'promised';
CREATE INDEX promise_ended ON promise (ended_at)
  WHERE state IN ('kept', 'withdrawn', 'broken');
CREATE INDEX promise_number ON promise (number);

-- nth counts a promise's attempts from 1.
CREATE TABLE attempt (
  id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  promise_id TEXT    NOT NULL REFERENCES promise (id),
  nth        INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('intent', 'claimed', 'answered', 'ended')),
  created_at BIGINT  NOT NULL,
  changed_at BIGINT  NOT NULL,
  outcome    TEXT CHECK (outcome IN
               ('kept', 'void', 'busy', 'no_answer', 'no_key', 'declined', 'not_now',
                'no_longer_needed', 'gave_up_holding', 'cut_short', 'rep_left', 'congestion', 'failed',
                'unknown')),
  CHECK ((state = 'ended') = (outcome IS NOT NULL))
);
CREATE UNIQUE INDEX attempt_of_promise ON attempt (promise_id, nth);
CREATE UNIQUE INDEX attempt_live_of_promise ON attempt (promise_id)
  WHERE state IN ('intent', 'claimed', 'answered');
CREATE INDEX attempt_live ON attempt (created_at)
  WHERE state IN ('intent', 'claimed', 'answered');

-- A promise's story, in the order it happened.
CREATE TABLE ledger_entry (
  promise_id TEXT    NOT NULL REFERENCES promise (id),
  nth        INTEGER NOT NULL,
  at         BIGINT  NOT NULL,
  attempt_id TEXT REFERENCES attempt (id),
  what       TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  PRIMARY KEY (promise_id, nth)
);
