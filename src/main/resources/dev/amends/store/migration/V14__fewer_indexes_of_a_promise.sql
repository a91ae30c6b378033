-- A caller waits while his promise is written, and each index is a page more that has to reach the disk.

-- At most one is open for a person on a line, and a matter is a person's on one line.
DROP INDEX promise_open_of_matter;
-- What was promised to a number is found among what was promised to its block of a thousand.
DROP INDEX promise_to_number;
