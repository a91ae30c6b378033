-- How many tries ended so: each outcome has its own rule. Forgiven ones stay in their own column.
ALTER TABLE promise ADD COLUMN tries_busy INTEGER NOT NULL DEFAULT 0 CHECK (tries_busy >= 0);
ALTER TABLE promise ADD COLUMN tries_no_answer INTEGER NOT NULL DEFAULT 0 CHECK (tries_no_answer >= 0);
ALTER TABLE promise ADD COLUMN tries_machine INTEGER NOT NULL DEFAULT 0 CHECK (tries_machine >= 0);
ALTER TABLE promise ADD COLUMN tries_not_now INTEGER NOT NULL DEFAULT 0 CHECK (tries_not_now >= 0);
ALTER TABLE promise ADD COLUMN tries_gave_up_holding INTEGER NOT NULL DEFAULT 0 CHECK (tries_gave_up_holding >= 0);
ALTER TABLE promise ADD COLUMN tries_failed INTEGER NOT NULL DEFAULT 0 CHECK (tries_failed >= 0);
UPDATE promise SET
  tries_busy = (SELECT count(*) FROM attempt a WHERE a.promise_id = promise.id
    AND a.outcome IN ('busy', 'declined')),
  tries_no_answer = (SELECT count(*) FROM attempt a WHERE a.promise_id = promise.id
    AND a.outcome IN ('no_answer', 'unknown')),
  tries_machine = (SELECT count(*) FROM attempt a WHERE a.promise_id = promise.id
    AND a.outcome = 'no_key'),
  tries_not_now = (SELECT count(*) FROM attempt a WHERE a.promise_id = promise.id
    AND a.outcome = 'not_now'),
  tries_gave_up_holding = (SELECT count(*) FROM attempt a WHERE a.promise_id = promise.id
    AND a.outcome IN ('gave_up_holding', 'cut_short')),
  tries_failed = (SELECT count(*) FROM attempt a WHERE a.promise_id = promise.id
    AND a.outcome = 'failed')
WHERE state IN ('unspoken', 'promised', 'dialing');

-- For when one of our own people ordered it.
ALTER TABLE promise ADD COLUMN ordered_for BIGINT;

-- A message was left; only with the outcome no_key.
ALTER TABLE attempt ADD COLUMN message_left INTEGER NOT NULL DEFAULT 0 CHECK (message_left IN (0, 1));

-- A broken promise is a task for a person, those of before as well.
CREATE TABLE task (
  promise_id TEXT   NOT NULL PRIMARY KEY REFERENCES promise (id),
  person_id  BIGINT NOT NULL REFERENCES person (id),
  line       TEXT   NOT NULL,
  since      BIGINT NOT NULL,
  why        TEXT   NOT NULL,
  done_at    BIGINT CHECK (done_at >= since),
  note       TEXT,
  CHECK ((done_at IS NULL) = (note IS NULL))
);
CREATE INDEX task_open ON task (since) WHERE done_at IS NULL;
CREATE INDEX task_open_of_person ON task (person_id, line) WHERE done_at IS NULL;
CREATE INDEX task_done ON task (done_at) WHERE done_at IS NOT NULL;
INSERT INTO task (promise_id, person_id, line, since, why)
  SELECT p.id, p.person_id, p.line, p.ended_at,
    coalesce((SELECT e.reason FROM ledger_entry e WHERE e.promise_id = p.id
      ORDER BY e.nth DESC LIMIT 1), 'not known any more')
  FROM promise p WHERE p.state = 'broken';
