-- What a caller told of what happened: a recording by the id of the answer with which he agreed to it. It goes with his
-- matter, if his number is known. length_ms: how long he spoke; text: what it says, once a command has heard it.
CREATE TABLE story (
  id        TEXT   NOT NULL PRIMARY KEY REFERENCES consent (id),
  call_id   TEXT   NOT NULL,
  matter_id BIGINT REFERENCES matter (id),
  begun_at  BIGINT NOT NULL,
  length_ms BIGINT CHECK (length_ms > 0),
  empty     INTEGER NOT NULL DEFAULT 0 CHECK (empty IN (0, 1)),
  text      TEXT,
  text_at   BIGINT,
  CHECK ((text IS NULL) = (text_at IS NULL))
);
CREATE INDEX story_of_matter ON story (matter_id, begun_at) WHERE matter_id IS NOT NULL;
CREATE INDEX story_of_call ON story (call_id, begun_at);
CREATE INDEX story_without_text ON story (begun_at)
  WHERE text IS NULL AND length_ms IS NOT NULL AND empty = 0;
