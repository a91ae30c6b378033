-- The number from which a promise was asked for: not always the one to call, and empty when
-- withheld. The call in which the promised caller waits himself meanwhile.
ALTER TABLE promise ADD COLUMN asked_by TEXT;
ALTER TABLE promise ADD COLUMN waits_in TEXT;
UPDATE promise SET asked_by = number;

CREATE INDEX promise_open_asked_by ON promise (asked_by)
  WHERE state IN ('unspoken', 'promised', 'dialing');
CREATE UNIQUE INDEX promise_present ON promise (waits_in) WHERE waits_in IS NOT NULL;

-- What was promised lately: to one number, to a block of a thousand numbers, in all.
DROP INDEX promise_number;
CREATE INDEX promise_to_number ON promise (number, asked_at);
CREATE INDEX promise_to_block ON promise ((substr(number, 1, length(number) - 3)), asked_at);
CREATE INDEX promise_lately ON promise (asked_at);

-- Numbers that a person has put out of bounds.
CREATE TABLE blocked (
  number TEXT   NOT NULL PRIMARY KEY,
  reason TEXT   NOT NULL,
  since  BIGINT NOT NULL
);
