CREATE TABLE void (
  -- A row is an entry that a later entry took back: its facts are no longer current.
  voided INTEGER PRIMARY KEY REFERENCES entry (number),
  reason TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (number),
  CHECK (voided < entry)
) STRICT;

CREATE TRIGGER void_is_never_updated BEFORE UPDATE ON void BEGIN
  SELECT RAISE(ABORT, 'a void is never changed: record the facts again instead');
END;

CREATE TRIGGER void_is_never_deleted BEFORE DELETE ON void BEGIN
  SELECT RAISE(ABORT, 'a void is never deleted: record the facts again instead');
END;

CREATE TRIGGER void_is_never_replaced BEFORE INSERT ON void
WHEN EXISTS (SELECT 1 FROM void WHERE voided = NEW.voided) BEGIN
  SELECT RAISE(ABORT, 'an entry is voided only once');
END;
