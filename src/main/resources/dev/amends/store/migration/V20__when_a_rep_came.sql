-- When a rep took the call: how long its caller waited.
ALTER TABLE call ADD COLUMN answered_at BIGINT;
DROP INDEX call_of_person;
CREATE INDEX call_of_person ON call (person_id, at, hung_up_waiting_at, answered_at);
