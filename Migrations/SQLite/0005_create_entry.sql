CREATE TABLE entry (
  -- A row is one commit to the book. Every fact names the entry that recorded it.
  number INTEGER PRIMARY KEY,        -- its place in the book, from 1 on
  recorded_at INTEGER NOT NULL,      -- clock at recording, UTC milliseconds; never falls
  command TEXT NOT NULL,             -- the command that recorded it
  source TEXT,                       -- the file or citation that it comes from
  source_digest TEXT,                -- SHA-256 of that file, hexadecimal
  note TEXT,
  events INTEGER NOT NULL CHECK (events >= 0),                    -- how many it recorded
  audience_counts INTEGER NOT NULL CHECK (audience_counts >= 0),  -- likewise
  sales INTEGER NOT NULL CHECK (sales >= 0),                      -- likewise
  import INTEGER REFERENCES entry (number)  -- the first entry of the file that it is a chunk of
) STRICT;

CREATE INDEX entry_by_import ON entry (import) WHERE import IS NOT NULL;

CREATE TRIGGER entry_is_never_updated BEFORE UPDATE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed: record a new one that corrects it');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted: record a new one that corrects it');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN NEW.number <= (SELECT max(number) FROM entry) BEGIN
  SELECT RAISE(ABORT, 'an entry is only ever added after the last one');
END;
