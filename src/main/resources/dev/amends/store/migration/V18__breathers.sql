-- A rep's short pause after a hard call; one for a rep and a call. The rep as the dialplan knew him; the member who is
-- paused once it is given.
CREATE TABLE breather (
  id       BIGINT  NOT NULL PRIMARY KEY,
  call_id  TEXT    NOT NULL,
  line     TEXT    NOT NULL,
  rep      TEXT    NOT NULL,
  why      TEXT    NOT NULL,
  wrap_up  BIGINT  NOT NULL CHECK (wrap_up >= 0),
  earned_at BIGINT NOT NULL,
  state    TEXT    NOT NULL CHECK (state IN ('owed', 'running', 'ended')),
  device   TEXT,
  given_at BIGINT,
  until_at BIGINT,
  ended_at BIGINT,
  how      TEXT    NOT NULL DEFAULT '',
  CHECK (state <> 'running' OR (device IS NOT NULL AND given_at IS NOT NULL AND until_at IS NOT NULL)),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX breather_of_call ON breather (call_id, rep);
CREATE INDEX breather_open ON breather (earned_at) WHERE state <> 'ended';
CREATE INDEX breather_earned ON breather (earned_at);
