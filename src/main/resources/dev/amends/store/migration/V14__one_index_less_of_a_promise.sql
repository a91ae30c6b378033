-- A caller waits while his promise is written, and each index is a page more that has to reach the disk. At most one
-- is open for a person on a line, and a matter is a person's on one line: two indexes said the same.
DROP INDEX promise_open_of_matter;
