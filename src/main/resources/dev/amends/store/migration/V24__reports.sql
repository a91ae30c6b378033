-- Reports look at what was promised in a period, and at the matters of its callers.
CREATE INDEX matter_of_person ON matter (person_id, line, opened_at);
CREATE INDEX action_promised ON action_promise (promised_at);

-- What was promised at the end of a call, if it was an action.
ALTER TABLE closing ADD COLUMN action_id TEXT;
CREATE INDEX closing_of_action ON closing (action_id) WHERE action_id IS NOT NULL;
