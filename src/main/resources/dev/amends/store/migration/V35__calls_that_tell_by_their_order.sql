-- Which calls were to tell him of his last window: those after this one of his attempts. Times do not say it, as clocks are put back.
ALTER TABLE slip ADD COLUMN given_after BIGINT NOT NULL DEFAULT 0;
UPDATE slip SET given_after = coalesce((SELECT max(a.nth) FROM attempt a
  WHERE a.promise_id = slip.promise_id AND a.created_at < slip.given_at), 0);
-- That a person has it is forgotten with each new window.
UPDATE slip SET handed_at = NULL WHERE handed_at < given_at;
