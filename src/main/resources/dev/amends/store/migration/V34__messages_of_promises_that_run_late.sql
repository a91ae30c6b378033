-- How far the message has come that tells him of his last window; none where he is called to hear it.
ALTER TABLE slip ADD COLUMN message TEXT CHECK (message IN ('sending', 'sent', 'failed'));
