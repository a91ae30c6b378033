-- In which language the caller asked: he is spoken to in it when he is called.
ALTER TABLE promise ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
