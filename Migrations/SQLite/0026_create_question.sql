CREATE TABLE question (
  -- A row is a version of a saved question: a statement that only reads, under a name. Of several
  -- of a name that are not voided, the one of the last entry stands.
  name TEXT NOT NULL CHECK (length(name) > 0),    -- what `ledger sql --run` calls it
  entry INTEGER NOT NULL REFERENCES entry (number),
  statement TEXT,                    -- one statement of SQL; null where the name was retired
  description TEXT,                  -- what it asks, in words; null where that was not said
  PRIMARY KEY (name, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER question_is_never_updated BEFORE UPDATE ON question BEGIN
  SELECT RAISE(ABORT, 'a saved question is never changed: save another one under its name');
END;

CREATE TRIGGER question_is_never_deleted BEFORE DELETE ON question BEGIN
  SELECT RAISE(ABORT, 'a saved question is never deleted: retire its name');
END;

CREATE TRIGGER question_is_never_replaced BEFORE INSERT ON question
WHEN EXISTS (SELECT 1 FROM question WHERE name = NEW.name AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'a saved question is never replaced: its entry has one already');
END;

CREATE TABLE question_parameter (
  -- A row is a parameter of a saved question: what its statement calls by a name that begins with
  -- a colon, and whoever runs it gives a value.
  question TEXT NOT NULL,            -- the name of the question
  entry INTEGER NOT NULL REFERENCES entry (number),
  position INTEGER NOT NULL,         -- from 1 on, in the order of their first use
  name TEXT NOT NULL,                -- without the colon
  type TEXT,                         -- what values are: instant, money, …; null for what they look like
  value TEXT,                        -- the value where none is given; null where one has to be
  PRIMARY KEY (question, entry, position),
  FOREIGN KEY (question, entry) REFERENCES question (name, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER question_parameter_is_never_updated BEFORE UPDATE ON question_parameter BEGIN
  SELECT RAISE(ABORT, 'a parameter is never changed: save the question anew');
END;

CREATE TRIGGER question_parameter_is_never_deleted BEFORE DELETE ON question_parameter BEGIN
  SELECT RAISE(ABORT, 'a parameter is never deleted: save the question anew');
END;

CREATE TRIGGER question_parameter_is_never_replaced BEFORE INSERT ON question_parameter
WHEN EXISTS (
  SELECT 1 FROM question_parameter
  WHERE question = NEW.question AND entry = NEW.entry AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'a parameter is never replaced: save the question anew');
END;

ALTER TABLE entry ADD COLUMN questions INTEGER NOT NULL DEFAULT 0 CHECK (questions >= 0);

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  command, source, source_digest, note, events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates, questions,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW questions_history AS
-- A row is a version of a saved question, current or not.
SELECT
  question.name,  -- what `ledger sql --run` calls it
  question.statement,  -- in SQL; null where the name was retired
  question.description,  -- what it asks, in words
  (SELECT group_concat(':' || parameter.name || ifnull('=' || parameter.value, ''), ', ')
    FROM (SELECT name, value FROM question_parameter
      WHERE question = question.name AND entry = question.entry ORDER BY position) AS parameter)
    AS parameters,  -- what it wants to be given, with what stands where nothing is
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was saved
  (SELECT void.entry FROM void WHERE voided = question.entry) AS voided_by,  -- the entry that took it back
  question.entry  -- the entry that saved it
FROM question
JOIN entry AS recorded ON recorded.number = question.entry;

CREATE VIEW questions AS
-- A row is a saved question as it stands now.
SELECT
  name,  -- what `ledger sql --run` calls it
  description,  -- what it asks, in words
  parameters,  -- what it wants to be given, with what stands where nothing is
  statement,  -- in SQL
  entry  -- the entry that saved it
FROM questions_history AS question
WHERE statement IS NOT NULL AND voided_by IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM questions_history AS later
    WHERE later.name = question.name AND later.entry > question.entry
      AND later.voided_by IS NULL);
