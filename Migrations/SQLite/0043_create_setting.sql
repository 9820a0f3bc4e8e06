-- Settings of the book: what commands use unless an option says otherwise.

CREATE TABLE setting (
  -- A row is a version of a setting of the book. Of a name's versions that are not voided, the one
  -- of the last entry applies.
  name TEXT NOT NULL CHECK (length(name) > 0),    -- name of the setting: credit, zone.US, …
  entry INTEGER NOT NULL REFERENCES entry (number),
  value TEXT,                        -- its value; null where the setting was taken back
  PRIMARY KEY (name, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER setting_is_never_updated BEFORE UPDATE ON setting BEGIN
  SELECT RAISE(ABORT, 'a setting is never changed: set it again');
END;

CREATE TRIGGER setting_is_never_deleted BEFORE DELETE ON setting BEGIN
  SELECT RAISE(ABORT, 'a setting is never deleted: take it back');
END;

CREATE TRIGGER setting_is_never_replaced BEFORE INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting WHERE name = NEW.name AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'a setting is never replaced: its entry has one already');
END;

ALTER TABLE entry ADD COLUMN settings INTEGER NOT NULL DEFAULT 0 CHECK (settings >= 0);

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  command, source, source_digest,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = note), note) AS note,
  events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments, settings,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW settings_history AS
-- A row is a version of a setting of the book, current or not.
SELECT
  setting.name,  -- name of the setting
  setting.value,  -- its value; null where the setting was taken back
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was set
  (SELECT void.entry FROM void WHERE voided = setting.entry) AS voided_by,  -- the entry that voided it
  setting.entry  -- the entry that set it
FROM setting
JOIN entry AS recorded ON recorded.number = setting.entry;

CREATE VIEW settings AS
-- A row is a setting of the book as it applies now.
SELECT
  name,  -- name of the setting
  value,  -- its value
  recorded_at,  -- when it was set
  entry  -- the entry that set it
FROM settings_history AS setting
WHERE value IS NOT NULL AND voided_by IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM settings_history AS later
    WHERE later.name = setting.name AND later.entry > setting.entry
      AND later.voided_by IS NULL);
