-- Something else than a call that was promised: its owner is asked when it is due. One that is not
-- kept (overdue_at) is a task for a person until somebody has seen to it (seen_at, note).
CREATE TABLE action_promise (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  matter_id   BIGINT  NOT NULL REFERENCES matter (id),
  person_id   BIGINT  NOT NULL REFERENCES person (id),
  number      TEXT    NOT NULL REFERENCES number (e164) ON UPDATE CASCADE,
  line        TEXT    NOT NULL,
  language    TEXT    NOT NULL,
  code        TEXT    NOT NULL,
  deed        TEXT    NOT NULL,
  owner       TEXT    NOT NULL,
  due_by      BIGINT  NOT NULL,
  promised_at BIGINT  NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN
                ('open', 'placed', 'asked', 'overdue', 'done', 'withdrawn')),
  version     INTEGER NOT NULL CHECK (version > 0),
  unanswered  INTEGER NOT NULL CHECK (unanswered >= 0),
  ask_from    BIGINT,
  attempt_id  TEXT,
  asked_since BIGINT,
  overdue_at  BIGINT,
  why         TEXT,
  ended_at    BIGINT,
  seen_at     BIGINT,
  note        TEXT,
  CHECK ((state = 'open') = (ask_from IS NOT NULL)),
  CHECK ((state IN ('placed', 'asked')) = (attempt_id IS NOT NULL)),
  CHECK ((attempt_id IS NULL) = (asked_since IS NULL)),
  CHECK (state <> 'overdue' OR overdue_at IS NOT NULL),
  CHECK ((overdue_at IS NULL) = (why IS NULL)),
  CHECK ((state IN ('done', 'withdrawn')) = (ended_at IS NOT NULL)),
  CHECK ((seen_at IS NULL) = (note IS NULL))
);
CREATE INDEX action_open ON action_promise (ask_from) WHERE state = 'open';
CREATE UNIQUE INDEX action_attempt ON action_promise (attempt_id) WHERE attempt_id IS NOT NULL;
CREATE INDEX action_not_ended ON action_promise (due_by)
  WHERE state IN ('open', 'placed', 'asked', 'overdue');
CREATE INDEX action_ended ON action_promise (ended_at) WHERE state IN ('done', 'withdrawn');
CREATE INDEX action_task_open ON action_promise (overdue_at)
  WHERE overdue_at IS NOT NULL AND seen_at IS NULL;
CREATE INDEX action_task_done ON action_promise (seen_at) WHERE seen_at IS NOT NULL;

-- Its story, in the order it happened.
CREATE TABLE action_entry (
  promise_id TEXT    NOT NULL REFERENCES action_promise (id),
  nth        INTEGER NOT NULL,
  at         BIGINT  NOT NULL,
  attempt_id TEXT,
  what       TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  PRIMARY KEY (promise_id, nth)
);
