-- The words of people, and about them, stand apart from the facts, so that they can be forgotten
-- while the digests of the facts stay what they are.

CREATE TABLE person_text (
  -- A row is words of a person, or about one: a name, a reason, a note. Facts hold its hash.
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),  -- SHA-256 of salt and text, hexadecimal
  salt TEXT CHECK (length(salt) = 32),  -- 16 random bytes, hexadecimal; null once forgotten
  text TEXT,                            -- the words; null once forgotten
  CHECK ((salt IS NULL) = (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX person_text_by_text ON person_text (text) WHERE text IS NOT NULL;

CREATE TABLE forgotten_text (
  -- A row is words that were forgotten, and the entry that did it.
  hash TEXT PRIMARY KEY,             -- as in person_text
  entry INTEGER NOT NULL REFERENCES entry (number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_text_is_never_updated BEFORE UPDATE ON person_text BEGIN
  SELECT RAISE(ABORT, 'words are never changed: they can only be forgotten');
END;

CREATE TRIGGER person_text_is_never_deleted BEFORE DELETE ON person_text BEGIN
  SELECT RAISE(ABORT, 'words are never deleted: they can only be forgotten');
END;

CREATE TRIGGER person_text_is_never_replaced BEFORE INSERT ON person_text
WHEN EXISTS (SELECT 1 FROM person_text WHERE hash = NEW.hash OR text = NEW.text) BEGIN
  SELECT RAISE(ABORT, 'words are never replaced: they are there already');
END;

CREATE TRIGGER forgotten_text_is_never_updated BEFORE UPDATE ON forgotten_text BEGIN
  SELECT RAISE(ABORT, 'what was forgotten is never changed');
END;

CREATE TRIGGER forgotten_text_is_never_deleted BEFORE DELETE ON forgotten_text BEGIN
  SELECT RAISE(ABORT, 'what was forgotten is never deleted');
END;

CREATE TRIGGER forgotten_text_is_never_replaced BEFORE INSERT ON forgotten_text
WHEN EXISTS (SELECT 1 FROM forgotten_text WHERE hash = NEW.hash) BEGIN
  SELECT RAISE(ABORT, 'words are forgotten only once');
END;

-- How the digest of an entry is made: 1 for the entries so far, 2 from now on.
ALTER TABLE digest ADD COLUMN recipe INTEGER NOT NULL DEFAULT 1 CHECK (recipe IN (1, 2));
