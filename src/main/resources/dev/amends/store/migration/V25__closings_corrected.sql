-- The matter that was closed because its rep said so: open again when he corrects himself.
ALTER TABLE closing ADD COLUMN matter_id BIGINT;
