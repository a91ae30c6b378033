-- Matters go once nothing refers to them. Found in the order in which they were opened, so the index grows at its end;
-- that a promise refers to one is asked of ended promises here, so that no caller waits for a page more, and of open
-- ones by their person and line.
CREATE INDEX matter_opened ON matter (opened_at);
CREATE INDEX promise_ended_of_matter ON promise (matter_id) WHERE state IN ('kept', 'withdrawn', 'broken');
